"""How a field becomes label, hint, error and control: GOV.UK Frontend's own markup, by its macros.

Pages never call those macros themselves; if the package goes, only this module changes.
"""

from functools import cache
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.template import engines
from django.utils.safestring import SafeString

from .dates import BOXES, DateBoxes
from .text import ECHOED


class GroupField(BoundField):
    """A field that can print its whole group: `{{ field.as_field_group() }}` or `{{ field.group() }}`."""

    def render(
        self,
        template_name: Any = None,
        context: Any = None,
        renderer: Any = None,
        **extra: Any,
    ) -> SafeString:
        """Print the group. `extra` adds to what the macro is given, such as `legend_size="l"`."""
        if self.is_hidden:
            return self.as_widget()
        size = extra.pop("legend_size", "s")
        component, values = _describe(self, size)
        return macro(component, values | extra)

    as_field_group = group = render


class PageRenderer(TemplatesSetting):
    """The renderer of every form, those of allauth too."""

    bound_field_class = GroupField


def macro(component: str, values: dict[str, Any]) -> SafeString:
    """Print one component of GOV.UK Frontend."""
    return SafeString(_revealed_by_style(str(_macro(component)(values))))


def first_control(field: BoundField) -> str:
    """Answer the id of the control to which an error of this field leads."""
    if isinstance(field.field.widget, DateBoxes):
        return f"{field.auto_id}_{(_wrong_boxes(field) or BOXES)[0]}"
    return str(field.auto_id)


def _revealed_by_style(html: str) -> str:
    """Leave revealing to the style sheet: `aria-expanded` is not allowed on a radio (WAI-ARIA 1.2).

    Typed text cannot be meant: its quotation marks are escaped.
    """
    for kind in ("radios", "checkboxes"):
        html = html.replace(f' govuk-{kind}__conditional--hidden"', '"')
    return html.replace(' data-aria-controls="', ' data-reveals="')


@cache
def _macro(component: str) -> Any:
    environment = engines["pages"].env  # type: ignore[attr-defined]
    name = "govuk" + component.title().replace("-", "")
    if component == "select":
        return environment.get_template("web/_select.jinja").module.select
    path = f"govuk_frontend_jinja/components/{component}/macro.html"
    return getattr(environment.get_template(path).module, name)


def _describe(field: BoundField, size: str) -> tuple[str, dict[str, Any]]:
    """Answer the component that shows this field, and its values."""
    widget = field.field.widget
    match widget:
        case DateBoxes():
            return "date-input", _common(field) | _legend(field, size) | _boxes(field)
        case forms.CheckboxSelectMultiple():
            classes = "govuk-checkboxes--small" if getattr(field.field, "is_small", False) else ""
            return "checkboxes", _common(field) | _legend(field, size) | _items(field, classes)
        case forms.RadioSelect():
            inline = getattr(field.field, "layout", "") == "inline"
            classes = "govuk-radios--inline" if inline else ""
            return "radios", _common(field) | _legend(field, size) | _items(field, classes)
        case forms.CheckboxInput():
            return "checkboxes", _single(field)
        case forms.Select():
            return "select", _common(field) | _label(field) | {"items": _options(field)}
        case forms.Textarea():
            return _textarea(field)
        case forms.FileInput():
            attributes = {"attributes": _attributes(field, "accept")}
            return "file-upload", _common(field) | _label(field) | attributes
        case forms.PasswordInput():
            autocomplete = widget.attrs.get("autocomplete", "current-password")
            return "password-input", _common(field) | _label(field) | {"autocomplete": autocomplete}
    return "input", _common(field) | _label(field) | _input(field)


def _common(field: BoundField) -> dict[str, Any]:
    values: dict[str, Any] = {"id": field.auto_id, "name": field.html_name}
    if field.help_text:
        values["hint"] = {"text": str(field.help_text)}
    if field.errors:
        values["errorMessage"] = {"text": str(field.errors[0])}
    return values


def _label(field: BoundField) -> dict[str, Any]:
    return {"label": {"text": str(field.label), "classes": "govuk-label--s"}}


def _legend(field: BoundField, size: str) -> dict[str, Any]:
    legend = {"text": str(field.label), "classes": f"govuk-fieldset__legend--{size}"}
    return {"fieldset": {"legend": legend}, "idPrefix": field.auto_id}


def _attributes(field: BoundField, *names: str) -> dict[str, str]:
    attrs = field.field.widget.attrs
    return {name: str(attrs[name]) for name in names if name in attrs}


def _value(field: BoundField) -> str:
    value = field.value()
    return "" if value is None else str(value)


def _input(field: BoundField) -> dict[str, Any]:
    widget, asked = field.field.widget, field.field
    values: dict[str, Any] = {
        "value": _value(field)[:ECHOED],
        "type": getattr(widget, "input_type", "text"),
        "attributes": {},
    }
    for name in ("autocomplete", "inputmode", "spellcheck", "autocapitalize"):
        if name in widget.attrs:
            values[name] = str(widget.attrs[name])
    if width := getattr(asked, "width", 0):
        values["classes"] = f"govuk-input--width-{width}"
    if suffix := getattr(asked, "suffix", ""):
        values["suffix"] = {"text": suffix}
    return values


def _textarea(field: BoundField) -> tuple[str, dict[str, Any]]:
    values = _common(field) | _label(field) | {"value": _value(field)[:ECHOED]}
    values["rows"] = str(field.field.widget.attrs.get("rows", 4))
    most = getattr(field.field, "most", None)
    if most is None:
        return "textarea", values
    return "character-count", values | {"maxlength": str(most), "threshold": "75"}


def _boxes(field: BoundField) -> dict[str, Any]:
    widget: Any = field.field.widget
    value = field.value()
    typed = value if isinstance(value, list) else widget.decompress(value)
    wrong = _wrong_boxes(field) if field.errors else []
    items = []
    for box, text in zip(BOXES, typed, strict=True):
        error = " govuk-input--error" if box in (wrong or BOXES) and field.errors else ""
        items.append(
            {
                "id": f"{field.auto_id}_{box}",
                "name": f"{field.html_name}_{box}",
                "label": box.capitalize(),
                "value": str(text)[:40],
                "classes": f"govuk-input--width-{4 if box == 'year' else 2}{error}",
                "inputmode": "text" if box == "month" and str(text).isalpha() else "numeric",
            }
        )
    return {"items": items}


def _wrong_boxes(field: BoundField) -> list[str]:
    for error in field.errors.as_data():
        params = getattr(error, "params", None)
        if params and "boxes" in params:
            return list(params["boxes"])
    return []


def _chosen(field: BoundField) -> set[str]:
    value = field.value()
    listed = value if isinstance(value, list | tuple | set) else [value]
    return {"" if one is None else str(one) for one in listed}


def _choices(field: BoundField) -> list[tuple[str, str]]:
    choices: Any = field.field.choices  # type: ignore[attr-defined]
    return [(str(value), str(says)) for value, says in choices]


def _items(field: BoundField, classes: str) -> dict[str, Any]:
    chosen, hints = _chosen(field), getattr(field.field, "hints", {})
    reveals = getattr(field.field, "reveals", {})
    items = []
    for value, says in _choices(field):
        item: dict[str, Any] = {"value": value, "text": says, "checked": value in chosen}
        if value in hints:
            item["hint"] = {"text": hints[value]}
        if value in reveals:
            item["conditional"] = {"html": _revealed(field, reveals[value])}
        items.append(item)
    return {"items": items, "classes": classes}


def _revealed(field: BoundField, names: Any) -> SafeString:
    groups: list[Any] = [field.form[name] for name in names]
    return SafeString("".join(group.as_field_group() for group in groups))


def _single(field: BoundField) -> dict[str, Any]:
    values = _common(field)
    hint = values.pop("hint", None)
    item = {"value": "on", "text": str(field.label), "checked": bool(field.value())}
    if hint:
        item["hint"] = hint
    return values | {"idPrefix": field.auto_id, "items": [item]}


def _options(field: BoundField) -> list[dict[str, Any]]:
    chosen = _chosen(field)
    return [
        {"value": value, "text": says, "selected": value in chosen}
        for value, says in _choices(field)
    ]
