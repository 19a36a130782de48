"""How a log line is written: never with the text of a problem, which may hold a child's name."""

import logging
import traceback
from types import TracebackType

type Raised = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class WithoutTexts(logging.Formatter):
    """Names a problem by its kind and the way it took, and leaves out what it said."""

    def formatException(self, ei: Raised) -> str:
        problem, lines = ei[1], list[str]()
        while problem is not None:
            way = traceback.extract_tb(problem.__traceback__)
            kind = type(problem)
            lines[:0] = [*way.format(), f"{kind.__module__}.{kind.__qualname__}\n"]
            problem = problem.__cause__ or problem.__context__
        return "".join(lines).rstrip()
