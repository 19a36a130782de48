"""How the directory is narrowed down."""

from typing import Any

from homeward.portal.codes import OPEN, PHASES, STATUSES
from homeward.web.forms import ChoiceField, Form, TextField

EVERYWHERE = "all"


class SchoolsWanted(Form):
    """Everything may stay empty: then the open schools of the authority are shown."""

    q = TextField(label="Part of the name, or the URN", max_length=100)
    phase = ChoiceField(label="Phase", choices=PHASES, layout="select", prompt="All phases")
    status = ChoiceField(label="Status", choices=STATUSES[1:], layout="select", prompt="Open")
    area = ChoiceField(label="Area", layout="select", prompt="All areas")

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area: Any = self.fields["area"]
        if areas:
            listed = [("", areas[0][1]), *areas[1:], (EVERYWHERE, "Everywhere in the register")]
            area.choices = listed
        self.home = areas[0][0] if areas else ""

    def wanted(self) -> dict[str, str]:
        """Answer what is looked for, by the names of the query."""
        chosen = self.cleaned_data
        area = chosen["area"] or self.home
        return {
            "text": chosen["q"],
            "phase": chosen["phase"],
            "status": chosen["status"] or OPEN,
            "area": "" if area == EVERYWHERE else area,
        }
