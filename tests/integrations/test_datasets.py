"""Hugging Face datasets: a batched function whose results are found again in the cache."""

import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from news import PAIRS, many_pairs

from termalign import Aligner
from termalign.integrations.rows import row_of
from termalign.model import Kind

hf = pytest.importorskip("datasets")
datasets = pytest.importorskip("termalign.integrations.datasets")

NEWS = {"id": list(range(len(PAIRS))), "ja": [ja for ja, _ in PAIRS], "en": [en for _, en in PAIRS]}
LINKS = [[row_of(link) for link in Aligner().align(ja, en)] for ja, en in PAIRS]


@pytest.fixture(autouse=True, scope="module")
def quiet() -> Iterator[None]:
    hf.disable_progress_bars()
    yield
    hf.enable_progress_bars()


def many(number: int) -> Any:
    ja, en = zip(*many_pairs(number), strict=True)
    return hf.Dataset.from_dict({"ja": ja, "en": en})


def test_the_links_are_those_of_align() -> None:
    found = datasets.with_links(hf.Dataset.from_dict(NEWS))
    assert found["links"][:] == LINKS
    assert found.features["links"] == datasets.LINKS
    assert found.remove_columns("links").to_dict() == NEWS


def test_as_a_function_for_map() -> None:
    dataset = hf.Dataset.from_dict(NEWS)
    found = dataset.map(datasets.AlignBatch(column="found"), batched=True, features=hf.Features(
        {**dataset.features, "found": datasets.LINKS}
    ))  # fmt: skip
    assert found["found"][:] == LINKS


def test_a_column_of_translations() -> None:
    translations = [{"ja": ja, "en": en, "fr": None} for ja, en in PAIRS]
    dataset = hf.Dataset.from_dict({"translation": translations})
    assert datasets.with_links(dataset, translation="translation")["links"][:] == LINKS
    typed = dataset.select_columns("translation").map(
        lambda row: {"translation": {code: row["translation"][code] or "" for code in ("ja", "en")}},
        features=hf.Features({"translation": hf.Translation(["ja", "en"])}),
    )
    assert datasets.with_links(typed, translation="translation")["links"][:] == LINKS


def test_processes_give_the_same() -> None:
    dataset = many(300)
    alone = datasets.with_links(dataset)
    assert sum(map(len, alone["links"])) > 300
    assert datasets.with_links(dataset, num_proc=2, batch_size=20).to_dict() == alone.to_dict()


def test_a_batch_without_links_does_not_decide_the_type() -> None:
    pairs = [("雨", "Hello.")] * 3 + [("桜島", "Sakurajima")]
    dataset = hf.Dataset.from_dict({"ja": [ja for ja, _ in pairs], "en": [en for _, en in pairs]})
    found = datasets.with_links(dataset, batch_size=1)
    assert list(map(len, found["links"])) == [0, 0, 0, 1]


def test_what_is_missing_has_no_links() -> None:
    dataset = hf.Dataset.from_dict({"ja": ["桜島", None, "桜島"], "en": [None, "Sakurajima", "Sakurajima"]})
    assert list(map(len, datasets.with_links(dataset)["links"])) == [0, 0, 1]
    empty = hf.Dataset.from_dict({"translation": [None, {"ja": "桜島", "en": None}]})
    assert list(map(len, datasets.with_links(empty, translation="translation")["links"])) == [0, 0]


def test_lists_of_terms_and_settings() -> None:
    dataset = hf.Dataset.from_dict({"terms": [["匿流", "桜島"], None], "text": ["the moles of Sakurajima", "no"]})
    found = datasets.with_links(dataset, "terms", "text", aligner=Aligner(glossary={"匿流": "mole"}))
    assert [[link["en"] for link in row] for row in found["links"]] == [["moles", "Sakurajima"], []]


def test_splits_and_streams() -> None:
    dataset = hf.Dataset.from_dict(NEWS)
    splits = datasets.with_links(hf.DatasetDict(train=dataset, test=dataset), remove_columns="en")
    assert {name: split["links"][:] for name, split in splits.items()} == {"train": LINKS, "test": LINKS}
    assert splits["train"].column_names == ["id", "ja", "links"]
    assert [row["links"] for row in datasets.with_links(dataset.to_iterable_dataset())] == LINKS
    streams = datasets.with_links(hf.IterableDatasetDict(train=dataset.to_iterable_dataset()))
    assert [row["links"] for row in streams["train"]] == LINKS

    def unseen() -> Iterator[dict[str, str]]:
        yield from ({"ja": ja, "en": en} for ja, en in PAIRS)

    assert [row["links"] for row in datasets.with_links(hf.IterableDataset.from_generator(unseen))] == LINKS


def test_the_fingerprint_is_that_of_the_settings() -> None:
    from datasets.fingerprint import Hasher

    kinds: list[Kind] = ["gloss", "name"]
    same = [datasets.AlignBatch(aligner=Aligner(kinds=order)) for order in (kinds, kinds[::-1])]
    same[0](NEWS)  # what it has worked out is no setting
    same.append(pickle.loads(pickle.dumps(same[0])))
    others = [
        datasets.AlignBatch(),
        datasets.AlignBatch(column="x"),
        datasets.AlignBatch(aligner=Aligner(min_score=0.9)),
    ]
    assert len({Hasher.hash(function) for function in same}) == 1
    assert len({Hasher.hash(function) for function in (same[0], *others)}) == 1 + len(others)
    assert len({datasets.with_links(many(3))._fingerprint for _ in range(2)}) == 1


def test_columns_and_cells_that_cannot_be_aligned() -> None:
    with pytest.raises(KeyError, match="no column 'text'; the columns are 'id', 'ja', 'en'"):
        datasets.with_links(hf.Dataset.from_dict(NEWS), "text")
    with pytest.raises(TypeError, match="row 0, column 'id': expected text, found int"):
        datasets.with_links(hf.Dataset.from_dict(NEWS), "ja", "id")
    with pytest.raises(TypeError, match=r"dataset must be a Dataset, not dict: Dataset\.from_dict"):
        datasets.with_links(NEWS)
    with pytest.raises(TypeError, match="aligner must be an Aligner, not the class"):
        datasets.AlignBatch(aligner=Aligner)


@pytest.mark.parametrize(
    ("cells", "error", "message"),
    [
        (
            [{"en": "Sakurajima", "jp": "桜島"}],  # in the order of the alphabet, which old versions of Arrow give them
            KeyError,
            "no 'ja' in column 'translation', row 0; the languages are 'en', 'jp'",
        ),
        ([None, {"ja": "桜島"}], KeyError, "no 'en' in column 'translation', row 1; the languages are 'ja'"),
        (
            ["桜島"],
            TypeError,
            "row 0, column 'translation': expected a dictionary of translations by language, found str",
        ),
    ],
)
def test_translations_of_other_languages(cells: list[Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        datasets.with_links(hf.Dataset.from_dict({"translation": cells}), translation="translation")


@pytest.mark.parametrize("option", [{"batched": False}, {"with_indices": True}, {"input_columns": ["ja"]}])
def test_options_of_map_that_are_settled(option: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=f"always maps batches: leave out {next(iter(option))}"):
        datasets.with_links(hf.Dataset.from_dict(NEWS), **option)


def test_options_of_map_that_say_the_same() -> None:
    dataset = hf.Dataset.from_dict(NEWS)
    features = hf.Features({**dataset.features, "links": datasets.LINKS})
    assert datasets.with_links(dataset, batched=True, features=features)["links"][:] == LINKS


@pytest.mark.parametrize("column", ["links", "ja"])
def test_no_column_is_replaced(column: str) -> None:
    news = hf.Dataset.from_dict({**NEWS, "links": NEWS["ja"]})
    with pytest.raises(ValueError, match=f"there is a column '{column}' already: rename or drop it"):
        datasets.with_links(news, column=column)
    assert len(datasets.with_links(news, column="found").column_names) == len(NEWS) + 2


def test_the_coverage_of_each_row() -> None:
    pairs = [*PAIRS, (None, "Rain."), ("雨。", "Add to cart")]
    news = hf.Dataset.from_dict({"ja": [ja for ja, _ in pairs], "en": [en for _, en in pairs]})
    found = datasets.with_links(news, coverage="share")
    assert found.column_names == ["ja", "en", "links", "share"]
    assert found["share"][:] == [*(Aligner().align(ja, en).coverage for ja, en in PAIRS), 0, 0]
    assert found.features["share"] == hf.Value("float64")
    for name in ("ja", "links"):
        with pytest.raises(ValueError, match=f"there is a column '{name}' already"):
            datasets.with_links(news, coverage=name)
