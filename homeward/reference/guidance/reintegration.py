"""The thirty promises of the authority's page on reintegration, in our own words."""

from .passage import Force, Passage

PAGE = "https://leap.hillingdon.gov.uk/article/10968/Reintegration"


def _promise(
    number: str,
    key: str,
    title: str,
    says: str,
    *,
    who: str,
    ours: bool = False,
    rules: tuple[str, ...] = (),
) -> Passage:
    return Passage(
        key=f"reintegration/{key}",
        number=number,
        title=title,
        says=says,
        source=PAGE,
        force=Force.LOCAL,
        promises=(number,),
        rules=rules,
        who=who,
        is_deadline_ours=ours,
    )


REINTEGRATION = (
    _promise(
        "R01",
        "success",
        "What success is",
        "A placement has done its work when the child is back in their mainstream school, or settled"
        " in a new long-term school or placement. Homeward looks again some weeks later before"
        " calling it a success.",
        who="Home school and authority",
        ours=True,
    ),
    _promise(
        "R02",
        "length",
        "How long it is meant to last",
        "Whoever places the child, school or council service, decides before the start how long the"
        " placement should last and says so.",
        who="Commissioner",
        ours=True,
    ),
    _promise(
        "R03",
        "plan-from-the-start",
        "The return plan exists on day one",
        "The plan for the child's return is written as part of planning the placement, not added in"
        " its last weeks.",
        who="Commissioner",
        ours=True,
    ),
    _promise(
        "R04",
        "unregistered-is-short-term",
        "An unregistered place is for a short time",
        "A child goes to an unregistered provider for a short time only. Placements that follow one"
        " another are added up.",
        who="Commissioner",
        rules=("R-UAP-06",),
    ),
    _promise(
        "R05",
        "immediate-need",
        "What the child needs now",
        "A placement with an unregistered provider answers something the child needs now, written"
        " down with an aim that can be measured.",
        who="Commissioner",
        ours=True,
    ),
    _promise(
        "R06",
        "longer-term-plan",
        "What comes afterwards",
        "When a child starts with an unregistered provider, the longer-term place is already being"
        " planned: which route, who acts next, and by when.",
        who="Commissioner",
        ours=True,
        rules=("R-UAP-06",),
    ),
    _promise(
        "R07",
        "short-term-is-planned",
        "Short term means a planned end",
        "Where a registered provider is used for a short time, the school's own planning says that it"
        " is short, and gives the day on which it ends.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R08",
        "parents-told",
        "Parents know that it is short",
        "By the start, the school has told the parents plainly that the placement is for a short time"
        " and how the child will come back.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R09",
        "child-told",
        "The child knows that it is short",
        "By the start, the child has been told, in words they can use, how long they will be away and"
        " that they are coming back.",
        who="Home school with provider",
        ours=True,
    ),
    _promise(
        "R10",
        "staff-told",
        "Staff know that it is short",
        "The adults at school who know the child (tutor, SENCO, subject teachers, attendance and"
        " pastoral staff) hear of it at the start, and again before the return.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R11",
        "return-planned-from-the-start",
        "The way back starts in week one",
        "Work towards the return begins as soon as the placement does, with registered providers too.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R12",
        "still-a-pupil",
        "Still one of ours",
        "The child knows that they still belong to their home school: on its lists, in its events and"
        " its reports.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R13",
        "weekly-contact",
        "A contact every week",
        "An adult of the home school talks with the child every school week while the placement runs."
        " Trying, or talking only with the parent or provider, is worth writing down but is not the"
        " contact.",
        who="Named adult of the home school",
        ours=True,
        rules=("R-UAP-07",),
    ),
    _promise(
        "R14",
        "same-adult",
        "A familiar voice",
        "Staying in touch is how trust lasts, so the contact is best made by the same named adult.",
        who="Named adult of the home school",
    ),
    _promise(
        "R15",
        "clear-expectations",
        "Clear about the return",
        "The plan says in plain words what everybody looks for before and after the child comes back.",
        who="Home school, provider and family",
        ours=True,
    ),
    _promise(
        "R16",
        "realistic-targets",
        "Targets that can be reached",
        "There are few targets; each has a starting point, a measure and a date, and is looked at"
        " again when it proves too much or too little.",
        who="Home school, provider and family",
        ours=True,
    ),
    _promise(
        "R17",
        "needs-and-trust",
        "Needs, and trust in people",
        "The plan expects that the child may have social, emotional or mental health needs or may"
        " have been through trauma, and says how trust with adults and with other children is built.",
        who="Authors of the plan",
    ),
    _promise(
        "R18",
        "plan-of-support",
        "No return without support",
        "Before the return begins the school has a clear plan of support. A gap in it is the school's"
        " to close and never a reason to keep the child away.",
        who="Headteacher of the home school",
    ),
    _promise(
        "R19",
        "adjustments",
        "Every adult plays a part",
        "Reasonable adjustments are in place from the first day back, and every member of staff who"
        " teaches the child knows theirs.",
        who="Home school",
        ours=True,
        rules=("R-EQ-01",),
    ),
    _promise(
        "R20",
        "exclusions-team",
        "The Exclusions Team helps",
        "A school can ask the authority's Exclusions Team for help with a return, or with a fresh"
        " start at a new school.",
        who="School asks; Exclusions Team answers",
        ours=True,
    ),
    _promise(
        "R21",
        "exclusions-team-address",
        "How to reach the Exclusions Team",
        "The team has one address, shown wherever its help may be needed:"
        " exclusionsupport@hillingdon.gov.uk.",
        who="Authority",
    ),
    _promise(
        "R22",
        "key-stage-4",
        "To the end of Year 11",
        "In Key Stage 4 some full-time placements with a registered provider are meant to run to the"
        " end of Year 11.",
        who="Commissioner",
    ),
    _promise(
        "R23",
        "key-stage-4-monitoring",
        "The school keeps watching how it goes",
        "In such a placement the school still follows, each half term, what the placement does for"
        " the young person.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R24",
        "key-stage-4-meeting",
        "The school still meets the young person",
        "Somebody from the school meets the young person each half term to see that they are getting"
        " on. A meeting without them is not one.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R25",
        "post-16-role",
        "The school's part after Year 11",
        "The school keeps a part in the move to what comes after Year 11, with a named person from"
        " the start of that year.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R26",
        "suitable-move",
        "A move that counts",
        "School, young person and provider plan the move together: into suitable education, or a job"
        " that goes with part-time study or training.",
        who="Home school, young person and provider",
    ),
    _promise(
        "R27",
        "september-destination",
        "Where in September",
        "The plan names where the young person will be in September.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R28",
        "support-from-whom",
        "Help, and from whom",
        "The plan says what help the young person needs to do well there, and who gives it.",
        who="Home school",
        ours=True,
    ),
    _promise(
        "R29",
        "post-16-team",
        "The Post-16 team helps",
        "A school may ask the authority's Post-16 team to join in: post16EET@hillingdon.gov.uk.",
        who="Home school refers; Post-16 team accepts",
        ours=True,
    ),
    _promise(
        "R30",
        "share-and-print",
        "To share and to print",
        "Guidance and plans can be printed, and shared by a link.",
        who="The portal",
    ),
)
