"""`./run bench [school|authority|england] [--json FILE]`: how fast, against hand-written SQL."""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools import postgresql
from tools.bench.machine import machine
from tools.bench.sizes import PUBLIC, SIZES
from tools.bench.table import table

ROOT = Path(__file__).parents[2]
OURS = ("HOMEWARD_", "DATABASE_URL")


def main(asked: list[str]) -> int:
    """Run every line on each engine that is found. Answers 1 where an engine broke off."""
    signal.signal(signal.SIGTERM, lambda *told: sys.exit(143))
    said = _said(asked)
    left_out: list[str] = []
    with tempfile.TemporaryDirectory(prefix="homeward-bench-") as folder:
        environment = _environment(folder)
        subprocess.run(
            [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"],
            cwd=ROOT,
            env=environment,
            check=True,
        )
        found = {"sqlite": _measured("sqlite", said.size, environment)}
        try:
            with postgresql.throw_away(is_durable=True) as address:
                lent = environment | {"DATABASE_URL": address}
                found["postgresql"] = _measured("postgresql", said.size, lent)
        except postgresql.NotFound as reason:
            left_out.append(f"PostgreSQL: {reason}")
    versions = {engine: one["version"] for engine, one in found.items()}
    lines = [line for one in found.values() for line in one["lines"]]
    _say(lines, machine() | versions, left_out, said.json)
    return int(any(one["broke_off"] for one in found.values()))


def _said(asked: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("size", nargs="?", default="authority", choices=list(SIZES))
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.usage = f"./run bench [{'|'.join(PUBLIC)}] [--json FILE]"
    return parser.parse_args(asked)


def _environment(folder: str) -> dict[str, str]:
    """That of a service, with nothing of this one's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return kept | {"HOMEWARD_DATA": folder, "PYTHONHASHSEED": "0"}


def _measured(engine: str, size: str, environment: dict[str, str]) -> dict[str, Any]:
    """All lines of one engine, measured by a process of their own."""
    print(f"bench: {engine}, size {size}", file=sys.stderr, flush=True)
    file = Path(environment["HOMEWARD_DATA"]) / f"{engine}.json"
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.engine", size, str(file)],
        cwd=ROOT,
        env=environment,
        check=False,
    )
    found = json.loads(file.read_text("utf-8")) if file.exists() else {"version": "", "lines": []}
    return found | {"broke_off": done.returncode != 0}


def _say(
    lines: list[dict[str, Any]], on: dict[str, Any], left_out: list[str], file: Path | None
) -> None:
    print(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in on.items()), end="\n\n")
    print(table(lines))
    for one in left_out:
        print(f"LEFT OUT: {one}")
    if file:
        written = {"machine": on, "lines": lines, "left_out": left_out}
        file.write_text(json.dumps(written, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
