"""What stands in the addresses of a family's pages, and whom of the cast each is shown to."""

from tests.house.address_records import Find, Record, World


def of_mother(**more: object) -> Find:
    """A page of Amira's mother, which only her own device opens; `more` fills in the address."""
    return lambda world: [Record({"reference": world.cast.mother.reference} | more)]


def of_child(**more: object) -> Find:
    """A page of Amira herself, likewise."""
    return lambda world: [Record({"reference": world.cast.amira.reference} | more)]


def within_mothers(name: str, found: object) -> Find:
    """Something on a page of Amira's mother, by the name that it has in the address."""

    def find(world: World) -> list[Record]:
        return [Record({"reference": world.cast.mother.reference, name: found(world)})]

    return find
