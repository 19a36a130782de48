"""Promises of the authority's neighbouring pages that the placement leans on, in our own words."""

from .passage import Force, Passage

_LEAP = "https://leap.hillingdon.gov.uk/article"


def _local(number: str, key: str, title: str, says: str, source: str) -> Passage:
    return Passage(
        key=f"local/{key}",
        number=number,
        title=title,
        says=says,
        source=source,
        force=Force.LOCAL,
        promises=(number,),
    )


LOCAL = (
    _local(
        "L01",
        "sixth-day",
        "Education from the sixth day",
        "For an excluded child the authority arranges full-time education by the sixth school day,"
        " and from the first day for a looked-after child.",
        f"{_LEAP}/10966/Statutory-Duties",
    ),
    _local(
        "L02",
        "same-amount",
        "As much education as at school",
        "A child in alternative provision has as much education as in a maintained school. Several"
        " part-time places may add up to full time.",
        f"{_LEAP}/10966/Statutory-Duties",
    ),
    _local(
        "L03",
        "interim-place",
        "A place while a school is found",
        "The Exclusions Team can place a child who has no suitable education while a school place is"
        " being found.",
        f"{_LEAP}/10966/Statutory-Duties",
    ),
    _local(
        "L04",
        "sixteen-to-eighteen",
        "From 16 to 18 it may",
        "From 16 to 18 the authority may arrange education but is not bound to.",
        f"{_LEAP}/10966/Statutory-Duties",
    ),
    _local(
        "L05",
        "registration-known",
        "Registered or not",
        "Whoever places a child knows whether the provider is registered as a school, because that"
        " limits the hours, and that it suits the child's age, ability and needs.",
        f"{_LEAP}/10963/Types-of-Alternative-Provision",
    ),
    _local(
        "L06",
        "purchasing-system",
        "The authority's list of providers",
        "Council teams use the providers of the purchasing system, and others only where none of"
        " those can meet the need.",
        f"{_LEAP}/10963/Types-of-Alternative-Provision",
    ),
    _local(
        "L10",
        "part-time-return",
        "Part time on the way back",
        "A part-time timetable may be a step of the return: the headteacher approves it, the parent"
        " agrees, the authority is told each month, and a date for full time is set.",
        f"{_LEAP}/6391/Personalised-Timetables",
    ),
    _local(
        "L11",
        "part-time-six-weeks",
        "Part time for six weeks at most",
        "A part-time timetable lasts six weeks at most, after other ways were tried, and the authority"
        " hears of it beforehand.",
        f"{_LEAP}/13987/Part-time-Timetable",
    ),
    _local(
        "L13",
        "before-leaving-the-register",
        "Before a name leaves the register",
        "Before a name comes off a register for home education or because a child is missing, the"
        " authority is told and answers.",
        f"{_LEAP}/2617/Children-Missing-Education-Statutory-Guidance",
    ),
    _local(
        "L16",
        "interim-twelve-weeks",
        "Twelve weeks, looked at after six",
        "An interim place at the pupil referral unit lasts about twelve weeks at most and is looked"
        " at after six; a longer one needs further reviews.",
        "https://theskillshub.org/admissions/",
    ),
)
