"""Numbers that children are known by: the UPN and the ULN, checked by our own arithmetic."""

import re

from homeward.reference.guidance import cites

_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")
_TEMPORARY_ULN = "9999999999"


@cites("records/unique-pupil-number")
def upn_check_letter(body: str) -> str:
    """Answer the check letter for the twelve characters after it (R-ID-01).

    Raises ValueError unless they are eleven digits and a digit or a letter other than I, O and S.
    """
    if not re.fullmatch(rf"[0-9]{{11}}[0-9{_CHECK_LETTERS}]", body):
        raise ValueError("The body of a UPN is eleven digits and a digit or letter.")
    values = (int(each) if each.isdecimal() else _CHECK_LETTERS.index(each) for each in body)
    return _CHECK_LETTERS[sum(place * value for place, value in enumerate(values, start=2)) % 23]


@cites("records/unique-pupil-number")
def upn_problem(text: str) -> str | None:
    """Answer what is wrong with a unique pupil number, as a sentence, or None.

    Temporary numbers, which end in a letter, are right too; so is every authority's number.
    """
    upn = tidy_identifier(text)
    if not _UPN.fullmatch(upn):
        return (
            "A unique pupil number is a letter, eleven digits and a digit or letter,"
            " like X312999926001"
        )
    if upn[0] not in _CHECK_LETTERS or upn[-1] in "IOS":
        return "A unique pupil number never holds the letters I, O or S"
    if upn[0] != upn_check_letter(upn[1:]):
        return "Check the unique pupil number: its first letter does not fit the digits after it"
    return None


def is_temporary_upn(text: str) -> bool:
    """Say whether a unique pupil number is a temporary one."""
    return tidy_identifier(text)[-1:].isalpha()


@cites("records/unique-learner-number")
def uln_problem(text: str) -> str | None:
    """Answer what is wrong with a unique learner number, as a sentence, or None (R-ID-02).

    The temporary number 9999999999 is right too.
    """
    uln = tidy_identifier(text)
    if not re.fullmatch(r"[0-9]{10}", uln):
        return "A unique learner number is ten digits, like 9000000016"
    if uln == _TEMPORARY_ULN:
        return None
    remainder = sum(place * int(digit) for place, digit in zip(range(10, 1, -1), uln, strict=False))
    if remainder % 11 == 0 or int(uln[-1]) != 10 - remainder % 11:
        return "Check the unique learner number: its last digit does not fit the digits before it"
    return None


def is_temporary_uln(text: str) -> bool:
    """Say whether a unique learner number is the temporary one."""
    return tidy_identifier(text) == _TEMPORARY_ULN


def tidy_identifier(text: str) -> str:
    """Answer a typed number without spaces and in capitals, as it is stored."""
    return "".join(text.split()).upper()
