"""A family that hides its address moves: nobody is told at the old one."""

from homeward.letters.models import Delivery, Message
from homeward.organisations.access import NOBODY
from homeward.placements.actions import messages
from homeward.placements.models import Placement
from homeward.placements.queries import hidden
from homeward.pupils import actions as pupils
from homeward.pupils.rules.hidden import SHIELDED_ADDRESS
from tests.cast import DAY

OLD = "mother@example.example"


def test_a_new_address_is_announced_to_nobody_and_what_waits_is_stopped(cast, mailoutbox):
    by = cast.access("lead")
    father = pupils.add_adult(
        cast.amira,
        name="Sami Haddad",
        relationship="father",
        household=cast.household,
        by=by,
        on=DAY,
    )
    pupils.raise_shield(
        cast.amira, from_adult=father, hides="household", because="A court order", by=by, on=DAY
    )
    mother = pupils.amend_adult(cast.mother, email=OLD, channel="email", by=by, on=DAY)
    messages.send(cast.running, letter="placement_starting", by=by, on=DAY)
    written = Message.objects.count()

    pupils.amend_household(
        cast.household, street="3 Wharf Rise", town="Hayes", postcode="UB8 7HH", by=by, on=DAY
    )
    pupils.amend_adult(mother, email="new@example.example", by=by, on=DAY)

    assert Message.objects.count() == written
    assert mailoutbox == []
    waiting = Delivery.objects.filter(message__address=OLD, sent_at=None, failed_at=None)
    assert not waiting.filter(bounced_at=None).exists()
    his = hidden.kept_from(NOBODY, Placement.objects.get(pk=cast.running.pk), father, on=DAY)
    assert his.found_in("They live at 3 Wharf Rise now") == (SHIELDED_ADDRESS,)
    assert his.told.address == ""
