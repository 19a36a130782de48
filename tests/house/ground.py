"""What the checks of the whole house look at: its modules, templates, rooms and addresses."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOUSE = ROOT / "homeward"


@dataclass(frozen=True)
class Module:
    """One Python file, read but not run."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text)

    @property
    def room(self) -> str:
        """The room it stands in, such as `placements`; "" outside the house."""
        parts = self.path.split("/")
        return parts[1] if parts[0] == "homeward" and len(parts) > 2 else ""

    @property
    def floor(self) -> str:
        """The floor it stands on, such as `views`, whether that is a module or a folder."""
        parts = self.path.split("/")
        return parts[2].removesuffix(".py") if self.room else ""

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def size(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, its docstring apart."""
    lines = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        said = function.body[0]
        lines -= said.end_lineno - said.lineno + 1
    return lines


@cache
def kept_files() -> tuple[str, ...]:
    """Everything that is, or will be, in the repository, by its path."""
    said = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(sorted(path for path in set(said.split("\0")) if (ROOT / path).is_file()))


def modules(*under: str) -> list[Module]:
    """The Python files below these folders, migrations apart."""
    return [
        Module(path, (ROOT / path).read_text(encoding="utf-8"))
        for path in kept_files()
        if path.endswith(".py")
        and path.startswith(tuple(f"{folder}/" for folder in under))
        and "/migrations/" not in path
    ]


def templates() -> dict[str, str]:
    """The text of each page template, by its path."""
    return {
        path: (ROOT / path).read_text(encoding="utf-8")
        for path in kept_files()
        if path.startswith("homeward/") and path.endswith(".jinja")
    }


@cache
def rooms() -> tuple[str, ...]:
    """The rooms from top to bottom, as the import contract has them."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = said["tool"]["importlinter"]["contracts"]
    return tuple(next(one["layers"] for one in contracts if one.get("id") == "rooms"))


def is_above(room: str, other: str) -> bool:
    """Whether a room stands above another."""
    return rooms().index(room) < rooms().index(other)


def import_floor(floor: str) -> dict[str, list[object]]:
    """The modules of one floor of each room, imported, with those of a folder one by one."""
    return {
        room: [
            import_module(one.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
            for one in modules(f"homeward/{room}")
            if one.floor == floor
        ]
        for room in rooms()
    }
