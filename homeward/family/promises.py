"""Which promises of the guidance page this room keeps, and by which test."""

from homeward.portal.kept import keep

_KEPT: tuple[tuple[str, str, str], ...] = (
    ("R08", "The parent’s page, by personal link", "family"),
    ("R09", "My plan, the child’s page", "my_plan"),
    ("R12", "My plan, the child’s page", "my_plan"),
    ("R14", "What the child said, before the call", "my_plan"),
    ("R19", "The teacher’s page, by personal link", "briefing"),
)


def declare() -> None:
    """Say where each promise is kept."""
    for promise, screen, test in _KEPT:
        keep(
            promise,
            screen=screen,
            url_name="placements:placements",
            test=f"tests/journeys/test_{test}.py",
        )
