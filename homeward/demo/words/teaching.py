"""Who teaches a child, and the one page that they read."""

from homeward.placements.actions.ticks import Ticked

STAFF_LIST = (
    ("Joe Adeyemi", "Tutor", "tutor@oakpark.example"),
    ("Nell Whitby", "Safeguarding", "dsl@oakpark.example"),
    ("Asha Menon", "English", "a.menon@oakpark.example"),
    ("Piers Caldwell", "Mathematics", "p.caldwell@oakpark.example"),
    ("Lindiwe Khumalo", "Science", "l.khumalo@oakpark.example"),
    ("Gareth Rhys", "Geography", "g.rhys@oakpark.example"),
    ("Hélène Marchand", "French", "h.marchand@oakpark.example"),
    ("Tom Okafor", "History", "t.okafor@oakpark.example"),
    ("Yuki Tanabe", "Art", "y.tanabe@oakpark.example"),
    ("Bridget Doyle", "Music", "b.doyle@oakpark.example"),
    ("Marcus Hale", "Physical education", "m.hale@oakpark.example"),
    ("Saira Anwar", "Computing", "s.anwar@oakpark.example"),
    ("Dot Pell", "Lunchtime", "d.pell@oakpark.example"),
    ("Owen Marsh", "Design and technology", "teacher@oakpark.example"),
)
"""Fourteen adults of Oak Park School: name, what they teach or do, mailbox."""

GOOD_AT = "Making things with my hands. Noticing when somebody else is having a bad day."
HELPS = (
    "Tell me before something changes. Let me sit by the door. A word about the lesson first, and then "
    "the question."
)
MAKES_WORSE = (
    "Being called on when everybody looks. Crowded corridors. Talking about it at the door."
)
WHEN = (
    ("I put my head down", "Leave me for five minutes. Then ask quietly."),
    ("I ask to go out", "Say yes. I go to the library office and come back when I can."),
    ("I get loud", "Step back and give me room. I will talk later, not now."),
)
FIRST_DAYS = Ticked("partly", "On the first two days I forgot. Now it is on my board.")
AFTER_THE_FIRST = (
    Ticked("yes"),
    Ticked("partly", "When the room is full I cannot always keep that seat."),
    Ticked("no", "The seat by the door is under the projector. We look for another."),
)
