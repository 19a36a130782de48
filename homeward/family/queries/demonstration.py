"""Whose pages a demonstration offers as one click, beside the people who sign in."""

from dataclasses import dataclass
from uuid import UUID

from homeward.family.codes import DEMO_PARENT, DEMO_TEACHER
from homeward.links.codes import LinkKind
from homeward.organisations import clock
from homeward.organisations.access import Access
from homeward.placements.models import Teacher
from homeward.pupils.codes import RELATIONSHIP_SAYS, Relationship
from homeward.pupils.models import FamilyAdult


@dataclass(frozen=True, slots=True)
class Offered:
    """One page: whose it is, in a name and in words."""

    kind: LinkKind
    whom: UUID
    keeper: int
    name: str
    says: str


def offered(access: Access) -> list[Offered]:
    """The parent, the child and the teacher of a demonstration; nobody anywhere else."""
    if not clock.is_demo():
        return []
    found = []
    adult = FamilyAdult.objects.filter(email=DEMO_PARENT).select_related("pupil").first()
    if adult:
        child = adult.pupil
        who = RELATIONSHIP_SAYS[Relationship(adult.relationship)]
        found += [
            Offered(
                LinkKind.ADULT,
                adult.reference,
                adult.keeper_id,
                adult.name,
                f"{who} of {child.known_as}",
            ),
            Offered(LinkKind.CHILD, child.reference, child.keeper_id, child.name, "My plan"),
        ]
    teacher = Teacher.objects.filter(email=DEMO_TEACHER).first()
    if teacher:
        found.append(
            Offered(
                LinkKind.TEACHER,
                teacher.reference,
                teacher.keeper_id,
                teacher.name,
                "Teacher, on a phone",
            )
        )
    return found
