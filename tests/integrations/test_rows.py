"""A link as a row: the same names and types everywhere, and back again."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news import many_pairs

from termalign import Aligner
from termalign.integrations.rows import COLUMNS, link_of, row_of

ALIGNER = Aligner()
CASES = [
    *many_pairs(8),
    ("匿名・流動型犯罪グループの首謀者", "a ringleader of the Anonymous and Fluid Crime Groups"),
    ("被害は95億円に上った。", "The damage came to 9.5 billion yen."),
]


def conforms(value: Any, kind: Any) -> bool:
    """Whether a value has a type as `COLUMNS` writes them, exactly."""
    if isinstance(kind, list):
        return type(value) is list and all(conforms(item, kind[0]) for item in value)
    if isinstance(kind, type):
        return type(value) is kind
    return list(value) == list(kind) and all(conforms(value[name], kind[name]) for name in kind)


@given(st.sampled_from(CASES))
def test_a_row_has_the_columns_it_says_and_is_the_link(pair: tuple[str, str]) -> None:
    links = ALIGNER.align(*pair).links
    assert links
    for link in links:
        row = row_of(link)
        assert conforms(row, COLUMNS)
        assert link_of(row) == link


def test_rows_have_parts_and_evidence() -> None:
    rows = [row_of(link) for pair in CASES for link in ALIGNER.align(*pair)]
    assert any(row["parts"] for row in rows)
    assert all(row["evidence"] for row in rows)


def test_frames_agree_on_names_and_types() -> None:
    """The type of a column of links in Arrow's words, which all four know."""
    pa = pytest.importorskip("pyarrow")
    datasets = pytest.importorskip("termalign.integrations.datasets")
    polars = pytest.importorskip("termalign.integrations.polars")
    spark = pytest.importorskip("termalign.integrations.spark")
    from datasets import Features
    from polars import Series
    from pyspark.sql.pandas.types import to_arrow_type

    links = [[row_of(link) for link in ALIGNER.align(*CASES[-2])]]
    types = {
        "plain": pa.array(links).type,
        "datasets": Features({"links": datasets.LINKS}).arrow_schema.field("links").type,
        "polars": Series(links, dtype=polars.LINKS).to_arrow().type,
        "spark": to_arrow_type(spark.LINKS),
    }
    assert {tool: shape(kind) for tool, kind in types.items()} == dict.fromkeys(types, shape(types["plain"]))


def shape(kind: Any) -> Any:
    """An Arrow type without what tells one implementation from another: field names of lists, long offsets."""
    import pyarrow.types as t

    if t.is_list(kind) or t.is_large_list(kind):
        return [shape(kind.value_type)]
    if t.is_struct(kind):
        return {field.name: shape(field.type) for field in kind}
    return str(kind).replace("large_string", "string").replace("string_view", "string")
