"""One numbered passage of guidance, and how binding it is."""

from dataclasses import dataclass
from enum import StrEnum


class Force(StrEnum):
    """How binding a passage is."""

    LAW = "law"
    STATUTORY = "statutory guidance"
    GOOD_PRACTICE = "good practice"
    LOCAL = "local"
    FUTURE_LAW = "future law"
    HOUSE_DEFAULT = "house default"

    @property
    def label(self) -> str:
        """Answer the words that a page shows for this force."""
        return _LABELS[self]


_LABELS = {
    Force.LAW: "The law",
    Force.STATUTORY: "Statutory guidance",
    Force.GOOD_PRACTICE: "Good practice",
    Force.LOCAL: "Local guidance of the authority",
    Force.FUTURE_LAW: "Announced, not yet law",
    Force.HOUSE_DEFAULT: "A setting of Homeward that the authority can change",
}


class Verified(StrEnum):
    """How far the wording was checked against its source."""

    VERIFIED = "verified"
    PARTLY = "partly"
    RECALLED = "recalled"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that somebody outside says should happen, in our own words.

    `number` is what people quote: a promise of the reintegration page (R13), of a neighbouring page
    (L16), a national rule (R-OSD-02) or a setting of the house (H03).
    """

    key: str
    number: str
    title: str
    says: str
    source: str
    force: Force
    verified: Verified = Verified.VERIFIED
    promises: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    who: str = ""
    is_deadline_ours: bool = False

    @property
    def shown_force(self) -> Force:
        """Answer the force a page may claim: what was not verified is a setting, never law."""
        if self.verified is Verified.VERIFIED:
            return self.force
        return Force.HOUSE_DEFAULT

    @property
    def is_expected(self) -> bool:
        """Say whether a rule must cite this passage, or a reason be listed why none does."""
        return self.force in {Force.LAW, Force.STATUTORY, Force.LOCAL}

    @property
    def link(self) -> str:
        """Answer the web address of the source, or nothing where the source is not a page."""
        return self.source if self.source.startswith("https://") else ""
