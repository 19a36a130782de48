"""What parents and children say on their own pages, and what the school writes to them there."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from homeward.family.codes import NoteKind, QuestionKind, ReplyAbout, ReplyKind
from homeward.pupils.models import Kept


class OfFamily(Kept):
    """A row of one placement, said on a day by somebody of the family or by the school."""

    placement = models.ForeignKey(
        "placements.Placement", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Reply(OfFamily):
    """The right of reply: what one adult says beside an entry, or that something is not right."""

    adult = models.ForeignKey("pupils.FamilyAdult", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=[(each, each.value) for each in ReplyKind])
    about = models.CharField(max_length=9, choices=[(each, each.value) for each in ReplyAbout])
    beside = models.UUIDField()
    text = models.TextField()
    said_on = models.DateField()
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="reply_is_not_empty")]
        indexes = [models.Index(fields=["placement", "id"], name="reply_of_placement")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.said_on}"


class ReplyAnswer(Kept):
    """What the school answers to a reply. The adult sees it on their page."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    answered_on = models.DateField()
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answered_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="answer_is_not_empty")]

    def __str__(self) -> str:
        return f"answer on {self.answered_on}"


class FamilyAnswer(OfFamily):
    """One adult's yes or no to a question, on a day. The latest one stands.

    `beside` is the reference of what was asked about: a version of the plan, a ladder, a review, a
    change of the end date.
    """

    adult = models.ForeignKey("pupils.FamilyAdult", on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=9, choices=[(each, each.value) for each in QuestionKind])
    beside = models.UUIDField()
    is_yes = models.BooleanField()
    said = models.TextField(blank=True)
    answered_on = models.DateField()
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["placement", "id"], name="family_answer_of_placement")]

    def __str__(self) -> str:
        return f"{'yes' if self.is_yes else 'no'} to {self.question}"


class ChildWords(OfFamily):
    """How the week was, in the child's own words. Read to the adult of the weekly contact verbatim.

    Parents see it only where the child shares it. `is_worry` sends it to the safeguarding lead on the
    same school day.
    """

    week = models.CharField(max_length=1, blank=True)
    words = models.TextField(blank=True)
    is_shared_with_parents = models.BooleanField(default=False)
    is_worry = models.BooleanField(default=False)
    said_on = models.DateField()
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(week="") | ~Q(words=""), name="child_words_are_not_empty"
            ),
        ]
        indexes = [models.Index(fields=["placement", "id"], name="child_words_of_placement")]

    def __str__(self) -> str:
        return f"said on {self.said_on}"


class WordsHeard(Kept):
    """Who read what a child said, when, and what happened then. The child sees it on their page."""

    words = models.ForeignKey(ChildWords, on_delete=models.PROTECT, related_name="heard")
    heard_on = models.DateField()
    heard_at = models.DateTimeField(auto_now_add=True)
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    heard_by_name = models.CharField(max_length=120)
    is_for_worry = models.BooleanField(default=False)
    what_happened = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["words", "id"], name="words_heard")]

    def __str__(self) -> str:
        return f"heard on {self.heard_on}"


class Note(OfFamily):
    """A note to the child from the tutor, or news of the class: you are still one of us."""

    kind = models.CharField(max_length=4, choices=[(each, each.value) for each in NoteKind])
    text = models.TextField()
    written_on = models.DateField()
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_by_name = models.CharField(max_length=120)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_is_not_empty")]
        indexes = [models.Index(fields=["placement", "id"], name="note_of_placement")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.written_on}"
