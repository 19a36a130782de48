"""`./run` and what it starts."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.house.ground import ROOT

PATIENCE = 300


def run(*words, **environment):
    return subprocess.run(
        ["./run", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_help_names_every_command():
    said = run("help")

    assert said.returncode == 0
    for command in ("demo", "test", "check", "fix", "bench", "manage", "serve", "worker"):
        assert f"./run {command}" in said.stdout


def test_an_unknown_command_is_refused_in_words():
    said = run("nonsense")

    assert said.returncode == 2
    assert "there is no command 'nonsense'" in said.stderr


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_scripts_can_be_read_and_started(script):
    shell = (ROOT / script).read_text(encoding="utf-8").splitlines()[0].removeprefix("#!")

    assert os.access(ROOT / script, os.X_OK)
    assert subprocess.run([shell, "-n", script], cwd=ROOT, check=False).returncode == 0


def test_packages_are_pinned_by_their_content():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = [line for line in text.splitlines() if line and line[0] not in " #"]
        assert pins
        assert all("==" in line and line.endswith("\\") for line in pins)


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_a_demo_on_a_taken_port_says_so(port, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        said = demo(port, tmp_path).communicate(timeout=60)[0]

    assert f"127.0.0.1:{port} is in use" in said


@pytest.fixture(scope="module")
def borough(tmp_path_factory):
    """A folder for the database of a demo: the second start finds it made."""
    return tmp_path_factory.mktemp("borough")


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="a demo is SQLite's: proved on that leg")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_demo_answers_and_leaves_nothing_running(port, borough, stop):
    started = demo(port, borough)
    said = until(started, "Ctrl-C stops it")
    children = children_of(started.pid)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=60) as page:
        is_well = page.status == 200

    started.send_signal(stop)
    started.communicate(timeout=60)

    assert is_well
    assert f"http://127.0.0.1:{port}/" in said
    assert "lead@oakpark.example" in said
    assert len(children) == 2
    assert started.returncode == 0
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []


def demo(port, folder):
    environment = {"PORT": str(port), "HOST": "127.0.0.1", "HOMEWARD_DATA": str(folder)}
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.Popen(
        [sys.executable, "tools/demo.py", "--size", "small"],
        cwd=ROOT,
        env=kept | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def until(process, words):
    """What a process said until it said these words."""
    said, end = "", time.monotonic() + PATIENCE
    while words not in said:
        line = process.stdout.readline()
        assert line, f"it ended: {said}"
        assert time.monotonic() < end, f"it takes too long: {said}"
        said += line
    return said


def children_of(pid):
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
