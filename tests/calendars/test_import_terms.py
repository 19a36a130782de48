"""`import_terms`: three forms of file, line by line, and a second run that writes nothing."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from homeward.calendars.models import TermDate
from homeward.calendars.queries import calendar
from homeward.calendars.rules import Period
from homeward.organisations.access import NOBODY
from homeward.organisations.models import Organisation

from .conftest import day

SHEFFIELD = Path(__file__).parent.parent / "data" / "vendor" / "sheffield"
HEADER = "organisation,kind,starts_on,ends_on,name"


def run(path, *options) -> tuple[int, dict]:
    """Run the command; answer its exit code and the JSON of its last line."""
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("import_terms", str(path), "--json", *options, stdout=out, stderr=err)
    except SystemExit as ended:
        code = ended.code
    last = out.getvalue().strip().splitlines()[-1:]
    return code, json.loads(last[0]) if last else {"said": err.getvalue()}


@pytest.fixture
def sheffield(db):
    return Organisation.objects.create(
        kind="authority", name="Sheffield", search_key="sheffield", code="373"
    )


def written(tmp_path, *lines, encoding="utf-8", header=HEADER):
    path = tmp_path / "terms.csv"
    path.write_bytes("\r\n".join([header, *lines]).encode(encoding))
    return path


def test_organisations_are_known_by_urn_code_and_whole_name(tmp_path, oak_park):
    path = written(
        tmp_path,
        "312,term,2026-09-02,2026-12-18,Autumn term",
        "hillingdon,half_term,26/10/2026,30/10/2026,",
        "900001,inset,2026-11-27,,",
        "Oak Park School (example),closure,2026-12-01,2026-12-02,Snow",
    )

    code, told = run(path)

    assert code == 0
    assert (told["read"], told["created"], told["unchanged"], told["rejected"]) == (4, 4, 0, [])
    assert TermDate.objects.filter(organisation=oak_park).count() == 2


def test_a_second_run_writes_nothing(tmp_path, hillingdon):
    path = written(tmp_path, "312,term,2026-09-02,2026-12-18,Autumn term")

    run(path)
    code, told = run(path)

    assert code == 0
    assert (told["created"], told["changed"], told["unchanged"]) == (0, 0, 1)


def test_windows_1252_with_a_curly_apostrophe(tmp_path, hillingdon, make_school):
    school = make_school("St John’s School", "900009", hillingdon)
    path = written(tmp_path, "St John’s School,inset,2026-11-27,,Founder’s day", encoding="cp1252")

    code, told = run(path)

    assert (code, told["created"]) == (0, 1)
    assert TermDate.objects.get(organisation=school).name == "Founder’s day"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("312,holiday,2026-09-02,2026-12-18,", "not a kind"),
        ("Atlantis,term,2026-09-02,2026-12-18,", "No organisation is called"),
        (",term,2026-09-02,2026-12-18,", "organisation is missing"),
        ("312,term,2026-09-02,,", "The end is missing"),
        ("312,term,2026-12-18,2026-09-02,", "before it starts"),
        ("312,term,2026-02-30,2026-03-02,", "not a real date"),
        ("312,term,soon,2026-03-02,", "not a date"),
        ("312,inset,2026-09-01,2026-10-01,", "too long"),
        ("312,term,2026-09-02,2026-12-18", "cells"),
        ("312,term,2026-12-01,2027-03-18,", "shares days"),
        ("Twin School,inset,2026-11-27,,", "use the URN"),
    ],
)
def test_a_wrong_line_is_rejected_and_the_right_ones_are_loaded(
    tmp_path, hillingdon, make_school, line, reason
):
    make_school("Twin School", "900010", hillingdon)
    make_school("Twin School", "900011", hillingdon)
    path = written(tmp_path, "312,term,2026-09-02,2026-12-18,Autumn term", line)

    code, told = run(path)

    assert code == 1
    assert told["created"] == 1
    assert [row["line"] for row in told["rejected"]] == [3]
    assert reason in told["rejected"][0]["reason"]


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b,c\n1,2,3\n", b'{"academic_years": 3}', b"{nonsense", b"\x81\x8d\x00"],
)
def test_a_file_that_is_none_changes_nothing(tmp_path, hillingdon, content):
    path = tmp_path / "terms"
    path.write_bytes(content)

    code, told = run(path)

    assert code == 2
    assert "Nothing was changed" in told["said"]


def test_a_file_that_is_not_there(tmp_path, db):
    assert run(tmp_path / "none.csv")[0] == 2


def test_the_json_of_an_authority_has_195_school_days_a_year(sheffield):
    code, told = run(SHEFFIELD / "term_dates.json")

    assert (code, told["read"], told["created"]) == (0, 18, 18)
    ours = calendar(NOBODY, sheffield.pk)
    assert ours.covers == Period(day("2025-09-01"), day("2028-08-31"))
    for year in (2025, 2026, 2027):
        days = ours.school_days(Period(day(f"{year}-09-01"), day(f"{year + 1}-08-31")))
        assert len(days) == 195


def test_the_calendar_of_holidays_gives_the_same_terms(sheffield):
    run(SHEFFIELD / "term_dates.json")
    before = set(TermDate.objects.values_list("kind", "starts_on", "ends_on"))

    code, told = run(SHEFFIELD / "school_holidays.ics")

    after = set(TermDate.objects.values_list("kind", "starts_on", "ends_on"))
    assert (code, told["rejected"]) == (0, [])
    assert after == before


def test_the_calendar_of_single_school_days_gives_the_same_days(sheffield):
    code, told = run(SHEFFIELD / "term_days_2026_27.ics")

    days = calendar(NOBODY, sheffield.pk).school_days(Period(day("2026-09-01"), day("2027-08-31")))
    assert (code, told["created"], len(days)) == (0, 6, 195)


def test_the_end_of_an_all_day_event_is_the_day_after_its_last(tmp_path, hillingdon):
    path = tmp_path / "one.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\nBEGIN:VEVENT\nUID:1\n"
        "DTSTART;VALUE=DATE:20260902\nDTEND;VALUE=DATE:20261219\nSUMMARY:Autumn term\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20261127\nSUMMARY:INSET day\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:3\nDTSTART;VALUE=DATE:20261128\nSUMMARY:Bake sale\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )

    code, told = run(path, "--organisation", "312")

    assert (code, told["created"]) == (1, 2)
    assert "Bake sale" in told["rejected"][0]["reason"]
    assert set(TermDate.objects.values_list("kind", "starts_on", "ends_on")) == {
        ("term", day("2026-09-02"), day("2026-12-18")),
        ("inset", day("2026-11-27"), day("2026-11-27")),
    }
