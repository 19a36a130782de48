"""The policy of an authority as it was, or is, on a day."""

from datetime import date

from homeward.organisations.access import Access
from homeward.organisations.models import PolicyValue
from homeward.organisations.rules.policy import Policy, policy_from


def policy(access: Access, authority: int, on: date) -> Policy:
    """Answer an authority's numbers as of a day: its own latest ones over the cited defaults."""
    rows = (
        PolicyValue.objects.filter(authority_id=authority, from_on__lte=on)
        .order_by("from_on")
        .values_list("key", "value")
    )
    return policy_from(dict(rows))
