"""A link as a square that the camera of a telephone reads."""

from itertools import groupby

from django.utils.safestring import SafeString
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

_QUIET = 4
"""How wide the margin must be, in modules, for a camera to find the square."""
_MASK = 2
"""Any of the eight masks can be read; trying all of them takes eight times as long."""


def square(address: str) -> SafeString:
    """The square of an address, as SVG with one path: numbers alone, and nothing that was typed."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(address, optimize=0)
    code.make(fit=True)
    rows = code.modules
    side = len(rows) + 2 * _QUIET
    path = "".join(_row(y + _QUIET, row) for y, row in enumerate(rows))
    return SafeString(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" '
        f'height="{side}"><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path d="{path}" fill="#000"/></svg>'
    )


def _row(y: int, row: list[bool | None]) -> str:
    """The dark runs of one row."""
    drawn, x = [], _QUIET
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            drawn.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(drawn)
