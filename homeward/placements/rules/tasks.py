"""The task list of a draft: short pages in their order, and what each still misses."""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.placements.rules.gate import Gap


@dataclass(frozen=True, slots=True)
class Task:
    """One short page: its name, its words, the address name and any section of the plan."""

    name: str
    title: str
    url_name: str
    is_plan: bool = False


TASKS: tuple[tuple[str, tuple[Task, ...]], ...] = (
    (
        "The placement",
        (
            Task("why", "Why, and what should be different", "why"),
            Task("provider", "The provider", "provider"),
            Task("dates", "How long it lasts", "dates"),
            Task("week", "The week: when and where", "week"),
            Task("people", "The adults", "people"),
            Task("arrangements", "Arrangements", "arrangements"),
        ),
    ),
    (
        "The reintegration plan",
        (
            Task("route", "Where it leads", "plan_section", is_plan=True),
            Task("milestones", "Steps with dates", "plan_section", is_plan=True),
            Task("targets", "A handful of targets", "plan_section", is_plan=True),
            Task("support", "Support", "plan_section", is_plan=True),
            Task("adjustments", "Reasonable adjustments", "plan_section", is_plan=True),
            Task("trust", "Trust with adults and peers", "plan_section", is_plan=True),
            Task("child", "What the child says", "plan_section", is_plan=True),
            Task("parents", "What the parents say", "plan_section", is_plan=True),
            Task("review", "The first review", "plan_section", is_plan=True),
        ),
    ),
)

BY_NAME = {task.name: task for _, tasks in TASKS for task in tasks}
ASKED = {"why", "provider", "dates", "week", "people", "route", "milestones", "targets", "review"}


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task as the list shows it: done, with gaps, or free to fill in."""

    task: Task
    gaps: tuple[Gap, ...]
    is_filled: bool

    @property
    def says(self) -> str:
        if self.gaps:
            return "1 thing missing" if len(self.gaps) == 1 else f"{len(self.gaps)} things missing"
        if self.task.name in ASKED or self.is_filled:
            return "Complete"
        return "Not started"


def task_list(gaps: Sequence[Gap], filled: Sequence[str]) -> list[tuple[str, list[TaskState]]]:
    """Each group of tasks with what every task still misses. `filled` names those with content."""
    return [
        (
            title,
            [
                TaskState(
                    task,
                    tuple(gap for gap in gaps if gap.section == task.name),
                    task.name in filled,
                )
                for task in tasks
            ],
        )
        for title, tasks in TASKS
    ]
