"""Telling many stories at once, day by day, so that everything happens on the day it happened.

A story is a generator: it yields the day of its next moment and goes on when that day has come.
It may go on into the days to come; the telling stops today.
"""

from collections.abc import Generator
from datetime import date
from heapq import heappop, heappush

from homeward.placements.actions import settled_together

type Story = Generator[date, None, None]


class Teller:
    """Keeps the stories that are not yet told to their end, each with its next day."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._waiting: list[tuple[date, int, Story]] = []
        self._began = 0

    def begin(self, story: Story) -> None:
        """Take a story up. One that begins after today is not told."""
        self._began += 1
        self._wait(story, self._began)

    def tell(self) -> None:
        """Tell all stories up to and including today. What is due then is settled at the end.

        Of the moments of one day, those of the older story come first. A story that looks at what
        is due on its way settles that itself.
        """
        with settled_together(on=self.today):
            while self._waiting and self._waiting[0][0] <= self.today:
                _, number, story = heappop(self._waiting)
                self._wait(story, number)
        for _, _, story in self._waiting:
            story.close()

    def _wait(self, story: Story, number: int) -> None:
        try:
            day = next(story)
        except StopIteration:
            return
        heappush(self._waiting, (day, number, story))
