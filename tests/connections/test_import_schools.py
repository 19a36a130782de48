"""The public schools register, on the real files and on bad ones."""

import gzip
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from homeward.connections.import_schools import HILLINGDON, import_schools
from homeward.organisations.access import NOBODY
from homeward.organisations.models import Organisation, OrganisationLink, School
from homeward.organisations.queries import chain

DATA = Path(__file__).resolve().parents[1] / "data"
ENGLAND = DATA / "england_open_schools_2026-01-30.csv.gz"
LINKS = DATA / "gias_links_2025-04-22.csv.gz"
HEADER = "URN,LA (code),EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,TypeOfEstablishment (code)"

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    def write(*lines, header=HEADER, encoding="utf-8", name="schools.csv"):
        path = tmp_path / name
        path.write_bytes("\r\n".join([header, *lines, ""]).encode(encoding))
        return path

    return write


def run(capsys, *arguments):
    code = 0
    try:
        call_command("import_schools", *map(str, arguments), "--json")
    except SystemExit as left:
        code = left.code
    return code, json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_the_hillingdon_file_is_imported(capsys, db):
    code, done = run(capsys, HILLINGDON)

    assert code == 1
    assert (done["read"], done["created"], done["unchanged"]) == (124, 123, 0)
    assert done["rejected"] == [{"line": 56, "reason": "It has no name."}]
    school = School.objects.get(urn="102365")
    assert (school.establishment_number, school.phase) == ("1000", "Nursery")
    assert school.organisation.authority.gss_code == "E09000017"
    assert School.objects.filter(organisation__is_closed=True).count() == done["closed"] == 10


def test_a_second_run_writes_nothing(capsys, django_assert_max_num_queries):
    run(capsys, HILLINGDON)
    with django_assert_max_num_queries(8) as asked:
        _, done = run(capsys, HILLINGDON)

    assert (done["created"], done["updated"], done["unchanged"]) == (0, 0, 123)
    wrote = [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert wrote == []


def test_england_and_the_links_are_imported_and_a_second_run_writes_nothing(
    capsys, django_assert_max_num_queries
):
    run(capsys, HILLINGDON)
    code, first = run(capsys, ENGLAND, "--links", LINKS)
    with django_assert_max_num_queries(11):
        again, second = run(capsys, ENGLAND, "--links", LINKS)

    assert (code, again) == (0, 0)
    assert first["read"] == 26509
    assert first["created"] + first["updated"] + first["unchanged"] == 26509
    assert (second["created"], second["updated"], second["unchanged"]) == (0, 0, 26509)
    assert first["links"]["read"] == 33801
    assert (second["links"]["created"], second["links"]["updated"]) == (0, 0)
    steps = chain(NOBODY, "142107")
    assert [step.urn for step in steps] == ["102366", "142107", "149033"]
    assert chain(NOBODY, "102366") == steps
    assert steps[0].name == "Hillingdon Tuition Centre"
    assert not steps[0].is_known
    assert Organisation.objects.get(school__urn="142107").is_closed
    assert OrganisationLink.objects.filter(linked_name__contains="ô").exists()
    cumbria = Organisation.objects.get(kind="authority", code="909")
    assert cumbria.is_closed
    assert cumbria.organisations_of_area.count() == 328


def test_a_column_that_is_absent_keeps_the_value(file):
    import_schools(file("100001,312,Oak,Open,01-09-2001,,1"))
    import_schools(file("100001,Oak Park", header="URN,EstablishmentName"))

    school = School.objects.select_related("organisation").get(urn="100001")
    assert (school.status, school.type_code) == ("Open", "01")
    assert school.organisation.name == "Oak Park"
    assert school.organisation.search_key == "oak park"
    assert school.organisation.opened_on == date(2001, 9, 1)


def test_a_school_that_is_absent_stays_and_extra_columns_do_no_harm(file):
    import_schools(file("100001,312,Oak,Open,,,1"))
    done = import_schools(
        file("x,Elm,100002,312", header="Surprise,EstablishmentName,URN,LA (code)")
    )

    assert done.created == 1
    assert School.objects.count() == 2


@pytest.mark.parametrize("written", ["1", "01", " 01 ", "1.0"])
def test_codes_are_compared_as_numbers_and_dates_in_both_shapes(file, written):
    import_schools(file("100001,312,Oak,Open,01-09-2001,,01"))

    done = import_schools(file(f"100001,312,Oak,Open,01/09/2001,,{written}"))

    assert (done.updated, done.unchanged) == (0, 1)


def test_a_school_that_closes_is_kept(file):
    import_schools(file("100001,312,Oak,Open,01-09-2001,,1"))
    done = import_schools(file("100001,312,Oak,Closed,01-09-2001,31-08-2025,1"))

    assert (done.updated, done.closed) == (1, 1)
    oak = Organisation.objects.get(code="100001")
    assert (oak.is_closed, oak.closed_on) == (True, date(2025, 8, 31))
    import_schools(file('100001,312,Oak,"Open, but proposed to close",01-09-2001,,1'))
    oak.refresh_from_db()
    assert not oak.is_closed


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("100009,312,,Open,,,1", "It has no name."),
        ("12,312,Oak,Open,,,1", "The URN must have six digits; it is “12”."),
        (",312,Oak,Open,,,1", "It has no URN."),
        ("１００００９,312,Oak,Open,,,1", "The URN must have six digits; it is “１００００９”."),
        ("100001,312,Oak,Open,,,1", "URN 100001 stands on line 2 already."),
        (
            "100009,312,Oak,Open,31-02-2020,,1",
            "The date it opened is no day of the calendar: 31-02-2020.",
        ),
        (
            "100009,312,Oak,Open,2020-02-01,,1",
            "The date it opened must be written like 31-08-2015; it is “2020-02-01”.",
        ),
        (
            "100009,312,Oak,Closed,01-09-2020,01-09-2019,1",
            "It closed on 2019-09-01 before it opened on 2020-09-01.",
        ),
        (
            "100009,31X,Oak,Open,,,1",
            "The authority code must be a number of 3 digits; it is “31X”.",
        ),
        ("100009,,Oak,Open,,,1", "It is new here and has no authority code."),
        ("100009,312,Oak", "It has 3 cells; the first line has 7."),
        (f"100009,312,{'O' * 161},Open,,,1", "The name has 161 letters; 160 fit."),
        ("100009,312,O\u202eak,Open,,,1", "The name holds hidden characters."),
        ("100009,312,O\0ak,Open,,,1", "The name holds hidden characters."),
    ],
)
def test_a_bad_row_is_rejected_with_line_and_reason_and_the_others_taken(file, row, reason):
    done = import_schools(file("100001,312,First,Open,,,1", row, "100003,312,Last,Open,,,1"))

    assert done.rejected == [{"line": 3, "reason": reason}]
    assert done.read == 3
    assert done.created == 2
    assert set(School.objects.values_list("urn", flat=True)) == {"100001", "100003"}


def test_lines_are_counted_as_an_editor_counts_them(file):
    done = import_schools(file('100001,312,"Oak\nPark",Open,,,1', "", "x,312,Elm,Open,,,1"))

    assert [row["line"] for row in done.rejected] == [5]
    assert Organisation.objects.filter(name="Oak Park").exists()


def test_five_megabytes_in_one_field_are_one_rejected_row(file):
    done = import_schools(file(f"100001,312,{'x' * 5_000_000},Open,,,1", "100002,312,Elm,Open,,,1"))

    assert done.rejected == [{"line": 2, "reason": "The name has 5,000,000 letters; 160 fit."}]
    assert done.created == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_all_three_encodings_give_true_names(file, encoding):
    import_schools(file("100001,312,St John’s à\u00a0Côte,Open,,,1", encoding=encoding))

    assert Organisation.objects.get(code="100001").name == "St John’s à Côte"


def test_gz_and_zip_are_read(file, tmp_path):
    plain = file("100001,312,Oak,Open,,,1").read_bytes()
    packed = tmp_path / "schools.csv.gz"
    packed.write_bytes(gzip.compress(plain))
    archive = tmp_path / "extract.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("edubasealldata.csv", plain)

    assert import_schools(packed).created == 1
    assert import_schools(archive).unchanged == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"Name,Town\r\nOak,Uxbridge\r\n", "has no column URN"),
        (b"\x1f\x8b\x08broken", "cannot be unpacked"),
        (b"PK\x03\x04broken", "cannot be unpacked"),
        (HEADER.encode("utf-16"), "has no column URN"),
        (b"\x89PNG\r\n\x1a\n\x81\x8d", "neither UTF-8 nor windows-1252"),
    ],
)
def test_an_unusable_file_changes_nothing(capsys, tmp_path, content, says):
    path = tmp_path / "schools.csv"
    path.write_bytes(content)

    with pytest.raises(SystemExit) as left:
        call_command("import_schools", str(path), "--json")

    assert left.value.code == 2
    assert says in capsys.readouterr().err
    assert not Organisation.objects.exists()


def test_a_file_that_is_not_there_and_bad_links_change_nothing(file, tmp_path):
    good = file("100001,312,Oak,Open,,,1")
    bad = tmp_path / "links.csv"
    bad.write_text("a,b\n1,2\n")

    for arguments in ([tmp_path / "none.csv"], [good, "--links", bad]):
        with pytest.raises(SystemExit) as left:
            call_command("import_schools", *map(str, arguments))
        assert left.value.code == 2
    assert not Organisation.objects.exists()


def test_an_authority_that_is_on_no_list_is_made_as_an_old_one(file):
    import_schools(file("100001,901,Avon,Oak", header="URN,LA (code),LA (name),EstablishmentName"))

    avon = Organisation.objects.get(kind="authority", code="901")
    assert (avon.name, avon.is_closed) == ("Avon", True)
    assert Organisation.objects.get(code="100001").authority == avon


def test_what_is_not_a_number_is_unknown_never_nought(file):
    header = "URN,LA (code),EstablishmentName,StatutoryLowAge,StatutoryHighAge,Easting,UKPRN,TelephoneNum"
    import_schools(file("100001,312,Oak,z,low,,5.00E+06,1895250000", header=header))

    school = School.objects.get()
    assert (school.lowest_age, school.highest_age, school.easting) == (None, None, None)
    assert (school.ukprn, school.telephone) == ("", "01895250000")
