"""polars: a row a link, or a column of lists of structs; lazily nothing is aligned before it is collected."""

from pathlib import Path
from typing import Any

import pytest
from news import PAIRS, many_pairs

from termalign import Aligner, Glossary, Lexicon, extract
from termalign.formats.pairs import Unit
from termalign.integrations.rows import COLUMNS, PROJECTIONS, row_of
from termalign.lexicon import LexiconError

pl = pytest.importorskip("polars")
polars = pytest.importorskip("termalign.integrations.polars")

NEWS = pl.DataFrame(PAIRS, schema=["ja", "en"], orient="row")


def test_the_links_are_those_of_align() -> None:
    frame = polars.align_frame(NEWS)
    assert frame.columns == ["row", *COLUMNS]
    assert frame.drop("row").to_dicts() == [row_of(link) for ja, en in PAIRS for link in Aligner().align(ja, en)]
    column = polars.with_links(NEWS)["links"]
    assert column.dtype == polars.LINKS
    assert [len(links) for links in column] == [frame["row"].to_list().count(row) for row in range(len(PAIRS))]


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_lazily(engine: str) -> None:
    news = pl.DataFrame(many_pairs(100), schema=["ja", "en"], orient="row").with_columns(id=pl.int_range(100, 200))
    lazy = polars.align_frame(news.lazy(), keep=["id"])
    assert isinstance(lazy, pl.LazyFrame)
    assert lazy.collect_schema() == polars.align_frame(news.head(0), keep=["id"]).schema
    found = lazy.collect(engine=engine)
    assert found.equals(polars.align_frame(news, keep=["id"]))
    assert (found["id"] - found["row"]).unique().to_list() == [100]
    assert polars.with_links(news.lazy()).collect(engine=engine).equals(polars.with_links(news))


def test_nothing_is_aligned_before_it_is_collected(tmp_path: Path) -> None:
    lazy = polars.align_frame(NEWS.lazy(), aligner=Aligner(Lexicon(str(tmp_path / "not there"))))
    with pytest.raises(LexiconError):
        lazy.collect()


def test_what_is_missing_has_no_links() -> None:
    news = pl.DataFrame({"ja": ["桜島", None, "桜島"], "en": [None, "Sakurajima", "Sakurajima"]})
    assert polars.align_frame(news)["row"].to_list() == [2]
    assert polars.align_frame(pl.DataFrame({"ja": [None], "en": ["rain"]})).is_empty()


def test_the_terms_of_a_frame_are_those_of_its_pairs() -> None:
    """A pair without a text is skipped; examples have the names of pairs, or the numbers of rows."""
    rows = [(None, "Rain."), *PAIRS]
    frame = pl.DataFrame(rows, schema=["ja", "en"], orient="row").with_columns(
        id="n" + pl.int_range(len(rows)).cast(pl.String)
    )
    found = polars.extract_frame(frame, unit="id", min_count=1)
    named = [Unit(ja, en, f"n{row}") for row, (ja, en) in enumerate(PAIRS, 1)]
    assert found == extract(named)
    units = [example.unit for entry in found for example in entry.examples]
    numbered = polars.extract_frame(frame)
    assert units == [f"n{example.unit}" for entry in numbered for example in entry.examples] != []
    assert "桜島" in {entry.ja for entry in numbered} - {
        entry.ja for entry in polars.extract_frame(frame, stop=["桜島"])
    }
    with pytest.raises(KeyError, match="no column 'name'"):
        polars.extract_frame(frame, unit="name")
    with pytest.raises(TypeError, match="column 'lists': expected text"):
        polars.extract_frame(frame.with_columns(lists=pl.concat_list("ja")), "lists")


@pytest.mark.parametrize("frame", ["align_frame", "with_links", "check_frame"])
@pytest.mark.parametrize("wrong", [pl.col("ja"), NEWS["ja"], 3])
def test_a_column_is_given_by_its_name(frame: str, wrong: Any) -> None:
    with pytest.raises(TypeError, match="name"):
        getattr(polars, frame)(NEWS, ja=wrong)


def test_lists_of_terms_and_categories() -> None:
    news = pl.DataFrame({"terms": [["警察庁", None, "桜島"], [], None], "en": ["Sakurajima, said the NPA"] * 3})
    found = polars.align_frame(news.cast({"en": pl.Categorical}), "terms")
    assert found.select("row", "ja", "en").rows() == [(0, "警察庁", "NPA"), (0, "桜島", "Sakurajima")]


def test_settings_and_processes() -> None:
    news = pl.DataFrame({"ja": ["桜島"] * 200, "en": [f"{n} on Cherry Island" for n in range(200)]})
    aligner = Aligner(glossary={"桜島": "Cherry Island"})
    found = polars.align_frame(news, aligner=aligner, n_process=2)
    assert found["en"].unique().to_list() == ["Cherry Island"]
    assert found.equals(polars.align_frame(news, aligner=aligner))


@pytest.mark.parametrize("function", [polars.align_frame, polars.with_links], ids=lambda function: function.__name__)
@pytest.mark.parametrize("frame", [NEWS["ja"], {"ja": [], "en": []}, None], ids=["a column", "a dict", "None"])
def test_what_is_no_frame(function: Any, frame: object) -> None:
    with pytest.raises(TypeError, match=r"df must be a polars\.DataFrame or polars\.LazyFrame, not"):
        function(frame)


def test_columns_that_cannot_be_aligned() -> None:
    news = NEWS.with_columns(n=1, score=0.5)
    with pytest.raises(KeyError, match="no column 'text'; the columns are 'ja', 'en'"):
        polars.align_frame(news, "text")
    with pytest.raises(TypeError, match="column 'n': expected text, found Int32"):
        polars.with_links(news, "ja", "n")
    with pytest.raises(TypeError, match="aligner must be an Aligner, not the class"):
        polars.with_links(news, aligner=Aligner)
    with pytest.raises(TypeError, match=r"df must be a polars.DataFrame, not polars.LazyFrame; pass df.collect\(\)"):
        polars.check_frame(news.lazy())


def test_findings_are_rows() -> None:
    drafts = pl.DataFrame({"n": [1, 2, 3], "ja": ["3台", None, "設定"], "en": ["5 units", "Rain.", None]})
    found = polars.check_frame(drafts, glossary={"設定": "setting"}, keep=["n"])
    assert found.select("row", "n", "kind").rows() == [(0, 1, "number"), (2, 3, "untranslated")]
    assert found.select("en_start", "en").rows() == [(0, "5 units"), (None, None)]
    kept = polars.check_frame(drafts.with_columns(id="n"), keep=["id", "ja"])
    assert kept.select("row_id", "row_ja", "kind").rows()[0] == (1, "3台", "number")
    right = drafts.with_columns(en=pl.Series(["3 units", "Rain.", None]))
    assert polars.align_frame(right.lazy(), keep=["ja"]).collect()["row_ja"].to_list() == ["3台"]
    assert polars.check_frame(drafts[1:2]).schema == polars.check_frame(drafts).schema


@pytest.mark.parametrize("wrong", [{"設定": "setting"}, Glossary.of({"設定": "setting"}), 3, None])
def test_a_glossary_in_the_place_of_a_column_is_refused(wrong: Any) -> None:
    drafts = pl.DataFrame({"ja": ["設定"], "en": ["Setup"]})
    with pytest.raises(TypeError, match=rf"ja must be the name of a column, not {type(wrong).__name__};.*glossary="):
        polars.check_frame(drafts, wrong)
    with pytest.raises(TypeError, match="en must be the name of a column"):
        polars.check_frame(drafts, "ja", wrong)
    assert len(polars.check_frame(drafts, "ja", "en", {"設定": "setting"})) == 1


@pytest.mark.parametrize("column", ["links", "ja"])
def test_no_column_is_replaced(column: str) -> None:
    news = NEWS.with_columns(links=1)
    with pytest.raises(ValueError, match=f"there is a column '{column}' already: rename or drop it"):
        polars.with_links(news, column=column)
    assert len(polars.with_links(news, column="found").columns) == len(NEWS.columns) + 2


@pytest.mark.parametrize(
    "wrong", [3, b"links", ["links"], {}, pl.col("ja"), pl.Series(["x"])], ids=lambda wrong: type(wrong).__name__
)
@pytest.mark.parametrize("name", ["column", "coverage"])
def test_a_new_column_is_given_by_a_text(name: str, wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"the name of a new column (must be str|is bytes)"):
        polars.with_links(NEWS, **{name: wrong})


@pytest.mark.parametrize("wrong", [3, None, "ja", object()], ids=lambda wrong: type(wrong).__name__)
def test_the_columns_to_keep_are_a_list(wrong: Any) -> None:
    with pytest.raises(TypeError, match="keep must be a list of columns"):
        polars.align_frame(NEWS, keep=wrong)


def test_the_coverage_of_each_row() -> None:
    news = pl.concat([NEWS, pl.DataFrame({"ja": [None, "雨。"], "en": ["Rain.", "Add to cart"]})])
    found = polars.with_links(news, coverage="share")
    assert found.columns == ["ja", "en", "links", "share"]
    assert found["share"].to_list() == [*(Aligner().align(ja, en).coverage for ja, en in PAIRS), 0, 0]
    lazy = polars.with_links(news.lazy(), coverage="share")
    assert lazy.collect_schema() == found.schema
    assert lazy.filter(pl.col("share") > 0.5).collect().equals(found.filter(pl.col("share") > 0.5))
    for name in ("ja", "links"):
        with pytest.raises(ValueError, match=f"there is a column '{name}' already"):
            polars.with_links(NEWS, coverage=name)


@pytest.mark.parametrize(("label", "dtype"), [("LOC", pl.String), (7, pl.Int64)])
def test_marked_spans_are_projected_row_by_row(label: object, dtype: Any) -> None:
    marked = [[{"start": 0, "end": 2, "label": label}], None]
    news = pl.DataFrame({"ja": ["桜島が噴火した。"] * 2, "en": ["Sakurajima erupted."] * 2, "spans": marked})
    frame = polars.project_frame(news)
    assert frame.columns == ["row", *PROJECTIONS]
    assert frame.schema["label"] == dtype
    assert frame.select("row", "label", "source").rows() == [(0, label, "桜島")]
    assert frame["spans"].to_list() == [[{"text": "Sakurajima", "start": 0, "end": 10}]]


def test_spans_without_labels() -> None:
    news = pl.DataFrame({"ja": ["桜島が噴火した。"], "en": ["It rained."], "spans": [[[0, 2], [3, 5]]]})
    frame = polars.project_frame(news)
    assert frame["label"].to_list() == ["", ""]
    assert frame["spans"].list.len().to_list() == [0, 0]
    assert polars.project_frame(news.clear()).schema == frame.schema


@pytest.mark.parametrize("dtype", [pl.Float64, pl.Float32])
def test_columns_of_nan_are_missing(dtype: Any) -> None:
    nothing = pl.Series([float("nan"), None], dtype=dtype)
    news = pl.DataFrame({"ja": ["桜島が噴火した。"] * 2, "en": nothing, "spans": nothing})
    assert len(polars.align_frame(news)) == 0
    assert polars.align_frame(news.lazy()).collect().height == 0
    assert polars.with_links(news, "en", "ja")["links"].to_list() == [[], []]
    assert polars.check_frame(news)["kind"].to_list() == ["untranslated"] * 2
    assert len(polars.project_frame(news)) == 0
    with pytest.raises(TypeError, match="row 1, column 'en': expected text, found float"):
        polars.check_frame(news.with_columns(en=pl.Series([None, 0.5], dtype=dtype)))


def test_spans_are_lists() -> None:
    news = pl.DataFrame({"ja": ["桜島"], "en": ["Sakurajima"], "spans": ["0:2"]})
    with pytest.raises(TypeError, match="column 'spans': expected lists of spans"):
        polars.project_frame(news)
