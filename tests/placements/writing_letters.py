"""A family with two parents, and letters written to them."""

from homeward.links.actions import agree_word
from homeward.links.codes import LinkKind
from homeward.placements.actions import messages
from homeward.placements.models import TaughtBy, Teacher
from homeward.pupils import actions as pupils
from tests.cast import DAY


def with_father(cast, **said):
    """Amira's father, who lives elsewhere and likes email."""
    home = pupils.add_household(
        cast.amira,
        street="19 Lock Road (example)",
        town="Hayes",
        postcode="UB3 2AB",
        phone="01632 960202",
        by=cast.access("lead"),
        on=DAY,
    )
    values = {
        "name": "Karim Haddad",
        "relationship": "father",
        "has_parental_responsibility": True,
        "household": home,
        "phone": "07700 900202",
        "email": "karim@family.example",
        "channel": "email",
    }
    return pupils.add_adult(cast.amira, by=cast.access("lead"), on=DAY, **values | said)


def hide(cast, adult, what):
    """Keep something from one adult."""
    return pupils.raise_shield(
        cast.amira,
        from_adult=adult,
        hides=what,
        because="A court order.",
        by=cast.access("lead"),
        on=DAY,
    )


def with_word(cast, whom, kind=LinkKind.ADULT):
    """A word agreed for somebody's links."""
    agree_word(
        "marigold",
        kind=kind,
        whom=whom.reference,
        keeper=cast.hillingdon.pk,
        names=(),
        by=cast.access("lead"),
        on=DAY,
    )


def teachers(cast, placement, count=3):
    """Teachers on the child's staff list, each with an email address."""
    made = []
    for number in range(1, count + 1):
        teacher = Teacher.objects.create(
            keeper=cast.hillingdon,
            organisation=cast.oak_park,
            name=f"Teacher {number}",
            email=f"teacher{number}@oakpark.example",
        )
        TaughtBy.objects.create(
            keeper=cast.hillingdon, placement=placement, teacher=teacher, from_on=DAY
        )
        made.append(teacher)
    return made


def sent(cast, letter="placement_starting", *, by="lead", on=DAY, **more):
    """One letter, sent to all who may get it; answers the messages by the reader's name."""
    mailing = messages.send(cast.running, letter=letter, by=cast.access(by), on=on, **more)
    rows = mailing.sendings.select_related("message", "adult").order_by("id")
    return {row.message.to_name: row for row in rows}
