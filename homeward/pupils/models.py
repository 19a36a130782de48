"""Children, their names, households, the adults of their families, and what is hidden from whom."""

from django.db import models
from django.db.models import F, Q

from homeward.pupils.codes import Channel, Hides, Relationship
from homeward.pupils.rules.names import known_name
from homeward.web.uuid7 import uuid7


class Kept(models.Model):
    """A row with a child's data. `keeper` equals its parent's and is never updated (trigger)."""

    reference = models.UUIDField(default=uuid7, unique=True, editable=False)
    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Pupil(Kept):
    """A child, known to one authority. A child who moves area gets a linked record there."""

    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80)
    preferred_first_name = models.CharField(max_length=80, blank=True)
    preferred_last_name = models.CharField(max_length=80, blank=True)
    former_names = models.CharField(max_length=200, blank=True)
    born_on = models.DateField()
    sex = models.CharField(max_length=1, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    uln = models.CharField(max_length=10, blank=True)
    home_school = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    year_group = models.SmallIntegerField()
    sen_provision = models.CharField(max_length=1, blank=True)
    sen_need = models.CharField(max_length=4, blank=True)
    sen_need_second = models.CharField(max_length=4, blank=True)
    has_ehc_plan = models.BooleanField(default=False)
    is_looked_after = models.BooleanField(default=False)
    looked_after_by = models.CharField(max_length=120, blank=True)
    has_social_worker = models.BooleanField(default=False)
    social_worker = models.CharField(max_length=160, blank=True)
    ethnicity = models.CharField(max_length=4, blank=True)
    first_language = models.CharField(max_length=60, blank=True)
    languages = models.CharField(max_length=160, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    moved_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "upn"], condition=~Q(upn=""), name="pupil_upn_once_an_authority"
            ),
            models.CheckConstraint(
                condition=Q(year_group__gte=-2, year_group__lte=14), name="pupil_year_group_exists"
            ),
            models.CheckConstraint(
                condition=Q(is_looked_after=True) | Q(looked_after_by=""),
                name="pupil_looked_after_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["home_school", "last_name", "id"], name="pupil_of_school"),
            models.Index(fields=["keeper", "born_on"], name="pupil_born_on"),
            models.Index(fields=["last_name", "id"], name="pupil_by_last_name"),
            models.Index(fields=["upn"], name="pupil_by_upn"),
        ]

    def __str__(self) -> str:
        return f"pupil {self.reference}"

    @property
    def known_as(self) -> str:
        """The first name the child goes by."""
        return self.preferred_first_name or self.first_name

    @property
    def name(self) -> str:
        """First and last name the child goes by."""
        return known_name(
            self.first_name, self.last_name, self.preferred_first_name, self.preferred_last_name
        )

    @property
    def legal_name(self) -> str:
        return f"{self.first_name} {self.last_name}"


class PupilName(models.Model):
    """One folded word of a child's names, to find the child by the beginning of any of them."""

    keeper = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="name_words")
    word = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "pupil", "word"], name="pupil_name_word_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["word", "pupil"],
                opclasses=["varchar_pattern_ops", "int8_ops"],
                name="pupil_name_begins",
            )
        ]

    def __str__(self) -> str:
        return self.word


class Household(Kept):
    """An address with a telephone, where one or more people of a child's family live."""

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="households")
    name = models.CharField(max_length=120, blank=True)
    street = models.CharField(max_length=160)
    town = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=8)
    phone = models.CharField(max_length=30, blank=True)
    is_childs_home = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(street="") & ~Q(postcode=""), name="household_has_an_address"
            ),
        ]

    def __str__(self) -> str:
        return f"household {self.reference}"

    @property
    def address(self) -> str:
        return ", ".join(filter(None, (self.street, self.town, self.postcode)))


class FamilyAdult(Kept):
    """One adult of the family, on their own: letters are made for each, never for 'the parents'."""

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="adults")
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, null=True, blank=True, related_name="adults"
    )
    name = models.CharField(max_length=120)
    relationship = models.CharField(
        max_length=13, choices=[(each, each.replace("_", " ")) for each in Relationship]
    )
    has_parental_responsibility = models.BooleanField(null=True, blank=True)
    may_receive_letters = models.BooleanField(default=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=60, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    channel = models.CharField(
        max_length=6, choices=[(each, each.title()) for each in Channel], default=Channel.LETTER
    )
    court_order = models.CharField(max_length=200, blank=True)
    court_order_expires_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="family_adult_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"family adult {self.reference}"


class Shield(Kept):
    """Something kept from one adult of the family, until a day or for good, and why."""

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="shields")
    from_adult = models.ForeignKey(FamilyAdult, on_delete=models.PROTECT, related_name="shields")
    hides = models.CharField(max_length=9, choices=[(each, each.title()) for each in Hides])
    because = models.CharField(max_length=300)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="shield_has_a_reason"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="shield_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"shield {self.reference}"
