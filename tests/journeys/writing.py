"""A placement written by hand: from the child's first line to the last short page of the draft."""

from dataclasses import dataclass
from datetime import date, timedelta

from homeward.placements.models import Placement
from tests.journeys.steps import write_row


@dataclass(frozen=True)
class Wanted:
    """What a test wants in the placement that it writes."""

    provider: str
    site: str
    kind: str
    basis: str
    starts_on: date
    ends_on: date
    caller: str
    key_worker: str
    route: str


def begin_record(visit, first_name, last_name, born_on):
    """Write a new child's record, from the page that starts a placement."""
    visit.go("/placements/")
    visit.follow("Start a placement")
    visit.must_be_sound()
    visit.follow("Write a new child's record")
    visit.write("Legal first name", first_name)
    visit.write("Legal last name", last_name)
    visit.write_day("Date of birth", born_on)
    visit.must_be_sound()
    visit.press("Begin the record")
    assert f"{first_name} {last_name}" in visit.title


def begin_for(visit, typed):
    """Find the one child by some letters of the name, and begin a draft; answers the placement."""
    visit.go("/placements/new/")
    visit.write("Part of a name, or the UPN", typed)
    visit.press("Search")
    assert "1 child" in visit.text
    visit.must_be_sound()
    with visit.page.expect_navigation():
        visit.page.locator(".hw-lines a").click()
    visit.must_be_sound()
    visit.press("Begin the draft")
    return Placement.objects.latest("pk")


def fill_in(visit, draft, wanted):
    """Write every short page of the task list, in its order; each leads back to the list."""
    visit.open("placement", draft)
    for task, write in _PAGES.items():
        visit.follow(task)
        write(visit, wanted)
        visit.must_be_sound()
        visit.press("Save")
    visit.follow("The adults")
    for part, who in (
        ("Weekly contact", wanted.caller),
        ("Provider key worker", wanted.key_worker),
    ):
        visit.follow("Name an adult")
        visit.choose("What is this adult for the child?", part)
        visit.pick("Who, of the people who sign in?", who)
        visit.press("Save")
        assert who in visit.text
    visit.must_be_sound()


def _why(visit, wanted):
    visit.choose(
        "What is the main reason for the placement?", "Off-site placement for behavioural support"
    )
    visit.choose("On what basis is it arranged?", wanted.basis)
    visit.write("What does the child need now?", "A calm place to learn in a small group.")
    visit.write("What should be different at the end?", "Stays in four lessons out of five.")
    visit.write("Where is the child with that today?", "One lesson out of five.")


def _provider(visit, wanted):
    visit.pick("Which provider?", wanted.provider)


def _dates(visit, wanted):
    visit.choose("What kind of placement is it?", wanted.kind)
    visit.write_day("What is the first day?", wanted.starts_on)
    visit.write_day("What is the intended last day?", wanted.ends_on)
    visit.write("Why until then?", "Long enough for the first targets.")


def _week(visit, wanted):
    for day in ("Monday", "Wednesday"):
        visit.choose("On which half days is the child there?", f"{day} morning")
    visit.write("How long is a half day?", "2:30")
    visit.pick("Where is the child then?", wanted.site)


def _route(visit, wanted):
    visit.choose("Where does the placement lead?", wanted.route)
    visit.write_day("What is the target date?", wanted.ends_on + timedelta(days=3))
    visit.write("What do we look for before the return or the move?", "Two calm weeks.")
    visit.write("Who takes the longer-term route forward?", wanted.caller)
    visit.write("What is their next step?", "Meet the family")
    visit.write_day("By when?", wanted.starts_on + timedelta(days=14))


def _milestones(visit, wanted):
    by_on = wanted.starts_on + timedelta(days=2)
    write_row(visit, 1, "What will be done?", "Bring the class news", by_on=by_on)


def _targets(visit, wanted):
    write_row(visit, 1, "What is the target?", "Ask for a break")
    write_row(visit, 1, "Where is the child with it now?", "Leaves three times a day")
    write_row(visit, 1, "How will we see it?", "Times left in a day", by_on=wanted.ends_on)


def _review(visit, wanted):
    visit.write_day("When is the first review?", wanted.starts_on + timedelta(days=17))


_PAGES = {
    "Why, and what should be different": _why,
    "The provider": _provider,
    "How long it lasts": _dates,
    "The week: when and where": _week,
    "Where it leads": _route,
    "Steps with dates": _milestones,
    "A handful of targets": _targets,
    "The first review": _review,
}
