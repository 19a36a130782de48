"""What this room shows on the pages of lower rooms."""

from datetime import date

from homeward.due import queries as due
from homeward.due.rules import Tally, effects
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.rules.policy_change import PolicyChange
from homeward.providers.queries import spoken_for
from homeward.providers.settling import settlements
from homeward.web import panels

NUMBER = "spoken_confirmation_school_days"
"""The one number of the policy pack that makes something due about a provider."""


def on_policy_change(
    access: Access, *, authority: int, change: PolicyChange, on: date
) -> due.Effects | None:
    """What a change of an authority's numbers makes due about its providers."""
    if change.number.key != NUMBER or not access.may(May.KEEP_POLICY):
        return None
    found = spoken_for(access, authority)
    tally = Tally(on)
    tally.add(
        effects(
            settlements(found, on=on, policy=change.before),
            settlements(found, on=on, policy=change.after),
            waived=due.waived_lines(access, [each.reference for each in found]),
        )
    )
    return due.effects_shown(
        access,
        tally,
        noun="provider",
        looked_at=len(found),
        in_all=len(found),
        names=access.may(May.READ_PROVIDERS),
    )


def declare() -> None:
    """Offer the panels."""
    panels.fill("organisations.policy_change", on_policy_change)
