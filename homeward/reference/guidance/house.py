"""Settings of the house: numbers no source fixes, which an authority can change."""

from .passage import Force, Passage, Verified


def _setting(number: str, key: str, title: str, says: str) -> Passage:
    return Passage(
        key=f"house/{key}",
        number=number,
        title=title,
        says=says,
        source="Homeward's own default",
        force=Force.HOUSE_DEFAULT,
        verified=Verified.DEFAULT,
        is_deadline_ours=True,
    )


HOUSE = (
    _setting(
        "H01",
        "first-contact",
        "The first contact",
        "The first contact with the child is made within five school days of the start.",
    ),
    _setting(
        "H02",
        "first-review",
        "The first review",
        "The first review is held within six school weeks of the start.",
    ),
    _setting(
        "H03",
        "half-term-counts",
        "When a half term counts",
        "A half term in which the placement runs on ten or more school days has its own review.",
    ),
    _setting(
        "H04",
        "short-term",
        "How long short is",
        "Short term is twelve weeks, added up over the chain of placements.",
    ),
    _setting(
        "H05",
        "chain-gap",
        "When a chain ends",
        "A gap of ten school days or more ends a chain of placements.",
    ),
    _setting(
        "H06",
        "urgent-start",
        "An urgent start",
        "A child with nowhere to go tomorrow may start with gaps in the paperwork. The headteacher, a"
        " named deputy or an authority officer allows it, with a reason, and the gaps are closed"
        " within five school days.",
    ),
    _setting(
        "H07",
        "return-review",
        "The review before the end",
        "A review is held by fifteen school days before the planned end, or halfway through if that is"
        " later. It shows as a warning at ten school days, and goes to the authority at five.",
    ),
    _setting(
        "H08",
        "spoken-confirmation",
        "A confirmation by word of mouth",
        "A safeguarding confirmation may be spoken for an urgent start, and is due in writing within"
        " one school day.",
    ),
    _setting(
        "H09",
        "unregistered-sessions",
        "Sessions with an unregistered provider",
        "A child has at most four sessions a week with an unregistered provider; more is a warning.",
    ),
    _setting(
        "H10",
        "ladder-length",
        "The return ladder",
        "A step-by-step return lasts six weeks at most and is looked at every two. A longer one needs"
        " the headteacher's reason, the parent's agreement, an end date, and the authority told.",
    ),
    _setting(
        "H11",
        "did-it-last",
        "Did it last?",
        "Two, six and twelve weeks after the return or the move, and after two whole terms, where the"
        " child is says how it goes. Only the last check says that it held; each can say that it did"
        " not.",
    ),
    _setting(
        "H12",
        "due-back",
        "Due back",
        "When the planned end comes and nothing was decided, the child is due back. A placement never"
        " runs on in silence.",
    ),
    _setting(
        "H13",
        "dates-needed",
        "Dates are needed",
        "A count of school days that runs past the known term dates is not guessed: somebody is asked"
        " to load the dates.",
    ),
    _setting(
        "H14",
        "leap-day-birthday",
        "Born on 29 February",
        "In a year without a 29 February the birthday is taken to be 1 March.",
    ),
    _setting(
        "H15",
        "endings-checked",
        "Nothing just closes",
        "An ending in home education, with the child missing or moved away, opens a check with the"
        " authority: the next school day where nobody knows where the child is, else within ten"
        " school days; then again until it is settled.",
    ),
    _setting(
        "H16",
        "told-by-the-start",
        "Told by the start",
        "Telling the parents, the child and the wider staff is due by the first day of the placement.",
    ),
    _setting(
        "H17",
        "support-answer",
        "An answer to a request",
        "A team of the authority gives its first answer to a request for support within five school"
        " days, and answers again within five when the school has written back. A question of the"
        " team to the school is answered in the same time.",
    ),
    _setting(
        "H18",
        "move-answer",
        "An answer to a move",
        "A school or provider that is asked to take a child for good answers within five school days"
        " of joining. The latest answer stands, and the earlier ones are kept.",
    ),
    _setting(
        "H19",
        "move-prepared",
        "Ready at the new place",
        "By the first day at the new school or long-term placement its staff are briefed and an adult"
        " is named there. A child who comes sooner is welcome, and what is missing is due that day.",
    ),
    _setting(
        "H20",
        "ready-and-waiting",
        "Ready and waiting",
        "The school days on which a child is ready and no place is found are counted and shown. A place"
        " is found within twenty of them, the time that the School Admissions Code gives under fair"
        " access.",
    ),
    _setting(
        "H21",
        "personal-links",
        "Personal links",
        "A personal link opens once, with the agreed word, within 30 days. The device that opened it"
        " is then known for 90 days, and can be revoked at once.",
    ),
    _setting(
        "H22",
        "review-invitation",
        "Invitation to a review",
        "Parents and child are invited to a review at least six days before it.",
    ),
    _setting(
        "H23",
        "family-answered",
        "The family is answered",
        "What a parent writes is answered within two school days. What a child writes reaches the"
        " adult of the weekly contact before the next contact, and a worry the safeguarding lead on the"
        " same school day.",
    ),
    _setting(
        "H24",
        "asked-again",
        "Asking again",
        "An adult who has not answered a question is asked again after five school days. A message that"
        " came back is sent another way.",
    ),
    _setting(
        "H25",
        "adjustment-ticks",
        "Is it happening?",
        "Once a fortnight for six weeks after a return, those who make each adjustment say whether it is"
        " happening.",
    ),
    _setting(
        "H26",
        "briefing-read",
        "The briefing is read",
        "Every named teacher has read the briefing before the child’s first day, or the headteacher says"
        " why not. Of a child who comes sooner, the unread briefings are asked for that morning.",
    ),
    _setting(
        "H27",
        "readiness",
        "Looking at what helps",
        "In each half term that has its own review, child, parents, provider and school look at the same"
        " twelve statements about what helps. There is no pass mark.",
    ),
)
