"""Themes of health and of loss."""

from homeward.demo.words.theme import Theme

HARD_MORNINGS = Theme(
    reason="medical_mental",
    basis="medical",
    detail=(
        "Mornings have become very hard for {first}: stomach aches, tears, and by ten o'clock it is too"
        " late to go. A letter from the doctor asks for a gentle way back. The home tuition in the"
        " summer went well."
    ),
    need="A small place to go to each day, near home, where coming late is not noticed.",
    objective="To arrive by half past nine on four days out of five.",
    baseline="One day out of five in the last half term at school.",
    ends_because="The clinic sees {first} again in eight weeks, and the way back is planned with them.",
    looked_for="{first} has been in the school building twice, at a quiet time, and chose when.",
    targets=(
        (
            "Arrive by half past nine",
            "One day in five",
            "Arrivals, noted by {first} on a card",
        ),
        (
            "Eat lunch with one other person",
            "Eats alone in the car",
            "Lunches in company each week",
        ),
    ),
    support=(
        ("The school nurse every second Thursday", "School nurse"),
        ("A card for 'I need five minutes'", "SENCO"),
    ),
    adjustments=(
        ("Comes in by the side door", "Reception"),
        ("No questions about where {he} has been", "Every teacher"),
    ),
    steps=(
        "The tutor writes a postcard, and does not ask anything",
        "{first} walks the dog past school with the mentor after four",
        "One lesson of art, with a friend, and home again",
    ),
    adults="The mentor, and her dog.",
    peers="One friend sends voice messages from lessons they share.",
    hopes="To do art GCSE with my own class.",
    worries="That I have missed so much that I can't catch up.",
    helps="Being told it's fine to go home if I have to. Then I mostly don't.",
    parents="Please ring me, not {first}, if something changes. Surprises undo a week.",
)

GRIEVING = Theme(
    reason="other",
    basis="agreement",
    detail=(
        "{first}'s grandfather, who brought {him} up, died in the summer. School has too many people"
        " who mean well. {He} gets angry quickly, and is sorry afterwards."
    ),
    need="Time, few people, and something to make.",
    objective="To be at school for whole days, with one place to go when it is too much.",
    baseline="Half days, and two of them cut short.",
    ends_because="Until the half term after the first birthday without him.",
    looked_for="{first} has told one adult what to say to the others, and what not to.",
    targets=(
        (
            "Stay for the whole day",
            "Half days",
            "Whole days each week",
        ),
    ),
    support=(("A bereavement worker on Mondays", "Pastoral lead"),),
    adjustments=(
        ("May leave the room without asking", "Every teacher"),
        ("Religious studies: the topic on death is told beforehand", "Head of department"),
    ),
    steps=(
        "The tutor brings the card that the form made",
        "{first} finishes what {he} is making and shows it at school",
        "One whole day, and a call in the evening",
    ),
    adults="The tutor, who knew {his} grandfather from the allotments.",
    peers="The form keeps a seat, and nobody sits in it.",
    hopes="To be normal in lessons again.",
    worries="That I'll cry in front of everyone.",
    helps="Something for my hands. Nobody talking.",
    parents="{He} was so close to him. We are all learning how to do this.",
)

MENDING = Theme(
    reason="medical_physical",
    basis="medical",
    detail=(
        "{first} had an operation on the hip in the holidays and may not sit for long yet. The"
        " hospital expects {him} to be back on {his} feet by the end of the placement."
    ),
    need="Lessons in short pieces, lying down if need be, and no gap in mathematics and science.",
    objective="To keep up with the class in four subjects.",
    baseline="On course in all of them in the summer.",
    ends_because="The surgeon's letter gives the date of the last check.",
    looked_for="The hospital's letter, and a plan for stairs and for fire drills.",
    targets=(
        (
            "Finish the class's work in mathematics and science",
            "Two topics behind",
            "Topic tests, sent by the teachers",
        ),
    ),
    support=(("Work sent each Monday and fetched each Friday", "Head of year"),),
    adjustments=(
        ("A key for the lift", "Site manager"),
        ("A chair that tilts", "SENCO"),
    ),
    steps=(
        "Teachers send the first week's work",
        "A video call into the science lesson",
        "Look at the lift and the timetable with {first}",
    ),
    adults="The head of year visits on Fridays.",
    peers="Three friends play a game online with {him} on Wednesdays.",
    hopes="To be in the play, even if sitting down.",
    worries="The stairs.",
    helps="Doing things at my own speed.",
    parents="The tutor is wonderful. We only worry about science.",
)
