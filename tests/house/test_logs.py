"""No child's name reaches the log."""

import logging

import structlog

from homeward.config.logs import WithoutTexts

CHILD = "Amira Haddad"


def raised():
    try:
        {}[CHILD]
    except KeyError as first:
        second = ValueError(f"the pupil {CHILD} was not found")
        second.__cause__ = first
        return type(second), second, first.__traceback__


def test_a_problem_is_logged_by_its_kind_and_its_way():
    said = WithoutTexts().formatException(raised())

    assert "Amira" not in said
    assert said.index("builtins.KeyError") < said.index("builtins.ValueError")
    assert "test_logs.py" in said


def test_the_site_logs_that_way():
    handlers = [
        one for one in logging.getLogger().handlers if isinstance(one.formatter, WithoutTexts)
    ]

    assert handlers


def test_a_line_of_ours_is_fields(caplog):
    structlog.get_logger("homeward.jobs").warning("job failed", kind="tell", attempts=2)

    assert caplog.messages == ['event="job failed" kind=tell attempts=2']
