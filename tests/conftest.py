"""What every test shares: how Hypothesis runs, and that nothing reaches for the network."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

# No deadlines and no "too slow": how fast a machine is must not decide whether a test passes.
_ANY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None, print_blob=True)
# The same examples on every machine and in every order, and none that an earlier run left behind: green here is green there.
settings.register_profile("fixed", _ANY_MACHINE, derandomize=True)
# Others each time: ./check fuzz
settings.register_profile("random", _ANY_MACHINE, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
if settings.get_current_profile_name() == "fixed":
    # Hypothesis also draws constants out of the modules that happen to be loaded: what they are hangs on the tests before.
    providers._get_local_constants = Constants

# A JVM of Spark's lives for seconds here: translating its code as for days, and collecting garbage on all cores, took half of
# its time.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse names of tests with an address in memory: each process has another, so that a parallel run finds no common tests."""
    for item in items:
        if " at 0x" in item.nodeid:
            raise pytest.UsageError(f"{item.nodeid}: give the parameter a name with ids=")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so if the tests looked words up in a lexicon that was compiled from other tables than those of this checkout."""
    from termalign.lexicon.build import up_to_date

    if not up_to_date():
        terminalreporter.write_line(
            "the compiled lexicon is older than its tables or its code: ./install compiles it anew", red=True
        )


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
