"""Where Homeward keeps each promise: the screen and the test, said by the room that keeps it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """One place where a promise is kept. Without `url_name` the screen has no address of its own."""

    promise: str
    screen: str
    url_name: str
    test: str


_kept: dict[str, list[Kept]] = {}


def keep(*promises: str, screen: str, test: str, url_name: str = "") -> None:
    """Say where promises ("R13") are kept. Called from `ready()`.

    `screen` is its name as people read it, `url_name` a page without arguments that leads there, and
    `test` the path of the test that proves it, such as "tests/journeys/test_weekly_contact.py".
    """
    for promise in promises:
        place = Kept(promise, screen, url_name, test)
        if place not in _kept.setdefault(promise, []):
            _kept[promise].append(place)


def places(promise: str) -> list[Kept]:
    """Answer where a promise is kept; nothing where it is not built yet."""
    return list(_kept.get(promise, ()))
