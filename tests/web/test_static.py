"""What is sent to browsers: small, our own, nothing that is licensed for GOV.UK alone."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.test import override_settings

from homeward.web import errors, static

from .conftest import STRANGER

FOLDER = Path(static.__file__).parent / "static" / "web"
FIRST_VISIT = [
    "homeward.css",
    "page.js",
    "homeward.svg",
    "vendor/govuk-frontend/govuk.css",
    "vendor/govuk-frontend/govuk.js",
]


def test_no_font_crown_or_picture_of_govuk_is_shipped() -> None:
    for file in (file for file in FOLDER.rglob("*") if file.is_file()):
        assert file.suffix in {".css", ".js", ".svg", ".txt"}, file
        text = file.read_text()
        for forbidden in ("GDS Transport", "govuk-crest", "@font-face", "sourceMappingURL"):
            assert forbidden not in text, (file, forbidden)
        assert "crown" not in file.name


def test_nothing_is_asked_of_another_host() -> None:
    for file in FOLDER.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?!data:)", file.read_text()), file
        assert "@import" not in file.read_text()


def test_a_licence_stands_beside_what_others_made() -> None:
    for folder in (FOLDER / "vendor").iterdir():
        assert (folder / "LICENCE.txt").read_text().strip()


def test_a_first_visit_fits_in_45_kilobytes(ask: Callable[..., HttpRequest]) -> None:
    sent = [(FOLDER / name).read_bytes() for name in FIRST_VISIT]
    page = errors.not_found(ask(by=STRANGER)).content

    size = sum(len(gzip.compress(one, 6)) for one in [*sent, page])

    assert size <= 37_000, f"{size:,} bytes leave too little room for a page's own text"


def test_files_are_named_by_content(tmp_path: Path) -> None:
    from django.core.management import call_command

    storages = {"staticfiles": {"BACKEND": "homeward.web.static.NamedByContent"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=storages):
        call_command("collectstatic", verbosity=0, interactive=False)

    module = next((tmp_path / "web").glob("page.*.js")).read_text()
    assert re.search(r'from "\./vendor/govuk-frontend/govuk\.[0-9a-f]{12}\.js"', module)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("#ffffff", "#0b3b3c"),
        ("#4a5956", "#ffffff"),
        ("#4a5956", "#f3f6f4"),
        ("#4a5956", "#e9f1ee"),
        ("#0f5b57", "#f3f6f4"),
        ("#0c5a66", "#e9f1ee"),
        ("#54417c", "#e9f1ee"),
    ],
)
def test_colours_of_text_can_be_read(text: str, ground: str) -> None:
    light, dark = sorted((_luminance(text), _luminance(ground)), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_each_tag_can_be_read() -> None:
    styles = (FOLDER / "homeward.css").read_text()
    tags = re.findall(r"\.hw-tag--\w+ \{ background: (#\w{6}); color: (#\w{6}); \}", styles)

    assert len(tags) == 7
    for ground, text in tags:
        light, dark = sorted((_luminance(text), _luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ground, text)
