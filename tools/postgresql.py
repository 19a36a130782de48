"""A PostgreSQL cluster for one run: on a socket in a folder of its own, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "128MB",
    "max_wal_size": "2GB",
    "jit": "off",
}
QUICK = SETTINGS | {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class NotFound(LookupError):
    """There is no PostgreSQL that could be started here."""


@contextmanager
def throw_away(*, is_durable: bool = False) -> Iterator[str]:
    """Start a cluster and lend its address (for DATABASE_URL); stop and remove it afterwards.

    Only a durable one waits for the disk, as a service does. Whoever may enter the folder of the
    socket is trusted, and only this user may. Raises NotFound with a sentence.
    """
    programs, owner = _programs(), _owner()
    settings = SETTINGS if is_durable else QUICK
    folder = Path(tempfile.mkdtemp(prefix="homeward-pg-"))
    try:
        if owner:
            shutil.chown(folder, owner, owner)
        data = folder / "data"
        _run(
            owner,
            [programs / "initdb", "-D", data, "-U", "homeward", "-E", "UTF8", "--locale=C.UTF-8"],
            ["--auth-local=trust", "--auth-host=reject", "--no-sync"],
        )
        options = " ".join(
            f"-c {name}='{value}'"
            for name, value in (settings | {"unix_socket_directories": str(folder)}).items()
        )
        _run(
            owner,
            [programs / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", folder / "log"],
            ["-o", options, "start"],
        )
        try:
            yield f"postgres://homeward@{quote(str(folder), safe='')}/homeward"
        finally:
            _run(owner, [programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of initdb and pg_ctl, of the newest release that is installed."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"),
        key=lambda one: int(one.parts[-3]) if one.parts[-3].isdigit() else 0,
    )
    on_path = shutil.which("pg_ctl")
    if found:
        return found[-1].parent
    if on_path and shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise NotFound("its programs were not found (Debian: postgresql)")


def _owner() -> str:
    """The user to run it as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return ""
    try:
        pwd.getpwnam("postgres")
    except KeyError as missing:
        raise NotFound("it does not run as root, and there is no user postgres") from missing
    return "postgres"


def _run(owner: str, *parts: list[str | Path]) -> None:
    command = [str(word) for part in parts for word in part]
    if owner:
        command = ["runuser", "-u", owner, "--", *command]
    done = subprocess.run(
        command, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout)
        done.check_returncode()


if __name__ == "__main__":
    with throw_away() as lent:
        sys.exit(
            subprocess.run(
                sys.argv[1:], env=dict(os.environ, DATABASE_URL=lent), check=False
            ).returncode
        )
