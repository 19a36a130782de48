"""The numbers that an authority sets for itself, from a day on."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from homeward.history.actions import record
from homeward.organisations import signals
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation, PolicyValue
from homeward.organisations.rules.policy import POLICY_KEYS


@transaction.atomic
def set_policy_value(
    authority: Organisation,
    *,
    key: str,
    value: int,
    from_on: date,
    by: Access,
    on: date,
    source: str = "",
) -> PolicyValue:
    """Set one of an authority's numbers from a day on, and announce it.

    Raises KeyError for a number that is not in the policy pack, and PermissionDenied for others
    than this authority's administrators.
    """
    if key not in POLICY_KEYS:
        raise KeyError(f"no such policy number: {key}")
    if not by.is_system and (by.organisation != authority.pk or not by.may(May.KEEP_PEOPLE)):
        raise PermissionDenied(f"You do not keep the policy of {authority.name}.")
    number, _ = PolicyValue.objects.update_or_create(
        authority=authority,
        key=key,
        from_on=from_on,
        defaults={"value": value, "source": source},
    )
    record(
        keeper=authority.pk,
        about=authority.reference,
        kind="policy.set",
        summary=f"Set {key.replace('_', ' ')} to {value} from {from_on}",
        by=by,
        on=on,
    )
    signals.policy_changed.send(
        sender=PolicyValue, authority=authority.pk, key=key, from_on=from_on
    )
    return number
