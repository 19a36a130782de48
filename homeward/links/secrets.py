"""Tokens and digests: what is sent in a link, and what is kept of it."""

import base64
import hashlib
import secrets
from uuid import UUID

from django.utils.crypto import salted_hmac

_SALT = "homeward.links"


def token_for(reference: UUID) -> str:
    """The token of a personal link: 43 signs, made again from its reference whenever it is sent.

    So a letter that waits in the outbox, or is printed once more, needs no token at rest.
    """
    made = salted_hmac(_SALT, reference.bytes.hex(), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def new_token() -> str:
    """A token that is handed out once and kept nowhere: 43 signs."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Six figures."""
    return f"{secrets.randbelow(1_000_000):06d}"


def digest_of(token: str) -> str:
    """What is kept of a token, 64 signs."""
    return hashlib.sha256(token.encode()).hexdigest()


def came_from(network_address: str) -> str:
    """A network address as it is kept: one way, so that the record names no place."""
    return salted_hmac(f"{_SALT}.guess", network_address, algorithm="sha256").hexdigest()
