"""Which schools were asked for a place, and what they answered."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.support.actions.finishing import (
    NotYet,
    finish,
    locked,
    must_answer,
    must_be_open,
    must_have_happened,
)
from homeward.support.codes import Answer
from homeward.support.models import SchoolAsked, SupportRequest


class AlreadyAsked(ValueError):
    """The school was asked and has not said no."""


@transaction.atomic
def ask_school(
    found: SupportRequest, *, school: Organisation, asked_on: date, by: Access, on: date
) -> SchoolAsked:
    """Record that a school was asked for a place. One that said no may be asked again.

    Raises AlreadyAsked, NotYet, IsClosed, NotAllowed.
    """
    must_answer(by, found)
    must_have_happened(asked_on, on, "it")
    now = locked(found)
    must_be_open(now)
    if SchoolAsked.objects.filter(request=now, school=school).exclude(answer=Answer.NO).exists():
        raise AlreadyAsked(f"{school.name} has been asked already and has not said no.")
    asked = SchoolAsked.objects.create(
        keeper_id=now.keeper_id,
        request=now,
        school=school,
        asked_on=asked_on,
        asked_by_id=by.somebody,
    )
    finish(now, kind="school-asked", summary=f"Asked {school.name} for a place", by=by, on=on)
    return asked


@transaction.atomic
def record_school_answer(
    asked: SchoolAsked, *, answer: str, answered_on: date, by: Access, on: date, because: str = ""
) -> SchoolAsked:
    """Record what a school answered, also one that says otherwise later: the history keeps both.

    Raises NotYet for a day to come or one before it was asked, AlreadyAsked where a school that was
    asked again since would now have said yes twice, NotAllowed.
    """
    must_answer(by, asked.request)
    must_have_happened(answered_on, on, "the answer")
    now = locked(asked.request)
    asked = (
        SchoolAsked.objects.select_for_update(of=("self",))
        .select_related("school")
        .get(pk=asked.pk)
    )
    if answered_on < asked.asked_on:
        raise NotYet("The answer cannot be earlier than the day on which the school was asked.")
    others = SchoolAsked.objects.filter(request=now, school=asked.school).exclude(pk=asked.pk)
    if answer != Answer.NO and others.exclude(answer=Answer.NO).exists():
        raise AlreadyAsked(f"{asked.school.name} was asked again since: record its answer there.")
    before = {"answer": asked.answer, "because": asked.because}
    asked.answer, asked.answered_on, asked.because = answer, answered_on, because
    asked.save(update_fields=["answer", "answered_on", "because"])
    finish(
        now,
        kind="school-answered",
        summary=f"{asked.school.name} said {Answer(answer).label.lower()}",
        by=by,
        on=on,
        before=before,
        after={"answer": answer, "because": because},
    )
    return asked
