"""The public reference of a record: time-ordered, made by the application."""

import secrets
import time
import uuid


def uuid7() -> uuid.UUID:
    """Answer a UUID of version 7 with the millisecond and a 12-bit fraction of it.

    References made one after another sort in that order, which keeps their indexes packed.
    It shows when it was made: do not use it where that is a secret.
    Source: RFC 9562, section 6.2, method 3.
    """
    milliseconds, nanoseconds = divmod(time.time_ns(), 1_000_000)
    fraction = nanoseconds * 4096 // 1_000_000
    return uuid.UUID(
        int=milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62 | secrets.randbits(62)
    )
