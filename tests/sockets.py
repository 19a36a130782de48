"""No test talks to another machine."""

import socket

NEAR = ("127.", "::1", "localhost")

_connect, _connect_ex = socket.socket.connect, socket.socket.connect_ex
_getaddrinfo = socket.getaddrinfo


class Stranger(ConnectionError):
    """A test tried to reach another machine."""


def guard():
    """Shut every way out but the sockets of this machine."""
    socket.socket.connect = lambda self, address: _connect(self, _near(self, address))
    socket.socket.connect_ex = lambda self, address: _connect_ex(self, _near(self, address))
    socket.getaddrinfo = _look_up


def _near(self, address):
    if self.family != socket.AF_UNIX:
        _must_be_near(address[0])
    return address


def _look_up(host, *args, **kwargs):
    if host:
        _must_be_near(host)
    return _getaddrinfo(host, *args, **kwargs)


def _must_be_near(host):
    name = host.decode() if isinstance(host, bytes) else str(host)
    if not name.startswith(NEAR):
        raise Stranger(f"A test tried to reach {name}; only this machine may be reached.")
