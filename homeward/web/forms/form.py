"""The form itself, and what it says when something is to be mended."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .groups import GroupField, first_control, macro


class BoundGroup(GroupField):
    """A field of our own forms: printed, it is the whole group."""

    def __str__(self) -> SafeString:
        return self.render()

    __html__ = __str__


class Form(forms.Form):
    """Every form of our pages. Browsers do not check it: our sentences are kinder than theirs."""

    bound_field_class = BoundGroup
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def error_summary(self) -> SafeString:
        """The list of mistakes, each leading to its field; empty where there is none."""
        return error_summary(self)


def error_summary(*wrong: forms.BaseForm) -> SafeString:
    """Print the list of mistakes of one form, or of several on one page."""
    listed = [line for form in wrong for line in _lines(form)]
    if not listed:
        return SafeString("")
    return macro(
        "error-summary", {"titleText": _("There is something to put right"), "errorList": listed}
    )


def has_mistakes(values: Iterable[Any]) -> bool:
    """Is one of these values a form, sent and not right?"""
    return any(
        isinstance(value, forms.BaseForm | BaseFormSet) and value.is_bound and not value.is_valid()
        for value in values
    )


def shown_fields(form: forms.BaseForm) -> list[BoundField]:
    """Answer the fields that stand on their own: those revealed by an answer stand under it."""
    revealed = {
        name
        for field in form.fields.values()
        for names in getattr(field, "reveals", {}).values()
        for name in names
    }
    return [field for field in form.visible_fields() if field.name not in revealed]


def _lines(form: forms.BaseForm) -> Iterable[dict[str, str]]:
    if not form.is_bound:
        return
    in_order = [name for name in (NON_FIELD_ERRORS, *form.fields) if name in form.errors]
    for name in in_order:
        for text in form.errors[name]:
            line = {"text": str(text)}
            if name in form.fields and not form[name].is_hidden:
                line["href"] = f"#{first_control(form[name])}"
            yield line
