"""`./run check`: everything that can be said about the house without running it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
MANAGE = [sys.executable, "manage.py"]
# What needs a borough, or every page for everybody, is the suite's.
QUICK = [f"--ignore=tests/house/{name}.py" for name in ("test_access", "test_run")]

STEPS: tuple[tuple[str, list[str]], ...] = (
    ("lint", [sys.executable, "-m", "ruff", "check", "--quiet", "."]),
    ("format", [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."]),
    # A remembered module that was renamed since is not found again: so nothing is remembered.
    ("types", [sys.executable, "-m", "mypy", f"--cache-dir={os.devnull}", "homeward"]),
    ("import contracts", [str(PROGRAMS / "lint-imports"), "--no-cache"]),
    ("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"]),
    ("templates", [str(PROGRAMS / "djlint"), "homeward", "--lint", "--quiet"]),
    ("house rules", [sys.executable, "-m", "pytest", "tests/house", "-q", *QUICK]),
    ("settings for service", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"]),
)


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory(prefix="homeward-check-") as folder:
        environment = _like_in_service(folder)
        for name, command in STEPS:
            began = time.monotonic()
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=environment if name == "settings for service" else dict(os.environ),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            is_well = done.returncode == 0
            print(f"{'ok  ' if is_well else 'FAIL'} {name} ({time.monotonic() - began:.1f} s)")
            if not is_well:
                failed.append(name)
                print(done.stdout)
            sys.stdout.flush()
    print(f"check: FAILED at {', '.join(failed)}" if failed else "check: all in order")
    return int(bool(failed))


def _like_in_service(folder: str) -> dict[str, str]:
    """The environment of a server, with nothing of this one's own settings."""
    ours = ("HOMEWARD_", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {
        "HOMEWARD_DATA": folder,
        "HOMEWARD_SECRET_KEY": "".join(chr(33 + number % 90) for number in range(7, 700, 11)),
        "HOMEWARD_BASE_URL": "https://homeward.example",
        "HOMEWARD_ALLOWED_HOSTS": "homeward.example",
    }


if __name__ == "__main__":
    sys.exit(main())
