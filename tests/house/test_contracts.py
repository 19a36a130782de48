"""The import contracts hold, and each of them breaks where it should."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.ground import HOUSE, ROOT

LINT = Path(sys.executable).parent / "lint-imports"
PLANTED = [
    ("rooms", "web/days.py", "from homeward.placements import codes"),
    ("rooms", "calendars/codes.py", "import homeward.demo"),
    ("floors", "placements/rules/gate.py", "from homeward.placements import queries"),
    ("floors", "organisations/models/people.py", "from homeward.organisations import actions"),
    ("pure", "calendars/rules/notice.py", "from django.db import models"),
    ("views", "due/views.py", "from homeward.due.models import Expectation"),
    ("wiring", "due/queries/mine.py", "from homeward.config import settings"),
]


def lint(folder):
    return subprocess.run(
        [LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path):
    """A copy of the house in which something can be planted."""
    shutil.copytree(HOUSE, tmp_path / "homeward", ignore=shutil.ignore_patterns("static", "*.csv"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_keeps_its_contracts():
    said = lint(ROOT)

    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(("contract", "path", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(copy, contract, path, line):
    planted = copy / "homeward" / path
    planted.write_text(f"{planted.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")

    said = subprocess.run(
        [LINT, "--no-cache", "--contract", contract],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 1, said.stdout + said.stderr
    assert "BROKEN" in said.stdout


def test_a_room_without_a_place_is_found(copy):
    (copy / "homeward" / "attic").mkdir()
    (copy / "homeward" / "attic" / "__init__.py").touch()

    said = lint(copy)

    assert said.returncode == 1
    assert "attic" in said.stdout
