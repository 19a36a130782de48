"""How large the databases of one run are, and how often each thing is measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """`live` placements for the pages of an authority; `wide` placements, ended ones too, for the
    lines that ask whether size matters, against `narrow` ones."""

    name: str
    live: int
    wide: int
    narrow: int = 1_000
    samples: int = 300
    imports: int = 4
    settled: int = 2_000


# "tiny" is for the tests of the benchmark itself.
SIZES = {
    "school": Size("school", live=50, wide=2_000, settled=500),
    "authority": Size("authority", live=2_000, wide=10_000),
    "england": Size("england", live=70_000, wide=100_000, settled=10_000),
    "tiny": Size("tiny", live=50, narrow=450, wide=500, samples=3, imports=1, settled=60),
}
PUBLIC = ("school", "authority", "england")
