"""pandas: a row a link, or a column of lists; the index stays, and what is missing has no links."""

import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news import PAIRS, many_pairs

from termalign import Aligner, Glossary, extract
from termalign.formats.pairs import Unit
from termalign.integrations.rows import COLUMNS, PROJECTIONS, Row, row_of

pd = pytest.importorskip("pandas")
pandas = pytest.importorskip("termalign.integrations.pandas")

ALIGNER = Aligner()
NEWS = pd.DataFrame(PAIRS, columns=["ja", "en"])


def rows_of(pairs: list[tuple[str, str]]) -> list[Row]:
    return [row_of(link) for ja, en in pairs for link in ALIGNER.align(ja, en)]


def test_the_links_are_those_of_align() -> None:
    frame = pandas.align_frame(NEWS)
    assert list(frame.columns) == ["row", *COLUMNS]
    assert frame.drop(columns="row").to_dict("records") == rows_of(PAIRS)
    assert [len(links) for links in pandas.with_links(NEWS)["links"]] == [
        (frame["row"] == row).sum() for row in range(5)
    ]


@pytest.mark.parametrize(
    "index",
    [
        pd.Index([30, 10, 20, 40, 50]),
        pd.Index(["a", "a", "b", "c", "c"], name="article"),
        pd.MultiIndex.from_tuples([(1, "a"), (1, "b"), (2, "a"), (2, "b"), (2, "c")], names=["page", "line"]),
        pd.date_range("2024-01-01", periods=5, name="day"),
    ],
    ids=["numbers", "labels", "two levels", "days"],
)
def test_the_index_is_kept(index: Any) -> None:
    news = NEWS.set_axis(index)
    frame = pandas.align_frame(news)
    assert frame.index.names == index.names
    assert frame.index.dtype == index.dtype
    assert list(frame.index) == [index[row] for row in frame["row"]]
    assert pandas.with_links(news).index.equals(index)


@pytest.mark.parametrize("dtype", ["object", "str", "string", "string[python]", "string[pyarrow]", "category", "arrow"])
def test_every_dtype_of_text(dtype: str) -> None:
    pa = pytest.importorskip("pyarrow")
    pairs = [*PAIRS, (None, "rain"), ("桜島", None), (None, None)]
    kind = pd.ArrowDtype(pa.string()) if dtype == "arrow" else dtype
    news = pd.DataFrame(
        {"ja": pd.Series([ja for ja, _ in pairs], dtype=kind), "en": pd.Series([en for _, en in pairs], dtype=kind)}
    )
    assert pandas.align_frame(news).drop(columns="row").to_dict("records") == rows_of(PAIRS)
    assert list(pandas.with_links(news)["links"][-3:]) == [[], [], []]


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT], ids=["None", "NaN", "NA", "NaT"])
def test_what_is_missing_has_no_links(nothing: object) -> None:
    news = pd.DataFrame({"ja": ["桜島", nothing, "桜島"], "en": [nothing, "Sakurajima", "Sakurajima"]}, dtype="object")
    assert list(pandas.align_frame(news)["row"]) == [2]


def test_rows_that_are_not_complete_are_named() -> None:
    with pytest.warns(RuntimeWarning, match=r"row \d: not everything was compared, because max_comparisons is 1"):
        pandas.align_frame(NEWS, aligner=Aligner(max_comparisons=1))


def test_lists_of_terms() -> None:
    news = pd.DataFrame(
        {"terms": [["警察庁", None, pd.NA, "桜島", pd.NaT], [], None], "en": ["Sakurajima, said the NPA"] * 3}
    )
    frame = pandas.align_frame(news, "terms")
    assert list(zip(frame["row"], frame["ja"], frame["en"], strict=True)) == [
        (0, "警察庁", "NPA"),
        (0, "桜島", "Sakurajima"),
    ]


def test_columns_by_name_and_beside_the_links() -> None:
    news = pd.DataFrame({"ID": [7, 8], "kind": ["x", "y"], "源": ["桜島", "雨"], "訳": ["Sakurajima", "Rain."]})
    frame = pandas.align_frame(news, "源", "訳", keep=["ID"])
    assert list(frame.columns) == ["row", "ID", *COLUMNS]
    assert list(zip(frame["ID"], frame["en"], strict=True)) == [(7, "Sakurajima"), (8, "Rain")]
    assert list(pandas.align_frame(news, "源", "訳", keep=["kind"])["row_kind"]) == ["x", "y"]
    with pytest.raises(KeyError, match="'nothing'"):
        pandas.align_frame(news, "源", "訳", keep=["nothing"])
    with pytest.raises(KeyError, match="nothing"):
        pandas.align_frame(news, "nothing", "訳")
    with pytest.raises(TypeError, match=r"\['ID'\]"):
        pandas.align_frame(news, "源", "訳", keep="ID")


@pytest.mark.parametrize("function", [pandas.align_frame, pandas.with_links], ids=lambda function: function.__name__)
@pytest.mark.parametrize(("frame", "name"), [(NEWS["ja"], "pandas.Series"), (PAIRS, "list"), (None, "NoneType")])
def test_what_is_no_frame(function: Any, frame: object, name: str) -> None:
    with pytest.raises(
        TypeError, match=f"df must be a pandas.DataFrame, not {name}; ja and en are the names of its columns"
    ):
        function(frame)


def test_a_frame_of_another_library_is_named() -> None:
    polars = pytest.importorskip("polars")
    from termalign.integrations.polars import align_frame

    message = "df must be a pandas.DataFrame, not polars.DataFrame; use termalign.integrations.polars"
    with pytest.raises(TypeError, match=message):
        pandas.align_frame(polars.DataFrame({"ja": ["桜島"], "en": ["Sakurajima"]}))
    message = (
        "df must be a polars.DataFrame or polars.LazyFrame, not pandas.DataFrame; use termalign.integrations.pandas"
    )
    with pytest.raises(TypeError, match=message):
        align_frame(NEWS)


def test_settings_and_processes() -> None:
    aligner = Aligner(glossary={"桜島": "Cherry Island"})
    news = pd.DataFrame({"ja": ["桜島"] * 200, "en": [f"{n} on Cherry Island" for n in range(200)]})
    frame = pandas.align_frame(news, aligner=aligner)
    assert set(frame["en"]) == {"Cherry Island"}
    pd.testing.assert_frame_equal(pandas.align_frame(news, aligner=aligner, n_process=2), frame)


@pytest.mark.parametrize("rows", [0, 1])
def test_frames_without_a_link_have_their_types(rows: int) -> None:
    news = pd.DataFrame({"ja": ["雨"], "en": ["Hello."]}).head(rows)
    empty, frame = pandas.align_frame(news), pandas.align_frame(NEWS)
    assert len(empty) == 0
    assert dict(empty.dtypes) == dict(frame.dtypes)


@pytest.mark.parametrize(
    ("ja", "en", "message"),
    [
        (["雨", 5], ["rain", "rain"], "row 1, column 'ja': expected text or a list of terms, found int"),
        (["雨", "雨"], ["rain", 5.5], "row 1, column 'en': expected text, found float"),
        ([b"x"], ["rain"], r"row 0, column 'ja': expected .*, found bytes \(decode it first\)"),
        ([["雨", 5]], ["rain"], "row 0, column 'ja': expected text, as each term"),
        ([{"雨": 5}], ["rain"], "row 0, column 'ja': expected text or a list of terms, found dict"),
        (["雨"], [["rain"]], "row 0, column 'en': expected text, found list"),
    ],
    ids=["a number", "a float", "bytes", "a number in a list", "a dict", "a list of English"],
)
def test_cells_that_are_no_text(ja: list[object], en: list[object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        pandas.align_frame(pd.DataFrame({"ja": pd.Series(ja, dtype="object"), "en": pd.Series(en, dtype="object")}))


@pytest.mark.parametrize(
    ("function", "last", "says"),
    [
        (pandas.align_frame, {"en": 5}, "row 1, column 'en': expected text"),
        (pandas.with_links, {"ja": 5}, "row 1, column 'ja': expected text"),
        (pandas.check_frame, {"en": 5}, "row 1, column 'en': expected text"),
        (pandas.project_frame, {"spans": 5}, "row 1, column 'spans': expected a list of spans"),
        (pandas.project_frame, {"spans": [(0, 99)]}, "row 1, column 'spans': .*outside the text"),
    ],
)
def test_a_wrong_cell_is_found_before_the_first_row_is_aligned(function: Any, last: dict[str, Any], says: str) -> None:
    rows = [dict(zip(("ja", "en"), PAIRS[0], strict=True), spans=[]) for _ in range(2)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a row that is aligned warns that it is not complete
        with pytest.raises((TypeError, ValueError), match=says):
            function(pd.DataFrame([rows[0], rows[1] | last]), aligner=Aligner(max_comparisons=1))


@pytest.mark.parametrize("function", [pandas.align_frame, pandas.with_links])
@pytest.mark.parametrize(
    ("columns", "error", "message"),
    [
        (["text", "en"], KeyError, "no column 'ja'; the columns are 'text', 'en'"),
        (["ja", "text"], KeyError, "no column 'en'; the columns are 'ja', 'text'"),
        (["ja", "ja", "en"], ValueError, "2 columns are named 'ja': rename all but one"),
        (["ja", "en", "en", "en"], ValueError, "3 columns are named 'en'"),
    ],
)
def test_columns_that_cannot_be_aligned(
    function: Any, columns: list[str], error: type[Exception], message: str
) -> None:
    news = pd.DataFrame([["桜島"] * len(columns)], columns=columns)
    with pytest.raises(error, match=message):
        function(news)


def test_columns_named_alike_that_are_not_aligned() -> None:
    news = pd.DataFrame([["桜島", "Sakurajima", 1, 2]], columns=["ja", "en", "id", "id"])
    assert len(pandas.with_links(news)["links"][0]) == len(pandas.align_frame(news)) == 1
    with pytest.raises(ValueError, match="2 columns are named 'id'"):
        pandas.align_frame(news, keep=["id"])


@pytest.mark.parametrize("aligner", [Aligner, "termalign", 0])
def test_what_is_no_aligner(aligner: Any) -> None:
    with pytest.raises(
        TypeError, match=r"aligner must be an Aligner, not (the class: pass an instance, Aligner\(\)|str|int)"
    ):
        pandas.align_frame(NEWS, aligner=aligner)


def test_half_a_surrogate_pair_is_no_crash() -> None:
    news = pd.DataFrame({"ja": ["桜島"], "en": ["\ud83c Sakurajima\ud83c"]}, dtype="object")
    frame = pandas.align_frame(news)
    assert [news["en"][0][start:end] for start, end in zip(frame["en_start"], frame["en_end"], strict=True)] == list(
        frame["en"]
    )


TEXT = st.one_of(
    st.none(), st.text("桜島警察庁NPA。、 a\0\U00020bb7ｶﾞ", max_size=12), st.sampled_from(many_pairs(40)).map("".join)
)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_spans_slice_the_cells_of_their_row(pairs: list[tuple[str | None, str | None]]) -> None:
    news = pd.DataFrame(pairs, columns=["ja", "en"], dtype="object")
    for link in pandas.align_frame(news, aligner=ALIGNER).to_dict("records"):
        ja, en = pairs[link["row"]]
        assert ja is not None
        assert en is not None
        assert (ja[link["ja_start"] : link["ja_end"]], en[link["en_start"] : link["en_end"]]) == (
            link["ja"],
            link["en"],
        )


def test_findings_are_rows_with_the_labels_of_theirs() -> None:
    drafts = pd.DataFrame(
        {"n": [1, 2, 3, 4], "ja": ["3台", None, "設定", "4台"], "en": ["5 units", "Rain.", None, "4 units"]},
        index=list("abcd"),
    )
    found = pandas.check_frame(drafts, keep=["n"])
    assert found.index.to_list() == ["a", "c"]
    assert found["row"].to_list() == [0, 2]
    assert found["n"].to_list() == [1, 3]
    kept = pandas.check_frame(drafts.assign(id=drafts["n"]), keep=["id", "ja"])
    assert kept["row_id"].to_list() == [1, 3]
    assert kept["row_ja"].to_list() == ["3台", "設定"]
    assert kept["id"].to_list() == found["id"].to_list()
    with pytest.raises(ValueError, match="cannot keep the columns 'id' and 'row_id'"):
        pandas.check_frame(drafts.assign(id=1, row_id=2), keep=["row_id", "id"])
    assert found["kind"].to_list() == ["number", "untranslated"]
    assert found["en_start"].to_list() == [0, pd.NA]
    assert found["en"].isna().to_list() == [False, True]


def test_nothing_found_is_a_frame_of_the_same_columns() -> None:
    drafts = pd.DataFrame({"ja": ["3台", "3台"], "en": ["3 units", "5 units"]})
    some, none = pandas.check_frame(drafts), pandas.check_frame(drafts[:1])
    assert len(some) == 1
    assert none.dtypes.to_dict() == some.dtypes.to_dict()
    assert none.empty


def test_translations_from_english() -> None:
    drafts = pd.DataFrame({"ja": ["5秒待ちます。", None, "蓋"], "en": ["Wait 5 minutes.", "Open the lid.", None]})
    found = pandas.check_frame(drafts, source="en")
    assert found[["row", "kind", "found"]].values.tolist() == [[0, "number", "5秒"], [1, "untranslated", ""]]


@pytest.mark.parametrize("wrong", [{"設定": "setting"}, Glossary.of({"設定": "setting"}), 3, None])
def test_a_glossary_in_the_place_of_a_column_is_refused(wrong: Any) -> None:
    drafts = pd.DataFrame({"ja": ["設定"], "en": ["Setup"]})
    with pytest.raises(TypeError, match=rf"ja must be the name of a column, not {type(wrong).__name__};.*glossary="):
        pandas.check_frame(drafts, wrong)
    with pytest.raises(TypeError, match="en must be the name of a column"):
        pandas.check_frame(drafts, "ja", wrong)
    assert len(pandas.check_frame(drafts, "ja", "en", {"設定": "setting"})) == 1


@pytest.mark.parametrize("column", ["links", "ja"])
def test_no_column_is_replaced(column: str) -> None:
    news = NEWS.assign(links=1)
    with pytest.raises(ValueError, match=f"there is a column '{column}' already: rename or drop it"):
        pandas.with_links(news, column=column)
    assert len(pandas.with_links(news, column="found").columns) == len(NEWS.columns) + 2


@pytest.mark.parametrize("wrong", [3, b"links", ["links"], {}, pd.NA, pd.Series(["x"])], ids=repr)
@pytest.mark.parametrize("name", ["column", "coverage"])
def test_a_new_column_is_given_by_a_text(name: str, wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"the name of a new column (must be str|is bytes)"):
        pandas.with_links(NEWS, **{name: wrong})


@pytest.mark.parametrize("wrong", [3, None, "ja", object()], ids=lambda wrong: type(wrong).__name__)
def test_the_columns_to_keep_are_a_list(wrong: Any) -> None:
    with pytest.raises(TypeError, match="keep must be a list of columns"):
        pandas.align_frame(NEWS, keep=wrong)


def test_the_coverage_of_each_row() -> None:
    news = pd.concat([NEWS, pd.DataFrame({"ja": [None, "雨。"], "en": ["Rain.", "Add to cart"]})])
    found = pandas.with_links(news, coverage="share")
    assert list(found.columns) == ["ja", "en", "links", "share"]
    assert list(found["share"]) == [*(ALIGNER.align(ja, en).coverage for ja, en in PAIRS), 0, 0]
    for name in ("ja", "links"):
        with pytest.raises(ValueError, match=f"there is a column '{name}' already"):
            pandas.with_links(NEWS, coverage=name)


def test_the_terms_of_a_frame_are_those_of_its_pairs() -> None:
    """A pair without a text is skipped; examples have the names of pairs, or the numbers of rows."""
    rows = [(None, "Rain."), *PAIRS]
    frame = pd.DataFrame(rows, columns=["ja", "en"]).assign(id=[f"n{row}" for row in range(len(rows))])
    found = pandas.extract_frame(frame, unit="id", min_count=1)
    named = [Unit(ja, en, f"n{row}") for row, (ja, en) in enumerate(PAIRS, 1)]
    assert found == extract(named)
    units = [example.unit for entry in found for example in entry.examples]
    numbered = pandas.extract_frame(frame)
    assert units == [f"n{example.unit}" for entry in numbered for example in entry.examples] != []
    assert "桜島" in {entry.ja for entry in numbered} - {
        entry.ja for entry in pandas.extract_frame(frame, stop=["桜島"])
    }
    with pytest.raises(KeyError, match="no column 'name'"):
        pandas.extract_frame(frame, unit="name")
    with pytest.raises(TypeError, match="column 'lists': expected text"):
        pandas.extract_frame(frame.assign(lists=[["灰"]] * len(rows)), "lists")


def mistakes(frame: Any) -> None:
    """What a type checker sees; nothing runs it."""
    from termalign.integrations.pandas import check_frame, extract_frame

    check_frame(frame, glossary=None, kinds=["number"], min_score=0.8)
    check_frame(frame, min_chanc=0.8)  # type: ignore[call-arg]
    check_frame(frame, kinds=["nmber"])  # type: ignore[list-item]
    check_frame(frame, glossary=5)  # type: ignore[arg-type]
    extract_frame(frame, min_cout=2)  # type: ignore[call-arg]


MARKED = [[(0, 2, "LOC"), (3, 5)], None, [], [{"start": 0, "end": 2, "label": 7}]]
TEXTS = [
    ("桜島が噴火した。", "Sakurajima erupted."),
    ("灰が降った。", "Ash fell."),
    ("灰が降った。", "Ash fell."),
    ("私が見た。", "Ash fell."),
]


def test_marked_spans_are_projected_row_by_row() -> None:
    frame = pandas.project_frame(
        pd.DataFrame(TEXTS, columns=["ja", "en"], index=list("abcd")).assign(spans=MARKED, id=[1, 2, 3, 4]), keep=["id"]
    )
    assert list(frame.columns) == ["row", "id", *PROJECTIONS]
    assert list(frame.index) == ["a", "a", "d"]
    assert frame["label"].to_list() == ["LOC", "", 7]
    assert [[span["text"] for span in spans] for spans in frame["spans"]] == [["Sakurajima"], ["erupted"], []]
    assert [score > 0 for score in frame["score"]] == [True, True, False]


@pytest.mark.parametrize(
    ("ja", "en", "spans", "rows"),
    [
        ("桜島", None, [(0, 2, "LOC"), (0, 1)], [("桜島", []), ("桜", [])]),
        ("桜島", float("nan"), [(0, 2, "LOC")], [("桜島", [])]),
        (None, "Sakurajima", [], []),
        (None, None, None, []),
    ],
)
def test_spans_beside_a_missing_text_have_no_counterparts(ja: Any, en: Any, spans: Any, rows: list[Any]) -> None:
    frame = pandas.project_frame(pd.DataFrame({"ja": [ja], "en": [en], "spans": [spans]}))
    assert list(zip(frame["source"], frame["spans"], strict=True)) == rows
    assert set(frame["score"]) <= {0}


def test_spans_in_a_missing_text_are_refused() -> None:
    news = pd.DataFrame({"ja": ["桜島", None], "en": ["Sakurajima"] * 2, "spans": [[(0, 2)]] * 2})
    with pytest.raises(ValueError, match=r"row 1, column 'spans': spans\[0\]: offsets 0:2 are outside the text"):
        pandas.project_frame(news)


def test_english_spans_are_projected_to_the_japanese() -> None:
    news = pd.DataFrame({"原文": [TEXTS[0][0]], "訳文": [TEXTS[0][1]], "marks": [[(0, 10)]]})
    (row,) = pandas.project_frame(news, "原文", "訳文", "marks", side="en").to_dict("records")
    assert (row["source"], row["spans"]) == ("Sakurajima", [{"text": "桜島", "start": 0, "end": 2}])


@pytest.mark.parametrize(
    ("spans", "error", "says"),
    [
        ([(0, 99)], ValueError, "offsets 0:99 are outside the text"),
        ([(0,)], TypeError, "must be"),
        ([5], TypeError, "must be"),
        ([{"start": 0}], TypeError, "'end' is missing"),
        (5, TypeError, "expected a list of spans, found int"),
        ("0:2", TypeError, "expected a list of spans, found str"),
    ],
)
def test_a_bad_span_is_named_with_its_row(spans: Any, error: type[Exception], says: str) -> None:
    news = pd.DataFrame(TEXTS[:2], columns=["ja", "en"]).assign(spans=[[(0, 2)], spans])
    with pytest.raises(error, match=f"row 1, column 'spans': .*{says}"):
        pandas.project_frame(news)
