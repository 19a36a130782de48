"""Returned mail: what is a notice about a letter of ours, and what is not."""

import io
import json
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from homeward.letters import queries
from homeward.letters.bounces import Came, read
from homeward.letters.codes import State
from homeward.organisations.access import NOBODY
from tests.letters.conftest import written

REPORT = """From: MAILER-DAEMON@mx.example
To: homeward@localhost
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver it.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; mother@family.example
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <mother@family.example>: no such
 mailbox

--b
Content-Type: {kind}

Message-ID:
 {message_id}
Subject: A letter
{body}
--b--
"""


def report(message_id, action="failed", kind="message/rfc822"):
    body = "\nDear Ms Haddad\n" if kind == "message/rfc822" else ""
    made = REPORT.format(action=action, kind=kind, message_id=message_id, body=body)
    return made.encode()


def received(raw, monkeypatch):
    said = io.StringIO()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    call_command("receive_bounces", "--json", stdout=said)
    return {name: count for name, count in json.loads(said.getvalue()).items() if count}


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_notice_names_the_letter_and_why_it_came_back(kind):
    notice = read(report("<x@homeward.example>", kind=kind))

    assert notice.came == Came.BACK
    assert notice.message_id == "<x@homeward.example>"
    assert notice.because.endswith("550 5.1.1 <mother@family.example>: no such mailbox")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"In-Reply-To: <x@homeward.example>\nAuto-Submitted: auto-replied\n\nI am on holiday.",
        b"Content-Type: multipart/report; boundary=b\n\n--b\nnothing",
        b"Content-Type: message/delivery-status\n\n",
    ],
)
def test_anything_else_is_no_notice(raw):
    assert read(raw).came == Came.OTHER


def test_a_letter_that_came_back_is_noted_once(cast, monkeypatch):
    message = written(cast)
    raw = report(message.message_id)

    assert received(raw, monkeypatch) == {"came_back": 1}
    assert received(raw, monkeypatch) == {"again": 1}

    stands = queries.standing(NOBODY, [message.reference])[message.reference]
    assert stands.state == State.CAME_BACK
    assert "no such mailbox" in stands.because


def test_a_late_letter_and_a_strange_one_change_nothing(cast, monkeypatch):
    message = written(cast)

    assert received(report(message.message_id, action="delayed"), monkeypatch) == {"late": 1}
    assert received(report("<other@elsewhere.example>"), monkeypatch) == {"unknown": 1}
    stands = queries.standing(NOBODY, [message.reference])[message.reference]
    assert stands.state == State.WAITING


def test_files_are_read_and_counted_in_words(cast, tmp_path):
    message = written(cast)
    (tmp_path / "one.eml").write_bytes(report(message.message_id))
    said = io.StringIO()

    call_command("receive_bounces", str(tmp_path / "one.eml"), stdout=said)

    assert said.getvalue().startswith("Came back: 1. Known before: 0.")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("receive_bounces", str(tmp_path / "none.eml"))
