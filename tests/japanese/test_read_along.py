"""What stands in kana in brackets after a word says how the word is read, if its kanji can be read so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign import align, align_words
from termalign.japanese.tagger import morphemes
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

LEXICON = Lexicon.default()


@pytest.mark.parametrize("row", params(rows("read_along.tsv"), lambda row: f"{row['label']}-{row['word']}"))
def test_reading(row: Row) -> None:
    text = JapaneseText(row["text"], LEXICON)
    readings = {
        "".join(m.reading for m in text.morphemes[a:b])
        for a in range(len(text.morphemes))
        for b in range(a + 1, len(text.morphemes) + 1)
        if "".join(m.surface for m in text.morphemes[a:b]) == row["word"]
    }
    assert readings == {row["reading"]}


@given(st.text(st.sampled_from("鑑禎鞍馬寺の（）()『』がんていくらまでら 、・々"), max_size=30))
def test_morphemes_stay_in_place(text: str) -> None:
    found, cut = JapaneseText(text, LEXICON), morphemes(JapaneseText(text).text)
    assert [c for m in found.morphemes for c in range(m.start, m.end)] == [
        c for m in cut for c in range(m.start, m.end)
    ]
    assert all(found.text[m.start : m.end] == m.surface for m in found.morphemes)


def test_link_is_the_words_not_the_readings() -> None:
    links = align("高弟鑑禎（がんてい）が創建した。", "It was founded by Gantei, a high disciple.").links
    assert [link.ja.text for link in links if link.en.text == "Gantei"] == ["鑑禎"]


def test_name_without_capitals_is_read_along_its_characters() -> None:
    assert (0, 0) in align_words(["有尊", "が", "建て", "た"], ["aritaka", "built", "it"])
