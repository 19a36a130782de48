"""Reading children's records. Everything goes through `visible`."""

from homeward.pupils.queries.pupils import Chosen, listed, pupil, search, visible

__all__ = ["Chosen", "listed", "pupil", "search", "visible"]
