"""How the directory is narrowed down. The words of the register, and ours beside them."""

PHASES: tuple[tuple[str, str], ...] = (
    ("Nursery", "Nursery"),
    ("Primary", "Primary"),
    ("Middle deemed primary", "Middle (counted as primary)"),
    ("Middle deemed secondary", "Middle (counted as secondary)"),
    ("Secondary", "Secondary"),
    ("All-through", "All-through"),
    ("16 plus", "16 and over"),
    ("Not applicable", "Special, AP and others"),
)

OPEN, CLOSED, EVERY = "open", "closed", "all"

STATUSES: tuple[tuple[str, str], ...] = (
    (OPEN, "Open"),
    (CLOSED, "Closed"),
    (EVERY, "Open and closed"),
)

ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0 "
    "(Department for Education)."
)
REGISTER = "https://get-information-schools.service.gov.uk/Establishments/Establishment/Details/"
COLUMNS = (
    "URN",
    "Name",
    "Phase",
    "Type",
    "Kind in the school census",
    "Closed",
    "Authority",
    "Town",
    "Postcode",
    "Website",
)
