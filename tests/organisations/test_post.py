"""No message of a demonstration leaves the machine."""

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends import smtp

from homeward.organisations.post import NotFromDemonstrations


@pytest.fixture
def sent(monkeypatch, tmp_path, settings):
    """What would have gone out by SMTP."""
    settings.DATA_DIR = tmp_path
    gone = []
    monkeypatch.setattr(
        smtp.EmailBackend, "send_messages", lambda self, messages: gone.extend(messages) or 1
    )
    return gone


def send():
    letter = EmailMessage("Subject", "Body", "homeward@localhost", ["new@oakpark.example"])
    return NotFromDemonstrations(alias="default", host="mail.example").send_messages([letter])


def test_a_demonstration_writes_to_a_folder(sent, demo, tmp_path):
    send()

    assert sent == []
    assert "new@oakpark.example" in next((tmp_path / "outbox").iterdir()).read_text()


def test_a_service_sends(sent, db, tmp_path):
    assert send() == 1
    assert len(sent) == 1
    assert not (tmp_path / "outbox").exists()
