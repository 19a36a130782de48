"""What every test of the house needs."""

from tests.guards import let_flush_pass

let_flush_pass()
