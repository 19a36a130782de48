"""What an editor saw when a form was opened, so that nobody's words are lost."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def seen(values: Mapping[str, Any]) -> str:
    """Answer a short mark of these values; the same values give the same mark.

    A form carries the mark of what it showed. Where the record has another mark by the time it is
    sent, somebody else wrote in between.
    """
    plain = json.dumps(dict(values), sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()[:32]
