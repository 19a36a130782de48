"""`./run demo`: the database, the demo borough, the worker and the site, until it is stopped."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
MANAGE = [sys.executable, str(ROOT / "manage.py")]
SITE = [
    *[sys.executable, "-m", "gunicorn", "--log-level", "warning"],
    *["--config", "python:homeward.config.gunicorn", "homeward.config.wsgi"],
]
PASSWORD = "homeward-demo"  # noqa: S105 - printed on the sign-in page of a demo
SIGN_INS = (
    ("lead@oakpark.example", "AP lead of the home school"),
    ("tutor@oakpark.example", "keeps the weekly contact"),
    ("head@oakpark.example", "headteacher"),
    ("teacher@oakpark.example", "class teacher"),
    ("lead@elmroad.example", "another school: sees nothing of Oak Park's"),
    ("keyworker@bridgehouse.example", "unregistered provider"),
    ("keyworker@northgate.example", "registered AP school"),
    ("exclusions@authority.example", "Exclusions Team"),
    ("post16@authority.example", "Post-16 team"),
    ("commissioner@authority.example", "commissioner"),
    ("admin@authority.example", "administrator"),
)


def main() -> int:
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    for number in (signal.SIGINT, signal.SIGTERM):  # a parent may have had them ignored
        signal.signal(number, _stop)
    if not _is_free(host, int(port)):
        print(f"demo: {host}:{port} is in use. Choose another: PORT=8001 ./run demo")
        return 2
    try:
        _prepare(sys.argv[1:])
        return _run(f"http://{'localhost' if host == '0.0.0.0' else host}:{port}")  # noqa: S104
    except subprocess.CalledProcessError as failed:
        print(f"demo: it stopped at `manage.py {failed.cmd[2]}`; the reason is above.")
        return 1
    except KeyboardInterrupt:
        print("demo: stopped.")
        return 0


def _prepare(asked: list[str]) -> None:
    """Bring the database up to date and tell the stories if none were told; static files meanwhile."""
    static = subprocess.Popen(
        [*MANAGE, "collectstatic", "--no-input", "--verbosity", "0"], cwd=ROOT
    )
    try:
        for command in (["migrate", "--verbosity", "0"], ["demo", "--if-missing", *asked]):
            subprocess.run([*MANAGE, *command], cwd=ROOT, check=True)
    finally:
        static.wait()
    if static.returncode:
        raise subprocess.CalledProcessError(static.returncode, static.args)


def _run(address: str) -> int:
    processes = [subprocess.Popen(command, cwd=ROOT) for command in ([*MANAGE, "worker"], SITE)]
    try:
        if _answers(address, processes):
            _say(address)
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
        print("demo: the worker or the site ended by itself; the reason is above.")
        return 1
    finally:
        _end(processes)


def _answers(address: str, processes: list[subprocess.Popen[bytes]]) -> bool:
    """Wait until the site answers; False where it ended instead."""
    while all(process.poll() is None for process in processes):
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=5):  # noqa: S310 - our own
                return True
        except (OSError, http.client.HTTPException):  # not there yet, or still too busy to speak
            time.sleep(0.1)
    return False


def _say(address: str) -> None:
    print(f"\nHomeward is at {address}/\n\nSign in with the password {PASSWORD} as\n")
    for email, who in SIGN_INS:
        print(f"  {email:<32} {who}")
    print("\nEverybody is invented, and no message leaves this machine. Ctrl-C stops it.\n")
    sys.stdout.flush()


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=25)
        except subprocess.TimeoutExpired:
            process.kill()


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _stop(number: int, frame: FrameType | None) -> None:
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
