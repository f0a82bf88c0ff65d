"""What every test shares: how Hypothesis runs, and that nothing reaches for the network."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# No deadlines and no "too slow": how fast a machine is must not decide whether a test passes.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# On CI the same examples on each run: a red run is then always the change's doing.
settings.register_profile("ci", parent=settings.get_profile("dev"), derandomize=True, print_blob=True)
# For a long hunt by hand: HYPOTHESIS_PROFILE=thorough pytest tests/kana
settings.register_profile("thorough", parent=settings.get_profile("dev"), max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """The library works offline: a connection to anywhere but this machine is an error, whoever asks for it."""

    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to connect to {address}: termalign never touches the network")
        connect(self, address)  # processes of one machine may talk to each other, as Spark's do

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield
