"""National rules that the record of a placement leans on, in our own words, each with its source."""

from .passage import Force, Passage, Verified

LAW, STATUTORY, GOOD = Force.LAW, Force.STATUTORY, Force.GOOD_PRACTICE
FUTURE = Force.FUTURE_LAW
SEEN, PARTLY, RECALLED = Verified.VERIFIED, Verified.PARTLY, Verified.RECALLED


def _rule(
    number: str,
    key: str,
    title: str,
    says: str,
    source: str,
    force: Force,
    verified: Verified = SEEN,
) -> Passage:
    return Passage(
        key=key,
        number=number,
        title=title,
        says=says,
        source=source,
        force=force,
        verified=verified,
        rules=(number,),
    )


NATIONAL = (
    _rule(
        "R-OSD-01",
        "off-site/purpose",
        "Only to improve behaviour",
        "A maintained school may send a pupil off site to improve behaviour, never to punish and never"
        " because it cannot meet a need.",
        "Education Act 2002, section 29A",
        LAW,
    ),
    _rule(
        "R-OSD-02",
        "off-site/written-notice",
        "Written notice before the first day",
        "Parents have the written notice as soon as can be, and at least two school days before the"
        " first day off site. Homeward counts two clear school days unless the authority says"
        " otherwise; it warns and never blocks.",
        "SI 2010/1156, regulation 3(2)",
        LAW,
    ),
    _rule(
        "R-OSD-03",
        "off-site/what-the-notice-says",
        "What the notice says",
        "The notice says where; whom to see on the first day; for how many days; why and with what"
        " objectives; and when sessions start, end and break.",
        "SI 2010/1156, regulation 3(4)",
        LAW,
    ),
    _rule(
        "R-OSD-04",
        "off-site/who-has-the-notice",
        "Who has the notice",
        "The notice goes to a parent, or to a pupil who is 18; and to the authority that keeps the"
        " child's education, health and care plan, where there is one.",
        "SI 2010/1156, regulations 2 and 3(3)",
        LAW,
    ),
    _rule(
        "R-OSD-05",
        "off-site/reviews",
        "Reviews as the pupil needs them",
        "The governing body reviews a direction as often as the pupil needs, and decides each time"
        " whether and how long it goes on. No law fixes the interval since 2013.",
        "SI 2012/2532, regulation 4",
        LAW,
    ),
    _rule(
        "R-OSD-06",
        "off-site/review-on-request",
        "A parent may ask for a review",
        "When a parent, or the authority that keeps the child's plan, asks in writing for a review, it"
        " is held, unless one was held in the ten weeks before.",
        "SI 2012/2532, regulation 5",
        LAW,
    ),
    _rule(
        "R-OSD-07",
        "off-site/review-invitation",
        "Six days' notice of a review",
        "Invitations to a review go out at least six days before it.",
        "SI 2010/1156, regulation 5",
        LAW,
        PARTLY,
    ),
    _rule(
        "R-OSD-08",
        "off-site/review-decision",
        "The decision within six days",
        "What a review decided is told in writing within six days.",
        "SI 2010/1156, regulation 6",
        LAW,
        RECALLED,
    ),
    _rule(
        "R-OSD-10",
        "off-site/dual-registration",
        "The home school keeps the place",
        "A pupil sent to another school is registered at both, and keeps the place at the home school.",
        "Suspension and permanent exclusion guidance, section on off-site direction",
        STATUTORY,
    ),
    _rule(
        "R-OSD-11",
        "moves/managed-move",
        "A managed move is for good",
        "A managed move is permanent, agreed to by the parent and the receiving school, and never a trial."
        " For a child with an education, health and care plan the authority amends the plan first.",
        "Suspension and permanent exclusion guidance, section on managed moves",
        STATUTORY,
    ),
    _rule(
        "R-KCS-01",
        "safeguarding/written-confirmation",
        "Checks confirmed in writing",
        "Before the placement the provider confirms in writing that its staff have been checked, and"
        " that it will say when anything about that changes.",
        "Keeping children safe in education 2025, alternative provision",
        STATUTORY,
        RECALLED,
    ),
    _rule(
        "R-KCS-02",
        "safeguarding/where-the-child-is",
        "Where the child is, every session",
        "The school knows at which address the child is in every school session, other sites included.",
        "Keeping children safe in education 2025, alternative provision",
        STATUTORY,
        RECALLED,
    ),
    _rule(
        "R-KCS-03",
        "safeguarding/half-termly-review",
        "A review each half term",
        "A placement is reviewed at least each half term: attendance, safety and whether it still"
        " meets the need. A safeguarding concern brings a review at once.",
        "Keeping children safe in education 2025, alternative provision",
        STATUTORY,
        RECALLED,
    ),
    _rule(
        "R-UAP-01",
        "unregistered/twelve-weeks",
        "Twelve weeks, or two days a week",
        "The government means to limit provision outside schools to twelve intensive weeks, or to two"
        " days a week beside school. No law says so yet: Homeward warns and never blocks.",
        "Department for Education, response of August 2025",
        FUTURE,
    ),
    _rule(
        "R-UAP-02",
        "unregistered/must-register",
        "When a setting must be a school",
        "A setting that gives five children full-time education, or one who is looked after or has an"
        " education, health and care plan, must be registered as a school. More than 18 hours a week"
        " is the department's guide to full time.",
        "Education Act 1996, section 463; Education and Skills Act 2008",
        LAW,
    ),
    _rule(
        "R-UAP-03",
        "unregistered/wider-definition",
        "The wider definition to come",
        "An Act of 2026 will count one child with any special educational need. It was not in force"
        " when last looked at.",
        "https://www.legislation.gov.uk/ukpga/2026/21/section/43",
        FUTURE,
    ),
    _rule(
        "R-UAP-04",
        "unregistered/children-registered",
        "The authority's register to come",
        "Authorities will keep a register that includes children whose school arranged education away"
        " from any school. It was not in force when last looked at.",
        "Children's Wellbeing and Schools Act 2026, section 38",
        FUTURE,
    ),
    _rule(
        "R-UAP-05",
        "unregistered/authority-told",
        "Telling the authority",
        "Schools will be expected to tell the authority of each placement with an unregistered"
        " provider.",
        "Department for Education, response of August 2025",
        FUTURE,
    ),
    _rule(
        "R-AGE-01",
        "age/compulsory-from",
        "When compulsory school age begins",
        "It begins on the 31 March, 31 August or 31 December on or next after the fifth birthday.",
        "Education Act 1996, section 8",
        LAW,
    ),
    _rule(
        "R-AGE-02",
        "age/compulsory-to",
        "When compulsory school age ends",
        "It ends on the last Friday of June in the school year in which the child turns 16, born"
        " between 1 September and 31 August.",
        "Education Act 1996, section 8",
        LAW,
    ),
    _rule(
        "R-AGE-03",
        "age/year-group",
        "The usual year group",
        "The usual year group follows from the age on 31 August. Children are sometimes taught in"
        " another one, so the real one is kept beside it.",
        "Department for Education statistics",
        GOOD,
        PARTLY,
    ),
    _rule(
        "R-RPA-01",
        "age/participation",
        "Learning until 18",
        "From the day after compulsory school age until the 18th birthday, or a level 3 qualification,"
        " a young person takes part in education or training.",
        "Education and Skills Act 2008, sections 1 and 2",
        LAW,
    ),
    _rule(
        "R-RPA-02",
        "age/what-counts-as-participation",
        "What counts as taking part",
        "Full-time education of 540 hours a year, an apprenticeship, or work of 20 hours a week for at"
        " least eight weeks with 280 guided hours a year.",
        "Education and Skills Act 2008, sections 2 and 4 to 8",
        LAW,
    ),
    _rule(
        "R-SG-01",
        "september/guarantee",
        "An offer by the end of September",
        "Everybody of 16 and 17 has the offer of a suitable place by the end of September.",
        "The September Guarantee",
        STATUTORY,
    ),
    _rule(
        "R-SG-02",
        "september/november-check",
        "Where they are on 1 November",
        "The destination is looked at as it is on 1 November, not as it was hoped.",
        "National activity survey of young people",
        GOOD,
    ),
    _rule(
        "R-EXC-02",
        "exclusion/sixth-day",
        "The sixth day",
        "From the sixth school day in a row of an exclusion there is suitable full-time education."
        " Suspensions that follow one another are one run.",
        "SI 2007/1870, regulations 3 and 4; Education Act 1996, section 19(3A)",
        LAW,
    ),
    _rule(
        "R-EXC-04",
        "exclusion/first-day-looked-after",
        "From the first day if looked after",
        "For a looked-after child, or one with a social worker, education is arranged from the first"
        " day after the exclusion.",
        "Suspension and permanent exclusion guidance",
        STATUTORY,
        RECALLED,
    ),
    _rule(
        "R-EXC-10",
        "exclusion/return-not-conditional",
        "Nobody waits for a meeting",
        "A school plans the return after a suspension or off-site direction, and cannot make a meeting"
        " a condition of coming back.",
        "Suspension and permanent exclusion guidance, paragraph 20",
        STATUTORY,
    ),
    _rule(
        "R-S19-01",
        "authority/section-19",
        "When the authority must arrange education",
        "The authority arranges suitable education for a child of compulsory school age who would"
        " otherwise have none, because of illness, exclusion or another reason.",
        "Education Act 1996, section 19(1)",
        LAW,
    ),
    _rule(
        "R-S19-02",
        "authority/fifteen-days-of-illness",
        "Fifteen days of illness",
        "The authority acts as soon as it is clear that a pupil will miss fifteen school days for"
        " their health.",
        "Arranging education for children who cannot attend school because of health needs, 2023",
        STATUTORY,
    ),
    _rule(
        "R-PT-01",
        "part-time/limits",
        "Part time is rare and ends",
        "A part-time timetable is for exceptional need, agreed with the parent, with an end date in"
        " writing and reviews. The most of six school weeks is a setting, not the law.",
        "Working together to improve school attendance 2024, paragraphs 53 to 68",
        STATUTORY,
    ),
    _rule(
        "R-REG-01",
        "register/grounds",
        "Off the register only on a ground",
        "A name comes off the register only on one of fifteen grounds, and going to alternative"
        " provision is none of them.",
        "SI 2024/208, regulation 9",
        LAW,
    ),
    _rule(
        "R-REG-05",
        "register/second-school",
        "The file to the second school",
        "When a pupil joins a second maintained school too, the first sends a copy of the pupil's file"
        " within 15 school days of hearing of it.",
        "SI 2005/1437, regulation 9(3B)",
        LAW,
    ),
    _rule(
        "R-FAP-01",
        "admissions/fair-access",
        "A place within 20 school days",
        "A child considered under the fair access protocol has a place within 20 school days.",
        "School Admissions Code 2021, fair access",
        LAW,
    ),
    _rule(
        "R-FAP-02",
        "admissions/in-year",
        "An answer within 15 school days",
        "Somebody who applies during the year should hear in 10 school days and must hear within 15.",
        "School Admissions Code 2021",
        LAW,
    ),
    _rule(
        "R-EHC-01",
        "special-needs/annual-review-notice",
        "Two weeks' notice of an annual review",
        "A review meeting of an education, health and care plan has at least two weeks' notice, with"
        " the papers.",
        "SI 2014/1530, regulation 20",
        LAW,
    ),
    _rule(
        "R-KS4-01",
        "september/year-11-plan",
        "A plan for September in Year 11",
        "A placement that runs to the end of Year 11 has a plan for September. That it is written by"
        " 31 January is a setting.",
        "https://leap.hillingdon.gov.uk/article/10968/Reintegration",
        GOOD,
    ),
    _rule(
        "R-ID-01",
        "records/unique-pupil-number",
        "The unique pupil number",
        "A unique pupil number starts with a check letter worked out from the twelve characters after"
        " it.",
        "Department for Education, unique pupil numbers guide 1.2",
        GOOD,
    ),
    _rule(
        "R-ID-02",
        "records/unique-learner-number",
        "The unique learner number",
        "A unique learner number ends with a check digit worked out from the nine digits before it.",
        "Individualised Learner Record, validation rules",
        GOOD,
    ),
    _rule(
        "R-DP-04",
        "family/every-parent-alike",
        "Every parent alike",
        "Every parent is told alike, unless a court order or a safety reason says otherwise, and one"
        " household's address is never shown to another.",
        "Department for Education, parental responsibility guidance 2023",
        GOOD,
    ),
    _rule(
        "R-EQ-01",
        "equality/adjustments",
        "Adjustments for a disabled pupil",
        "Reasonable adjustments for a disabled pupil are planned before the return and go with them.",
        "Equality Act 2010, sections 20 and 85",
        LAW,
        RECALLED,
    ),
)
