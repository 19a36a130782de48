"""Themes that begin in school: noise, friendships, reading, being small, the end of Year 11."""

from homeward.demo.words.theme import Theme

BUSY_CORRIDORS = Theme(
    reason="off_site_behaviour",
    basis="off_site_direction",
    detail=(
        "Changes of lesson are the hard part of the day. {first} has walked out of four lessons in a"
        " month, each time after a crowded corridor. A pass to leave early and a quiet table at"
        " lunch helped a little."
    ),
    need="A small, calm group for a while, and time to find out what helps when a room gets loud.",
    objective="To stay in four lessons out of five, with one planned break in the morning.",
    baseline="Two lessons out of five in the last fortnight at school.",
    ends_because="Long enough to try two ways of taking a break, short enough to keep {his} friends.",
    looked_for="{first} can say when a break is needed, and takes it with one adult {he} knows.",
    targets=(
        (
            "Ask for a break before it gets too much",
            "Leaves without a word about four times a week",
            "Breaks asked for and taken, counted by the key worker",
        ),
        (
            "Be part of a group for a whole session",
            "Twenty minutes, then works alone",
            "Minutes with the group, twice a week",
        ),
    ),
    support=(
        ("Fifteen minutes with the learning mentor each morning", "Learning mentor"),
        ("A plan for breaks that {first} drew up", "SENCO"),
    ),
    adjustments=(
        ("Leaves lessons three minutes before the bell", "Every teacher"),
        ("A seat near the door", "Every teacher"),
    ),
    steps=(
        "The tutor visits and brings news of the form",
        "{first} comes in for one lesson {he} likes, and lunch with two friends",
        "Walk the corridors with {first} when they are empty, and agree the first week back",
    ),
    adults="The form tutor rings each week and keeps small promises. One adult, not five.",
    peers="Two friends from the form write, and are asked to lunch on the first day back.",
    hopes="I want to be back for the concert.",
    worries="That everybody will look at me when I walk in.",
    helps="Knowing what comes next. And being asked, not told.",
    parents="We see {him} calmer already. Please tell us the plan before you tell {him}.",
)

FALLEN_OUT = Theme(
    reason="off_site_behaviour",
    basis="off_site_direction",
    detail=(
        "A falling-out between two groups of friends went on for weeks and ended in a fight by the"
        " gate. Everybody agrees that some space helps, and that {first} belongs here."
    ),
    need="Some distance from one group, and somebody to think it through with.",
    objective="To come back to a timetable that works, having put things right with two people.",
    baseline="Has not yet met either of them since it happened.",
    ends_because="The two meetings take about three weeks to prepare well.",
    looked_for="Both meetings have been held, and {first} has said where {he} feels safe in school.",
    targets=(
        (
            "Put things right with two people",
            "No meeting yet",
            "Meetings held, and what each of them says afterwards",
        ),
    ),
    support=(("A restorative meeting, prepared with each of them", "Pastoral lead"),),
    adjustments=(
        ("A different teaching group for science", "Head of year"),
        ("A place to go at lunch: the art room", "Art teacher"),
    ),
    steps=(
        "The head of year rings home and says what happens next",
        "First of the two meetings, at the provider, with biscuits",
        "{first} chooses who meets {him} at the gate",
    ),
    adults="The tutor, who has known {first} since Year 7.",
    peers="The football team keeps {his} place and sends the fixture list.",
    hopes="To play in the team again.",
    worries="That nothing has changed and it starts again.",
    helps="Doing something with my hands while I talk.",
    parents="{He} needs to hear that you want {him} back. So do we.",
)

BEHIND_IN_READING = Theme(
    reason="other",
    basis="agreement",
    detail=(
        "{first} has found clever ways of not being asked to read aloud, and some of them end in being"
        " sent out. A test in the summer showed how far behind the reading is."
    ),
    need="To learn to read with ease, in a place where nobody minds.",
    objective="To read a page of a book of {his} choice aloud to one person.",
    baseline="Reads single lines; guesses long words.",
    ends_because="The reading course has two parts of five weeks.",
    looked_for="{first} reads with the librarian once, at school, and chooses the book.",
    targets=(
        (
            "Read a page aloud",
            "Three lines in September",
            "Lines read on a Friday, noted by the tutor",
        ),
    ),
    support=(("A reading teacher three times a week", "SENCO"),),
    adjustments=(
        ("Never asked to read aloud without warning", "Every teacher"),
        ("Questions read out in tests", "Examinations officer"),
    ),
    steps=(
        "The librarian sends three books and a note",
        "Ten minutes in the school library after the last bell",
        "Tell teachers how to ask {first} in class, in one page",
    ),
    adults="The librarian, who does not mark anything.",
    peers="Reads to a Year 5 child at the primary school next door, from the fourth week.",
    hopes="To read the driving theory book myself one day.",
    worries="Somebody finding out.",
    helps="Books about engines. And no red pen.",
    parents="Nobody told us it was the reading. Thank you for finding out.",
)

SMALL_AND_LOUD = Theme(
    reason="off_site_behaviour",
    basis="off_site_direction",
    detail=(
        "{first} is happiest outdoors and finds a room of thirty hard. In the summer term {he} hid under"
        " tables; this term {he} throws things when frightened."
    ),
    need="To feel safe with grown-ups again, with animals and time to play.",
    objective="To stay in the classroom for the whole of story time.",
    baseline="Five minutes, near the door.",
    ends_because="Half a term of mornings, so that afternoons stay at school.",
    looked_for="{first} shows one grown-up at school where {he} likes to sit.",
    targets=(
        (
            "Stay for story time",
            "Five minutes",
            "Minutes each day, with a sticker chart that {first} made",
        ),
    ),
    support=(("Drawing and talking, once a week", "ELSA"),),
    adjustments=(
        ("A tent in the corner of the classroom", "Class teacher"),
        ("The first ten minutes outdoors", "Teaching assistant"),
    ),
    steps=(
        "The class sends a giant card",
        "{first} shows the class photographs of the goats",
        "A whole morning at school, with the teaching assistant",
    ),
    adults="Mr Sellers, who feeds the goats with {him} on Tuesdays.",
    peers="A friend from class comes along once.",
    hopes="To bring a goat to school.",
    worries="When they shout.",
    helps="Goats. Being outside. My dinosaur.",
    parents="{He} talks about school again at bedtime. In a good way.",
)

YEAR_ELEVEN = Theme(
    reason="off_site_behaviour",
    basis="agreement",
    detail=(
        "After two good terms in a small group {first}, the family and both schools agree that"
        " finishing Year 11 in one gives {him} the best chance of five GCSEs."
    ),
    need="Small classes to the end of Year 11, and a firm place for September.",
    objective="Five GCSEs, English and mathematics among them, and a place that {he} wants.",
    baseline="Working at grade 3 in English and 4 in mathematics.",
    ends_because="The examinations end in June of Year 11.",
    looked_for="",
    targets=(
        (
            "A grade 4 in English",
            "Grade 3 in the October assessment",
            "Assessments each half term",
        ),
    ),
    support=(
        ("English, one to one, on Wednesdays", "Northgate"),
        ("Help with application forms", "Post-16 lead"),
    ),
    adjustments=(("Rest breaks in examinations", "Examinations officer"),),
    steps=(
        "Meet {first} and ask what {he} would like to be doing next September",
        "Visit two colleges together",
        "Send the first application",
    ),
    adults="The form tutor, who will also be at results day.",
    peers="Prom, photographs and the leavers' book are kept for {him} at school.",
    hopes="Electrics. My uncle says I could work with him if I get the certificate.",
    worries="Messing up the English.",
    helps="Starting early in the day, when it is quiet.",
    parents="We want {him} to walk into college knowing somebody.",
)
