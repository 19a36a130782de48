"""Settings come from the environment; a wrong one is answered in a sentence that says what to do."""

import json
import os
import subprocess
import sys

import pytest

from tests.house.ground import ROOT

SERVICE = {
    "HOMEWARD_BASE_URL": "https://homeward.example",
    "HOMEWARD_SECRET_KEY": "".join(chr(33 + number % 90) for number in range(7, 700, 11)),
}
SIGN_IN = [
    {
        "provider_id": "dfe",
        "name": "DfE Sign-in",
        "client_id": "homeward",
        "secret": "not-a-secret",
        "server_url": "https://service.example/.well-known/openid-configuration",
    }
]


def ask(folder, name, **environment):
    """The value of a setting in a process of its own; or what it was answered instead."""
    kept = {one: value for one, value in os.environ.items() if not one.startswith("HOMEWARD_")}
    kept.pop("DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-c", f"from homeward.config import settings as s; print(s.{name})"],
        cwd=ROOT,
        env=kept | {"HOMEWARD_DATA": str(folder)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"HOMEWARD_TODAY": "tomorrow"}, "Give a date such as 2026-11-24, or leave it out."),
        ({"HOMEWARD_DEBUG": "perhaps"}, "Say true or false, or leave it out."),
        ({"HOMEWARD_BASE_URL": "homeward.example"}, "must start with http:// or https://"),
        ({"HOMEWARD_BASE_URL": "https://homeward.example"}, "HOMEWARD_SECRET_KEY must be set"),
        ({"DATABASE_URL": "oak://park"}, "Give postgres://user:password@host:5432/name"),
        ({"HOMEWARD_SIGN_IN_WITH": "DfE"}, "Give a JSON list"),
    ],
)
def test_a_wrong_setting_is_answered_in_a_sentence(tmp_path, environment, sentence):
    said = ask(tmp_path, "DEBUG", **environment)

    assert said.returncode != 0
    assert sentence in said.stderr.splitlines()[-1]


def test_nothing_needs_to_be_set(tmp_path):
    said = ask(tmp_path, "DATABASES['default']['NAME']")

    assert said.stdout.strip() == str(tmp_path / "homeward.sqlite3")


@pytest.mark.parametrize(
    "name", ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"]
)
def test_a_service_keeps_to_https(tmp_path, name):
    assert ask(tmp_path, name, **SERVICE).stdout.strip() == "True"


def test_another_sign_in_service_is_offered_and_let_through_the_policy(tmp_path):
    environment = SERVICE | {"HOMEWARD_SIGN_IN_WITH": json.dumps(SIGN_IN)}

    assert "DfE Sign-in" in ask(tmp_path, "SOCIALACCOUNT_PROVIDERS", **environment).stdout
    assert "'https://service.example'" in ask(tmp_path, "SECURE_CSP", **environment).stdout
