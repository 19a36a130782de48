"""Reading for the pages of this room. Every function asks who is asking first."""

from homeward.family.queries.reader import Reader, acting, has_page, is_blocked, reader, reads_as

__all__ = [
    "Reader",
    "acting",
    "has_page",
    "is_blocked",
    "reader",
    "reads_as",
]
