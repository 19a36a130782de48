"""The tests' own ground."""

import socket

import pytest

from tests.sockets import Stranger


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org"])
def test_no_test_reaches_another_machine(host):
    with pytest.raises(Stranger, match=host):
        socket.create_connection((host, 80), timeout=1)


def test_this_machine_can_be_reached():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        socket.create_connection(listening.getsockname(), timeout=1).close()


def test_a_page_can_be_looked_into(client, db):
    response = client.get("/")

    assert response.context is not None
    assert response.templates
