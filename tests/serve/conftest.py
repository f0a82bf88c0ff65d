"""One server for the tests of its page and those of its answers."""

from collections.abc import Iterator

import pytest
from serving import Served, served


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    with served() as running:
        yield running
