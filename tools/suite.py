"""`./run test`: the suite on each database, and in a browser, and plainly what was left out."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import postgresql

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
WITHOUT_BROWSER = ("-m", "not browser")
ONLY_BROWSER = ("-m", "browser")
SETTINGS = ("DATABASE_URL", "HOMEWARD_TODAY", "HOMEWARD_EMAIL_URL", "HOMEWARD_BASE_URL")
COLOUR = re.compile("\x1b\\[[0-9;]*m")
NOTHING_SELECTED = 5
MOST_AT_ONCE = 4


@dataclass
class Outcome:
    """What was run and what was not."""

    lines: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)

    def run(self, engine: str, asked: list[str], environment: dict[str, str]) -> None:
        print(f"\n== {engine}\n", flush=True)
        code, last = _pytest(asked, environment)
        self.codes.append(code)
        said = {0: "passed", NOTHING_SELECTED: "nothing selected"}.get(code, "FAILED")
        self.lines.append(f"{engine}: {said}: {last}")


def _pytest(asked: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run pytest, showing what it says as it says it; answer its exit code and its last line."""
    command = [sys.executable, "-m", "pytest", *_shared_out(asked), *asked]
    if sys.stdout.isatty():
        command.append("--color=yes")
    last = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            last = line if line.strip() else last
    return running.returncode, COLOUR.sub("", last).strip(" =\n")


def _shared_out(asked: list[str]) -> list[str]:
    """Share the tests out over the cores, each with a database of its own, unless told otherwise."""
    if any(one.startswith(("-n", "--numprocesses", "--pdb")) for one in asked):
        return []
    return ["-n", str(min(os.cpu_count() or 1, MOST_AT_ONCE)), "--dist", "worksteal"]


def main(asked: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *told: sys.exit(143))
    is_quick, is_complete = "--quick" in asked, "--complete" in asked
    asked = [one for one in asked if one not in {"--quick", "--complete"}]
    outcome = Outcome()
    with tempfile.TemporaryDirectory(prefix="homeward-test-") as folder:
        environment = {name: value for name, value in os.environ.items() if name not in SETTINGS}
        environment |= {"HOMEWARD_DATA": folder, "PYTHONHASHSEED": "0"}
        outcome.run("the suite on SQLite", [*asked, *WITHOUT_BROWSER], environment)
        if is_quick:
            outcome.left_out.append("PostgreSQL and the browser, as --quick asks")
        else:
            _on_postgresql(outcome, [*asked, *WITHOUT_BROWSER], environment)
            _in_browser(outcome, [*asked, *ONLY_BROWSER], environment)
    return _say(outcome, is_complete)


def _on_postgresql(outcome: Outcome, asked: list[str], environment: dict[str, str]) -> None:
    try:
        with postgresql.throw_away() as address:
            outcome.run("the suite on PostgreSQL", asked, environment | {"DATABASE_URL": address})
    except postgresql.NotFound as reason:
        outcome.left_out.append(f"PostgreSQL: {reason}")


def _in_browser(outcome: Outcome, asked: list[str], environment: dict[str, str]) -> None:
    """The journeys, by themselves: a running browser would disturb what comes after it."""
    if any(shutil.which(one) for one in CHROMIUM):
        outcome.run("the journeys in Chromium", asked, environment)
    else:
        outcome.left_out.append("the journeys in a browser: no Chromium found (Debian: chromium)")


def _say(outcome: Outcome, is_complete: bool) -> int:
    print()
    for line in outcome.lines:
        print(line)
    for line in outcome.left_out:
        print(f"LEFT OUT: {line}")
    if not outcome.left_out:
        print("Nothing was left out.")
    if all(code == NOTHING_SELECTED for code in outcome.codes):
        return NOTHING_SELECTED
    worst = max((code for code in outcome.codes if code != NOTHING_SELECTED), default=0)
    return worst or int(is_complete and bool(outcome.left_out))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
