"""What the list of children is narrowed to."""

from homeward.pupils.codes import YEAR_GROUP_SAYS
from homeward.pupils.queries import Chosen
from homeward.reference.codes import rows
from homeward.web.forms import ChoiceField, Form, TextField


class SearchForm(Form):
    """Sent and not linked: a child's name never stands in an address."""

    q = TextField(
        label="Find a child",
        hint="The beginning of any name, in any order, or the whole UPN",
        max_length=120,
    )


class ListForm(Form):
    """Filters that may stand in an address."""

    year = ChoiceField(
        label="Year group",
        layout="select",
        prompt="All",
        choices=[(str(number), says) for number, says in YEAR_GROUP_SAYS.items()],
    )
    sen = ChoiceField(
        label="Special educational needs",
        layout="select",
        prompt="All",
        choices=[
            (row["code"], row["label"])
            for row in rows("sen")
            if row["codeset"] == "provision" and row["code"] != "S"
        ],
    )

    def chosen(self, text: str) -> Chosen:
        """What was chosen; what cannot be read narrows nothing."""
        self.is_valid()
        year = self.cleaned_data.get("year")
        return Chosen(
            text=text,
            year_group=int(year) if year else None,
            sen=self.cleaned_data.get("sen", ""),
        )
