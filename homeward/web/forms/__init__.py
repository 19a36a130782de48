"""Form fields that print themselves: label, hint, error and control, accessible as they come.

`{{ form.name }}` prints the whole group, `{{ form.error_summary }}` the list of mistakes.
"""

from .choices import ChoiceField, ConfirmField, MultipleChoiceField, YesNoField
from .dates import DateField, TimeField
from .form import Form, error_summary, has_mistakes, shown_fields
from .groups import GroupField, PageRenderer
from .text import (
    EmailField,
    FileField,
    HiddenField,
    HoursField,
    LongTextField,
    NumberField,
    TextField,
)

__all__ = [
    "ChoiceField",
    "ConfirmField",
    "DateField",
    "EmailField",
    "FileField",
    "Form",
    "GroupField",
    "HiddenField",
    "HoursField",
    "LongTextField",
    "MultipleChoiceField",
    "NumberField",
    "PageRenderer",
    "TextField",
    "TimeField",
    "YesNoField",
    "error_summary",
    "has_mistakes",
    "shown_fields",
]
