"""The promises of the reintegration page, gathered into chapters that can be taken in."""

CHAPTERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("purpose", "A purpose, an end and a plan", ("R01", "R02", "R03")),
    ("unregistered", "Unregistered provision", ("R04", "R05", "R06")),
    ("short-term", "Everybody knows that it is for a time", ("R07", "R08", "R09", "R10", "R11")),
    ("belonging", "Still one of ours", ("R12", "R13", "R14")),
    ("return", "A return that can succeed", ("R15", "R16", "R17", "R18", "R19")),
    ("team", "The Exclusions Team", ("R20", "R21")),
    ("key-stage-4", "Key Stage 4, to the end of Year 11", ("R22", "R23", "R24", "R25")),
    ("september", "Where next in September", ("R26", "R27", "R28", "R29")),
    ("page", "The guidance itself", ("R30",)),
)
