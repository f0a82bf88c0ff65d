"""The tables of renderings that JMdict lacks."""

from pathlib import Path

import pytest

from termalign import Lexicon, align
from termalign.lexicon.build import Parts, write_lexicon
from termalign.lexicon.records import Form, Sense, WordRecord
from termalign.lexicon.sources.files import DictionaryError
from termalign.lexicon.sources.supplement import supplementary_words


def test_every_row_of_every_table_is_whole() -> None:
    assert all(word.senses for word in supplementary_words())


def test_senses_are_parted_by_bars(tmp_path: Path) -> None:
    (tmp_path / "b.tsv").write_text("# later\nコスト\tコスト\tcost; expense\n", encoding="utf-8")
    (tmp_path / "a.tsv").write_text("# first\n\n善意\tぜんい\tgood faith | goodwill; favor\n", encoding="utf-8")
    good_faith, cost = supplementary_words(tmp_path)
    assert [sense.glosses for sense in good_faith.senses] == [["good faith"], ["goodwill", "favor"]]
    assert [form.text for form in good_faith.kanji] == ["善意"]
    assert not cost.kanji  # a word in kana is its own reading


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("善意\tぜんい", "renderings, not 2 columns"),
        ("善意\t善意\tgood faith", "a reading in kana, not '善意'"),
        ("\tぜんい\tgood faith", "a word, not ''"),
        ("善意\tぜんい\tgood faith;", "separated by '; '"),
        ("善意\tぜんい\tgood faith | ", "separated by '; '"),
        ("善意\tぜんい\tgood faith; good faith", "given twice"),
        ("悪意\tあくい\tbad faith", "悪意 is already in line 2"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    table = tmp_path / "law.tsv"
    table.write_text(f"# a table\n悪意\tあくい\tmalice\n{row}\n", encoding="utf-8")
    with pytest.raises(DictionaryError) as caught:
        list(supplementary_words(tmp_path))
    assert str(caught.value).startswith(f"{table}, line 3: ")
    assert message in str(caught.value)


@pytest.mark.parametrize("counted", [True, False])
def test_statistics_are_over_the_words_of_the_dictionary(tmp_path: Path, counted: bool) -> None:
    words = [
        WordRecord([Form(word)], [Form("よみ")], [Sense(glosses)])
        for word, glosses in [("詐欺", ["fraud", "deceit"]), ("詐称", ["fraud", "deceit"])]
    ]
    parts = Parts(words, [], []) if counted else Parts([], [], [], words)
    write_lexicon(tmp_path / "own.sqlite", parts, meta={})
    lexicon = Lexicon(str(tmp_path / "own.sqlite"))
    assert [entry.glosses[0].text for entry in lexicon.words("詐欺")] == ["fraud"]
    assert ("fraud" in dict(lexicon.associations("詐"))) == counted
    assert bool(lexicon.related("fraud")) == counted


def word(written: str, *glosses: str, common: bool = False) -> WordRecord:
    return WordRecord([Form(written, common)], [Form("よみ", common)], [Sense(list(glosses))])


@pytest.mark.parametrize(
    "before",
    [
        [],
        [word("善意", "good will")],
        [word("善意", "good faith"), word("匿流", "fluid crime")],
        [word("悪意", "malice")],
    ],
    ids=["none", "another gloss", "one more", "another word"],
)
def test_a_change_of_the_supplement_makes_the_same_file_as_a_new_compilation(
    tmp_path: Path, before: list[WordRecord]
) -> None:
    words = [word("善意", "favor", common=True), word("善意", "goodness"), word("詐欺", "fraud")]
    after = [word("善意", "good faith"), word("詐欺", "swindle")]
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    write_lexicon(old, Parts(words, [], [], before), meta={})
    write_lexicon(old, Parts(supplement=after), meta={}, base=old)
    write_lexicon(
        new, Parts(words, [], [], after), meta=dict.fromkeys(("source.words", "source.names", "source.kanji"), "")
    )
    assert old.read_bytes() == new.read_bytes()
    glosses = [entry.glosses[0].text for entry in Lexicon(str(new)).words("善意")]
    assert glosses == ["favor", "goodness", "good faith"]


def test_words_are_looked_up_beside_those_of_the_dictionary() -> None:
    glosses = [gloss.text for entry in Lexicon.default().words("債権者") for gloss in entry.glosses]
    assert "creditor" in glosses
    assert "claim holder" in glosses
    assert glosses.index("creditor") < glosses.index("claim holder")


@pytest.mark.parametrize(
    ("term", "en", "renderings"),
    [
        ("労働者", "An employer hires workers.", ["workers"]),  # employee is not employer
        ("使用者", "An employer hires employees.", ["employer"]),
    ],
)
def test_sides_of_a_deed(term: str, en: str, renderings: list[str]) -> None:
    assert align([term], en).renderings() == {term: renderings}
