"""Each measure on a tiny folder of made-up data, the answers counted by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.__main__ import main
from benchmarks.data import Folder, MissingDataError, Pair
from benchmarks.measures import (
    MEASURES,
    abbreviations,
    article,
    documents,
    links,
    lists,
    located,
    namings,
    picked,
    projected,
    retrieval,
    semantic,
    unseen,
    words,
)
from benchmarks.measures.words import Tally, content

POLICE = ("警察庁が発表した。", "The National Police Agency made it public.")
SAKURAJIMA = ("桜島が噴火した。", "Sakurajima erupted.")


def spans(text: str, *phrases: str) -> list[list[int]]:
    return [[text.index(p), text.index(p) + len(p)] for p in phrases]


def lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Sentences made up for this test, in the shapes that benchmarks/README.md gives."""
    (ja, en), (ja2, en2) = POLICE, SAKURAJIMA
    files = {
        "kyoto_terms.dev.jsonl": lines(
            {
                "id": "a:1",
                "ja": ja,
                "en": en,
                "terms": [{"ja": [0, 3], "en": spans(en, "the National Police Agency".title())}],
            },
            {"id": "b:1", "ja": ja2, "en": en2, "terms": [{"ja": [0, 2], "en": spans(en2, "erupted")}]},
        ),
        "law_terms.jsonl": lines({"id": "c", "ja": ja, "en": en, "terms": []}),
        "news_links.dev.jsonl": lines(
            {"id": "n1", "ja": ja, "en": en, "links": []},
            {"id": "n2", "ja": ja2, "en": en2, "links": [{"ja": [0, 2], "en": spans(en2, "Sakurajima")[0]}]},
        ),
        "news_text.tsv": "".join(f"d{k}\t{ja}\t{en}\n" for k, (ja, en) in enumerate((POLICE, SAKURAJIMA))),
        "kftt_words.dev.jsonl": lines(
            {
                "ja_tokens": ["桜島", "が", "噴火", "し", "た"],
                "en_tokens": ["Sakurajima", "has", "erupted"],
                "links": [[0, 0], [2, 2], [3, 1]],
                "cross_align": [[0, 0], [2, 2], [1, 1]],
                "awesome_align": [[0, 2]],
            }
        ),
        "abbreviations.dev.jsonl": lines(
            {
                "text": "The National Police Agency (NPA) said so.",
                "pairs": [["NPA", "National Police Agency"], ["X", "Y"]],
            }
        ),
        "katakana_names.train.tsv": "latin\tkatakana\n" + "london\tロンドン\nmadrid\tマドリード\n" * 30,
        "namings.tsv": "ja\tromaji\ten\n桜島\tSakurajima\tSleeping Giant\n",
    }
    (tmp_path / "article").mkdir()
    files["article/news_on_japan.txt"] = (
        "The NPA, or National Police Agency, met. The NPA said that Sakurajima erupted."
    )
    files["article/terms.jsonl"] = lines(
        {"ja": "警察庁", "en": ["National Police Agency"], "also_ok": ["NPA"]}, {"ja": "桜島", "en": []}
    )
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Folder(tmp_path)


def test_located(folder: Folder) -> None:
    found = located.run(folder, 10)
    assert found.figures["kyoto/terms"] == 2
    assert found.figures["kyoto/exact"] == 0.5  # the Agency without its article; not the volcano for “erupted”
    assert found.figures["kyoto/char_f1"] == pytest.approx(0.5)
    assert found.figures["kyoto/precision"] == 0.5
    assert found.figures["law/terms"] == 0
    assert found.wrong == [("kyoto_terms", "桜島", "Sakurajima", "erupted")]
    assert located.run(folder, 1).figures["kyoto/exact"] == 1.0


def test_links(folder: Folder) -> None:
    found = links.run(folder, 10)
    false = [case for case in found.wrong if case[0] == "false"]
    assert found.figures["known"] == 1
    assert found.figures["strict/recall"] == 1.0
    assert found.figures["strict/precision"] == pytest.approx(1 / found.figures["predicted"])
    assert len(false) == found.figures["predicted"] - 1


def test_joined_pairs_keep_their_links() -> None:
    pairs = [Pair("", ja, en, [((0, 2), [(0, 3)])]) for ja, en in (POLICE, SAKURAJIMA)]
    how = documents.Disturbance("", lambda n: [*range(n)], lambda n: [*reversed(range(n))])
    found = documents.disturbed(pairs, how)
    assert (found.ja, found.en) == ("\n".join([POLICE[0], SAKURAJIMA[0]]), "\n".join([SAKURAJIMA[1], POLICE[1]]))
    spoken = [(found.ja[slice(*ja)], [found.en[slice(*span)] for span in en]) for ja, en in found.terms]
    assert spoken == [("警察", ["The"]), ("桜島", ["Sak"])]
    without = documents.Disturbance("", lambda n: [*range(n)], lambda n: [1])
    assert [pair.ja for pair in documents.kept(pairs, without)] == [SAKURAJIMA[0]]
    assert len(documents.disturbed(pairs, without).terms) == 1


def test_documents(folder: Folder) -> None:
    found = documents.run(folder, 10)
    assert found.figures["10/as it is/strict/apart"] == links.run(folder, 10).figures["strict/f1"]
    assert "1/ms_a_sentence" in found.figures


def test_words_leave_out_kana_and_function_words() -> None:
    ja, en = ["桜島", "が", "噴火", "し", "ＮＨＫ", "。"], ["Sakurajima", "has", "erupted", "NHK", "."]
    assert content([(0, 0), (1, 2), (2, 1), (2, 2), (3, 2), (4, 3), (5, 4)], ja, en) == [(0, 0), (2, 2), (4, 3)]


def test_alignment_error_rate() -> None:
    tally = Tally()
    tally.add([(0, 0), (1, 1)], [(0, 0), (1, 2), (2, 2)])
    assert tally.precision == 0.5
    assert tally.recall == pytest.approx(1 / 3)
    assert tally.error_rate == pytest.approx(1 - 2 / 5)


def test_words(folder: Folder) -> None:
    found = words.run(folder, 10).figures
    assert found["termalign/content_aer"] == 0.0
    assert found["Cross-Align/content_aer"] == 0.0
    assert found["Cross-Align/aer"] == pytest.approx(1 - 2 * 2 / 6)
    assert found["awesome-align/content_aer"] == 1.0


def test_article(folder: Folder) -> None:
    found = article.run(folder, 1)
    assert (found.figures["wanted"], found.figures["found"], found.figures["false"]) == (1, 1, 1)
    assert found.wrong == [("false", "桜島", "Sakurajima")]


def test_abbreviations(folder: Folder) -> None:
    found = abbreviations.run(folder, 10)
    assert (found.figures["precision"], found.figures["recall"]) == (1.0, 0.5)
    assert found.wrong == [("missed", "x", "y")]


def test_lists(folder: Folder) -> None:
    found = lists.run(folder, 2).figures
    assert found["its own list/recall"] >= found["the lists of all articles/recall"] > 0.5


def test_namings(folder: Folder) -> None:
    assert namings.run(folder, 10).figures == {"names": 1, "gloss": 1.0, "gloss unsaid": 0.0, "romaji": 1.0}


def test_retrieval(folder: Folder) -> None:
    found = retrieval.katakana(folder, 2)
    assert found.figures["first"] == 1.0
    assert (found.figures["names"], found.figures["among"]) == (2, 50)


def test_names_that_begin_a_sentence_are_not_projected() -> None:
    pairs = [Pair("", *POLICE, [((0, 3), [(4, 26)])]), Pair("", *SAKURAJIMA, [((0, 2), [(0, 10)])])]
    assert projected.measured(pairs) == {"names": 1, "ja": 1.0, "en": 1.0}
    wrong = Pair("", *POLICE, [((0, 3), [(4, 19)])])
    assert projected.measured([*pairs, wrong]) == {"names": 2, "ja": 0.5, "en": 0.5}


OF_THE_REPOSITORY = (unseen.MEASURE, semantic.MEASURE, projected.MEASURE, lists.MEASURE, picked.MEASURE)


@pytest.mark.parametrize(
    "measure", [measure for measure in MEASURES if measure not in OF_THE_REPOSITORY], ids=lambda measure: measure.name
)
def test_a_measure_whose_data_is_missing_says_which(measure: Any, tmp_path: Path) -> None:
    with pytest.raises(MissingDataError, match=str(tmp_path)):
        measure.run(Folder(tmp_path), 10)


def test_the_command_prints_tables_or_json(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["article", "abbreviations", "--data", str(folder.path)]) == 0
    assert "terms  mentions  found" in capsys.readouterr().out
    assert main(["abstention", "namings", "--json", "--data", str(folder.path)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["namings"]["figures"]["romaji"] == 1.0
    assert answer["abstention"]["figures"]["auc"] >= 0.5


def test_the_command_says_what_data_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--data", str(tmp_path)]) == 1
    assert "no news_links.jsonl" in capsys.readouterr().err
