"""What is written when a placement is planned. `{first}`, `{he}`, `{him}` and `{his}` stand for the child."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Why a child is away, and everything a plan says about the way on.

    Targets are (need, baseline, measure); support lines and adjustments (what, who); steps are what
    is done in the first week, on the way, and last.
    """

    reason: str
    basis: str
    detail: str
    need: str
    objective: str
    baseline: str
    ends_because: str
    looked_for: str
    targets: tuple[tuple[str, str, str], ...]
    support: tuple[tuple[str, str], ...]
    adjustments: tuple[tuple[str, str], ...]
    steps: tuple[str, str, str]
    adults: str
    peers: str
    hopes: str
    worries: str
    helps: str
    parents: str


_PRONOUNS = {
    "F": {"he": "she", "He": "She", "him": "her", "his": "her", "His": "Her"},
    "M": {"he": "he", "He": "He", "him": "him", "his": "his", "His": "His"},
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Puts one child into the words."""

    first: str
    sex: str

    def __call__(self, text: str) -> str:
        return text.format(first=self.first, **_PRONOUNS[self.sex])
