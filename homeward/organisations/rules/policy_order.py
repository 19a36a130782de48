"""Numbers of the policy pack that must not pass one another."""

from dataclasses import dataclass
from itertools import pairwise

from homeward.organisations.rules.policy import Policy
from homeward.organisations.rules.policy_pack import NUMBERS


@dataclass(frozen=True, slots=True)
class Order:
    """Numbers from the smallest to the largest, and the sentence that says so."""

    keys: tuple[str, ...]
    says: str
    may_be_equal: bool = False

    def holds(self, numbers: Policy) -> bool:
        values = [getattr(numbers, key) for key in self.keys]
        return all(
            one < other or (self.may_be_equal and one == other) for one, other in pairwise(values)
        )

    def with_values(self, numbers: Policy) -> str:
        """Each number with its value, the largest first."""
        return ", ".join(
            f"{NUMBERS[key].title.lower()}: {NUMBERS[key].count(getattr(numbers, key))}"
            for key in reversed(self.keys)
        )


ORDERS = (
    Order(
        (
            "return_escalation_school_days",
            "return_warning_school_days",
            "return_review_school_days",
        ),
        "The review comes first, then the warning, then the authority",
    ),
    Order(
        ("checks_first_weeks", "checks_second_weeks", "checks_third_weeks"),
        "Each check comes later than the one before it",
    ),
    Order(
        ("ladder_look_weeks", "part_time_weeks"),
        "A return by steps is looked at before its time has run out",
        may_be_equal=True,
    ),
)


def out_of_order(numbers: Policy) -> str:
    """The sentence about numbers that passed one another; empty where none did."""
    for order in ORDERS:
        if not order.holds(numbers):
            return f"{order.says}. They would be: {order.with_values(numbers)}"
    return ""
