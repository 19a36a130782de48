"""Line 6: a letter of one page, with its link as a square, as a tagged PDF."""

import gc
from dataclasses import replace
from itertools import count
from typing import Any

from homeward.letters.pages import example_paper
from homeward.letters.pdf import printed
from homeward.letters.texts import ENGLISH
from tools.bench.databases import DAY
from tools.bench.timing import WARM, Line, milliseconds, percentile

MOST_MS = 20
LETTER = "personal_link"
WINDOW = "Ms Nadia Hassan\n4 Elm Street (example)\nUxbridge\nUB8 2BB"


def as_pdf(*, samples: int, **about: Any) -> Line:
    """Letters that differ in a word, as letters do: the typesetter is warm, and no page is known."""
    paper = replace(example_paper(LETTER, ENGLISH, DAY), postal=WINDOW)
    number = count()

    def one() -> None:
        said = f"{paper.body}\nLetter {next(number)}\n"
        if printed(replace(paper, body=said)).is_plain:
            raise ValueError("The letter that is measured cannot be tagged.")

    for _ in range(WARM):
        one()
    gc.collect()
    taken = [milliseconds(one) for _ in range(samples)]
    return Line(
        id="6",
        what="A letter as tagged PDF",
        goal=MOST_MS,
        met=percentile(taken, 50) <= MOST_MS,
        p50_ms=percentile(taken, 50),
        p95_ms=percentile(taken, 95),
        p99_ms=percentile(taken, 99),
        samples=len(taken),
        **about,
    )
