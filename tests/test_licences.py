"""The page on licences names what is installed with termalign, and says of it what it says of itself."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parent.parent / "docs" / "licences.md"
#: Extras that bring what somebody uses termalign with; "dev", "docs" and "test" are for work on it, "all" has the others.
EXTRAS = sorted(set(metadata("termalign").get_all("Provides-Extra") or ()) - {"all", "dev", "docs", "test"})
#: Licences that ask for no more than the notice, by the words that packages use for them.
PERMISSIVE = re.compile(
    r"MIT|0?BSD|Apache|PSF|Python Software Foundation|ISC|Zlib|CC0|Unlicense|Historical Permission Notice", re.I
)
#: A family of licences by how a package's metadata may name it.
FAMILIES = {
    "MIT": "MIT",
    "0BSD": "0BSD",
    "BSD": "BSD",
    "Apache": "Apache",
    "GPL": "GPL|GNU General Public",
    "MPL": "MPL|Mozilla",
    "Zlib": "Zlib",
    "CC0": "CC0",
    "CC-BY-SA": "CC-BY-SA",
}


def brought(name: str, extras: frozenset[str], seen: dict[str, Distribution]) -> None:
    """Put into `seen` the distribution and all that it brings in this environment."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    seen[canonicalize_name(name)] = found
    for line in found.requires or ():
        wanted = Requirement(line)
        asked = [{"extra": extra} for extra in extras or {""}]
        if wanted.marker is not None and not any(map(wanted.marker.evaluate, asked)):
            continue
        if canonicalize_name(wanted.name) not in seen or wanted.extras:
            brought(wanted.name, frozenset(wanted.extras), seen)


def licence_of(found: Distribution) -> str:
    """What a package says it is under."""

    def lines(name: str) -> list[str]:  # metadata[name] of what is not there will be an error
        return found.metadata.get_all(name) or []

    classifiers = [line for line in lines("Classifier") if line.startswith("License ::")]
    return "; ".join(lines("License-Expression") or classifiers) or "".join(lines("License"))[:200]


def rows() -> Iterator[tuple[str, str]]:
    """(package, licence) for each package of the page's second table."""
    _, _, table = PAGE.read_text(encoding="utf-8").partition("| package | licence |")
    for line in table.splitlines()[2:]:
        if not line.startswith("|"):
            return
        packages, licence = [cell.strip() for cell in line.split("|")[1:3]]
        for package in re.sub(r"\(.*?\)", "", packages).split(","):
            yield canonicalize_name(package.strip()), licence


ROWS = dict(rows())


def installed() -> dict[str, Distribution]:
    seen: dict[str, Distribution] = {}
    for extras in ((), *((extra,) for extra in EXTRAS)):
        brought("termalign", frozenset(extras), seen)
    return {name: found for name, found in seen.items() if name != "termalign"}


INSTALLED = installed()


def families(licence: str) -> set[str]:
    return {family for family, words in FAMILIES.items() if re.search(rf"\b(?:{words})", licence)}


@pytest.mark.parametrize("name", ROWS)
def test_a_package_is_under_the_licence_that_the_page_names(name: str) -> None:
    if name not in INSTALLED:
        pytest.skip(f"{name} is not installed")
    says = licence_of(INSTALLED[name])
    assert families(says), says
    assert families(says) <= families(ROWS[name]), says


def test_what_termalign_itself_brings_is_on_the_page() -> None:
    required: dict[str, Distribution] = {}
    brought("termalign", frozenset(), required)
    assert {"fugashi", "pykakasi", "wrapt"} <= required.keys()
    assert required.keys() - {"termalign"} <= ROWS.keys()


@pytest.mark.parametrize("extra", EXTRAS)
def test_what_an_extra_asks_for_is_on_the_page(extra: str) -> None:
    asked = [Requirement(line) for line in distribution("termalign").requires or ()]
    named = {canonicalize_name(r.name) for r in asked if r.marker and r.marker.evaluate({"extra": extra})} - {
        "termalign"
    }
    assert named
    assert named <= ROWS.keys()


def test_whatever_else_is_brought_asks_for_no_more_than_the_notice() -> None:
    others = {name: licence_of(found) for name, found in INSTALLED.items() if name not in ROWS}
    assert not {name: licence for name, licence in others.items() if not PERMISSIVE.search(licence)}
