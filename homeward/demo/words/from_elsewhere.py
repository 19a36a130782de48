"""Themes that begin with a decision or a move: the sixth day, a review, no place yet."""

from homeward.demo.words.theme import Theme

SIXTH_DAY = Theme(
    reason="suspension",
    basis="suspension",
    detail=(
        "Suspended for eight days after something was thrown in a science lesson. From the sixth day"
        " full-time education is owed, and {first} asked for somewhere quiet."
    ),
    need="A place to be from tomorrow, and a fair hearing of what happened.",
    objective="To come back with a plan that {first} helped to write.",
    baseline="No plan yet.",
    ends_because="Until the meeting with the headteacher, and one quiet week after it.",
    looked_for="The meeting has been held and {first} has spoken at it.",
    targets=(
        (
            "Say what happened, and what would help",
            "Has told one adult",
            "The plan is written in {his} own words",
        ),
    ),
    support=(("An adult of {his} choice at the meeting", "Head of year"),),
    adjustments=(("A different bench in the laboratory", "Science teacher"),),
    steps=(
        "The head of year rings {first}, not only the family",
        "Prepare for the meeting together",
        "The science teacher and {first} meet for ten minutes",
    ),
    adults="The head of year, who listened first.",
    peers="Two friends are told when {he} is back.",
    hopes="That it's over when it's over.",
    worries="That everyone has decided already.",
    helps="Being told the truth.",
    parents="We want {him} in school. We also want to know what happened.",
)

UNDER_REVIEW = Theme(
    reason="permanent_exclusion_under_review",
    basis="section_19",
    detail=(
        "The governors meet about the exclusion in three weeks. Until they have decided {first} stays a"
        " pupil of the school, and nobody should lose {him} from sight."
    ),
    need="To keep learning and to be among people who expect good things, while others decide.",
    objective="To attend every day until the decision, and to have someone speak for {him} at it.",
    baseline="Missed eleven days since it began.",
    ends_because="Until the review, and two weeks to prepare whatever follows from it.",
    looked_for="The decision is known, explained to {first}, and the next school has been visited.",
    targets=(
        (
            "Be there every day",
            "Eleven days missed",
            "Days present each week",
        ),
    ),
    support=(("An advocate for the review", "Exclusions Team"),),
    adjustments=(("A clear desk and one teacher for English", "Northgate"),),
    steps=(
        "The Exclusions Team explains to {first} what will happen when",
        "Visit a school that might be the next one",
        "Meet the new form tutor, or the old one",
    ),
    adults="The officer of the Exclusions Team who answers the telephone.",
    peers="Old friends may write; the school passes letters on.",
    hopes="Another chance. Anywhere.",
    worries="Nobody telling me anything.",
    helps="Dates. Then I can stop guessing.",
    parents="We did not understand the letter until somebody rang us.",
)

NO_PLACE_YET = Theme(
    reason="other",
    basis="section_19",
    detail=(
        "The family moved to the borough in the holidays and no school has a place in this year group"
        " yet. Admissions have asked three schools."
    ),
    need="School days now, English in small groups, and other children to meet.",
    objective="To be ready for the first day at a new school, whichever it is.",
    baseline="Out of school since the move.",
    ends_because="Admissions expect an answer by then; if not, the team meets again.",
    looked_for="A school has said yes, and {first} has met the form tutor there.",
    targets=(
        (
            "Feel at home in lessons in English",
            "Speaks when spoken to",
            "Times {he} asks a question, noted by the teacher",
        ),
    ),
    support=(
        ("English for new speakers, four times a week", "Northgate"),
        ("A bus pass", "Exclusions Team"),
    ),
    adjustments=(("Key words in both languages", "Every teacher"),),
    steps=(
        "The officer rings the family with an interpreter",
        "Look at two schools on the map, and visit one",
        "Buy the new uniform together",
    ),
    adults="One officer of the Exclusions Team, always the same one.",
    peers="A buddy who speaks {his} language.",
    hopes="To have a school with a name.",
    worries="Being the new one again.",
    helps="Football. And when people talk slowly but not loudly.",
    parents="We are thankful. We would like to know how long it takes.",
)
