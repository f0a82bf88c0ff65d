"""Rows of the file come back as they went in; spelling and variants."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.english import lexeme
from termalign.lexicon import codec
from termalign.lexicon.glosses import decode_gloss, encode_gloss
from termalign.lexicon.headword_spelling import headword_key, katakana, name_romaji
from termalign.lexicon.variants import standard_form

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split()) or "x"
)
STEMS = st.lists(st.text("abcdefgh'", min_size=1, max_size=5), max_size=3).map(tuple)
KATAKANA = st.text("アイウカガキシチツナニンヤユヨャュョッーヴ", min_size=1, max_size=6)
GLOSS = st.tuples(TEXT, STEMS)


@given(TEXT, STEMS)
def test_glosses(text: str, keys: tuple[str, ...]) -> None:
    assert decode_gloss(encode_gloss(text, keys)) == (text, keys)


@given(
    pos=st.sets(st.sampled_from(["n", "v", "adj"])),
    clips=st.lists(TEXT, max_size=2),
    senses=st.lists(st.tuples(st.sampled_from(["", "abbr", "arch,law"]), st.lists(GLOSS, max_size=3)), max_size=3),
    readings=st.lists(KATAKANA, min_size=1, max_size=3),
    common=st.booleans(),
    usual=st.booleans(),
)
def test_words(
    pos: set[str],
    clips: list[str],
    senses: list[tuple[str, list[tuple[str, tuple[str, ...]]]]],
    readings: list[str],
    common: bool,
    usual: bool,
) -> None:
    entry = codec.encode_entry(sorted(pos), "ger:Arbeit", clips, senses)
    reference = codec.encode_reference(7, common=common, usual=usual, senses=[], readings=readings)
    word = codec.decode_word("語", reference, entry)
    assert (word.headword, word.readings, word.reading) == ("語", tuple(readings), readings[0])
    assert (word.pos, word.loan, word.clip_of) == (frozenset(pos), "ger:Arbeit", tuple(clips))
    assert (word.common, word.usual) == (common, usual)
    expected = [(text, keys, k, note) for k, (note, glosses) in enumerate(senses) for text, keys in glosses]
    assert [tuple(gloss) for gloss in word.glosses] == expected


def test_a_reference_may_name_its_senses() -> None:
    entry = codec.encode_entry(["n"], "", [], [("", [("one", ("one",))]), ("", [("two", ("two",))])])
    reference = codec.encode_reference(7, common=False, usual=True, senses=[1], readings=["ヨミ"])
    assert [(gloss.text, gloss.sense) for gloss in codec.decode_word("語", reference, entry).glosses] == [("two", 1)]


@given(
    KATAKANA,
    st.one_of(TEXT, KATAKANA.map(name_romaji)),
    st.sets(st.sampled_from(sorted(codec.KIND_LETTERS)), min_size=1),
    TEXT,
)
def test_names(reading: str, romaji: str, kinds: set[str], note: str) -> None:
    for head in ("名", reading):
        for remark in ("", note):
            (name,) = codec.decode_names(head, codec.encode_name(head, reading, romaji, frozenset(kinds), remark))
            assert (name.headword, name.reading, name.kinds, name.note) == (head, reading, frozenset(kinds), remark)
            assert name.romaji == (romaji or name_romaji(reading))


@given(st.lists(GLOSS, max_size=3), st.lists(KATAKANA, max_size=2))
def test_kanji(meanings: list[tuple[str, tuple[str, ...]]], on: list[str]) -> None:
    entry = codec.decode_kanji("字", codec.encode_kanji(on, ["アツ.イ", "ハル"], [], meanings))
    assert (entry.on, entry.kun, entry.okurigana, entry.nanori) == (tuple(on), ("アツ", "ハル"), ("イ", ""), ())
    assert list(zip(entry.meanings, entry.keys, strict=True)) == meanings


@given(
    st.lists(
        st.tuples(st.text("abc", min_size=1, max_size=4), st.floats(0.001, 1)),
        max_size=5,
        unique_by=lambda pair: pair[0],
    )
)
def test_weights(pairs: list[tuple[str, float]]) -> None:
    decoded = codec.decode_weights(codec.encode_weights(pairs))
    assert list(decoded) == [stem for stem, _ in pairs]
    assert all(abs(weight - decoded[stem]) <= 0.0006 for stem, weight in pairs)


ROMAJI = [
    ("ハネダ", "Haneda"), ("キョウノスケ", "Kyounosuke"), ("ナンヤ", "Nan'ya"), ("ジュンイチ", "Jun'ichi"),
    ("ハットリ", "Hattori"), ("エッチュウ", "Etchuu"), ("シンバシ", "Shinbashi"), ("ホンノ", "Honno"), ("ヅカ", "Zuka"),
    ("フジイ", "Fujii"), ("トヨタ", "Toyota"), ("シュンスケ", "Shunsuke"), ("チャタニ", "Chatani"), ("ジョウ", "Jou"),
    ("ミョウガ", "Myouga"),
    # beyond it: the file then spells the name out
    ("ヒースロー", ""), ("ティムール", ""), ("ッ", ""), ("ッッカ", ""), ("アャ", ""), ("漢", ""), ("a", ""),
]  # fmt: skip


@pytest.mark.parametrize(("reading", "romaji"), ROMAJI)
def test_the_romaji_that_follows(reading: str, romaji: str) -> None:
    assert name_romaji(reading) == romaji


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ＤＮＡ", "DNA"),
        ("ｶﾞｽ", "ガス"),
        ("㍿", "株式会社"),
        ("は゛", "は ゙"),
        ("が", "が"),
        ("神", "神"),
        ("𠮷野", "𠮷野"),
    ],
)
def test_headword_key(text: str, key: str) -> None:
    assert headword_key(text) == key == unicodedata.normalize("NFKC", text)


def test_katakana() -> None:
    assert katakana("こんわく") == "コンワク"
    assert katakana("ゔゕゝゞ") == "ヴヵヽヾ"
    assert katakana("ｶﾞっこう") == "ガッコウ"
    assert katakana("漢字abc") == "漢字abc"


@given(st.text(max_size=8))
def test_a_standard_form_is_final(text: str) -> None:
    assert len(standard_form(text)) == len(text)
    assert standard_form(standard_form(text)) == standard_form(text)


def test_stems_are_the_same_objects_wherever_they_stand() -> None:
    entry = codec.decode_word("詐欺", "1\t\t\tサギ", "n\t\n\tfraud\tfrauds of fraud\x1ffraud fraud")
    stems = [key for gloss in entry.glosses for key in gloss.keys]
    weights = codec.decode_weights(codec.encode_weights([("fraud", 0.5)]))
    assert stems == ["fraud"] * 3
    assert {id(stem) for stem in (*stems, *weights, lexeme("Fraud").stem)} == {id(stems[0])}
