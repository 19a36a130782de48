"""Small charts as SVG, made on the server: no script, no colour that means anything by itself.

Each says all it shows in words too, for those who hear it; the table beside it is the page's part.
"""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

type Mark = tuple[str, int | None, int | None, str]
"""A label, the step it is at (the first is 1), the step it was at before, and what to say of it."""

WIDTH = 320
_TRACK = (120, 300)
_TOP, _ROW, _FOOT = 6, 30, 22
_LABEL = 14


def scale_chart(name: str, title: str, marks: Sequence[Mark], steps: Sequence[str]) -> SafeString:
    """Draw where each of several stands on one scale: a full dot now, an empty one before.

    `name` is unique on the page. A mark that is at no step keeps its line, with its words on it.
    """
    height = _TOP + _ROW * len(marks) + _FOOT
    said = " ".join(f"{_plain(label)}: {_plain(says)}." for label, _, _, says in marks)
    return format_html(
        '<svg class="hw-chart" role="img" aria-labelledby="{0}-title {0}-desc" viewBox="0 0 {1} {2}"'
        ' xmlns="http://www.w3.org/2000/svg"><title id="{0}-title">{3}</title>'
        '<desc id="{0}-desc">{4}</desc><g aria-hidden="true">{5}{6}{7}</g></svg>',
        name,
        WIDTH,
        height,
        _plain(title),
        said,
        _ticks(len(steps), height),
        _joined(_row(at, mark, len(steps)) for at, mark in enumerate(marks)),
        _ends(steps, height),
    )


def place(step: int, steps: int) -> int:
    """How far from the left a step of a scale is drawn."""
    first, last = _TRACK
    return first + round((last - first) * (step - 1) / max(steps - 1, 1))


def _ticks(steps: int, height: int) -> SafeString:
    shape = '<line class="hw-chart__tick" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>'
    drawn = ((place(step, steps), _TOP, height - _FOOT) for step in range(1, steps + 1))
    return format_html_join("", shape, drawn)


def _row(at: int, mark: Mark, steps: int) -> SafeString:
    label, now, before, says = mark
    middle = _TOP + _ROW * at + _ROW // 2
    first, last = _TRACK
    parts = [
        format_html(
            '<text class="hw-chart__label" x="0" y="{}">{}</text>', middle + 5, _short(label)
        ),
        format_html(
            '<line class="hw-chart__track" x1="{}" x2="{}" y1="{}" y2="{}"/>',
            first,
            last,
            middle,
            middle,
        ),
    ]
    if now is None:
        parts.append(
            format_html(
                '<text class="hw-chart__none" x="{}" y="{}">{}</text>',
                first + 4,
                middle - 4,
                _plain(says),
            )
        )
    else:
        parts += _dots(now, before, steps, middle)
    return _joined(parts)


def _dots(now: int, before: int | None, steps: int, middle: int) -> list[SafeString]:
    drawn = []
    here = place(now, steps)
    if before is not None and before != now:
        drawn.append(
            format_html(
                '<line class="hw-chart__way" x1="{}" x2="{}" y1="{}" y2="{}"/>'
                '<circle class="hw-chart__before" cx="{}" cy="{}" r="5"/>',
                place(before, steps),
                here,
                middle,
                middle,
                place(before, steps),
                middle,
            )
        )
    drawn.append(
        format_html(
            '<circle class="hw-chart__now" cx="{}" cy="{}" r="8" data-step="{}"/>',
            here,
            middle,
            now,
        )
    )
    return drawn


def _ends(steps: Sequence[str], height: int) -> SafeString:
    """The words of the first and the last step, below their ends."""
    shape = '<text class="hw-chart__end" x="{}" y="{}" text-anchor="{}">{}</text>'
    ends = ((_TRACK[0] - 8, "start", steps[0]), (_TRACK[1] + 8, "end", steps[-1]))
    return format_html_join("", shape, ((x, height - 5, anchor, says) for x, anchor, says in ends))


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _short(label: str) -> str:
    plain = _plain(label)
    return plain if len(plain) <= _LABEL else plain[: _LABEL - 1].rstrip() + "…"


def _plain(text: str) -> str:
    """A text without signs that a drawing cannot hold."""
    return "".join(sign for sign in str(text) if sign.isprintable())
