"""Eras and periods of history, and their first and last years."""

import pytest

from termalign.checking.periods import are_first_and_last, periods_named
from termalign.tables import read_table


@pytest.mark.parametrize(
    ("package", "table"), [("termalign.quantities", "eras.tsv"), ("termalign.checking", "periods.tsv")]
)
def test_the_years_of_every_era_are_known_by_its_name(package: str, table: str) -> None:
    for name, romaji, first, last, *_ in read_table(package, table, header=True):
        years = [(int(a), int(b)) for a in first.split() for b in last.split() if int(a) < int(b)]
        for named in (periods_named(name), periods_named("", romaji)):
            assert all(are_first_and_last(*span, named) for span in years)
        assert not any(are_first_and_last(begin, end + 2, periods_named(name)) for begin, end in years[-1:])
