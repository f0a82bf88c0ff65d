"""Whatever the text, nothing crashes and every span slices back."""

import json
from itertools import pairwise
from operator import attrgetter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from samples import PAIRS

from termalign import Aligner, Alignment, Span, find_abbreviations, romanizations, romanize, tokenize
from termalign.arguments import trimmed
from termalign.kana import SYSTEMS
from termalign.model import TextSituation
from termalign.text import without_unseen

pytestmark = pytest.mark.filterwarnings("ignore:Japanese stands where English belongs:UserWarning")

# Pieces of text that have broken tokenisers and offset maps; Hypothesis strings them together, and strews them over sentences.
HOSTILE = [
    "ﾊﾝｶｸ", "ﾊﾞｲﾄ", "ｶﾞ", "ﾞ", "㍿", "㌔", "㋿", "①", "か\u3099", "ハ\u309a", "e\u0301", "\u0301", "👮🏽‍♀️", "🇯🇵",
    "𠮷野家", "𩸽", "𛀁", "\0", "\r\n", "\n", "\t", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u2028",
    "\ud800", "\udfff", "\ufffd", "ﷺ", "ß", "İ", "ﬁ", "Ａ１", "２,500万", "℃", "〜", "・", "ー", "々", "〆", "'", "’",
    '"', "(", ")", "（", "）", "[", "\\", "-", "‐", ",", ".", "%", "US$5", "½", "℀", "㏂", "⑴", "…", "\u00ad", "\u2067", "\ufe0f",
    "\U000e0100", "社長", "首相",
]  # fmt: skip
JAPANESE = [
    "警察庁", "特殊詐欺", "匿名・流動型犯罪グループ", "匿流", "東京都", "桜島", "ヤクザ", "バイト", "JR九州", "日本",
    "大谷翔平", "株式会社", "は", "が", "の", "した", "。", "、", "95億円", "10月1日", "令和元年", "3億5千万",
    "二〇二五年", "13人", "４４００メートル", "第3四半期", "千葉県",
]  # fmt: skip
ENGLISH = [
    "National Police Agency", "special fraud", "(tokushu sagi)", "Tokuryu", "Anonymous and Fluid Crime Groups",
    "T3", "NPA", "(NPA)", "Tokyo", "Tōkyō", "Sakurajima", "yakuza", "the", "of", "Shohei Ohtani", "Inc.",
    "9.5 billion yen", "October 1st", "13 people", "4,400 meters", "Jun'ichi", " ", ", ",
]  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, sentence: str) -> str:
    """A sentence with hostile pieces in it, or in the place of some of it."""
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(sentence)))
        sentence = sentence[:at] + draw(st.sampled_from(HOSTILE)) + sentence[at + draw(st.integers(0, 2)) :]
    return sentence


ja_texts = st.lists(st.sampled_from(JAPANESE + HOSTILE) | st.text(max_size=4), max_size=12).map("".join)
en_texts = st.lists(st.sampled_from(ENGLISH + HOSTILE) | st.text(max_size=4), max_size=12).map(" ".join)
mixed_texts = st.lists(st.sampled_from(JAPANESE + ENGLISH + HOSTILE), max_size=14).map("".join)
pairs = st.tuples(ja_texts, en_texts) | st.sampled_from(PAIRS).flatmap(lambda pair: st.tuples(*map(spoilt, pair)))

ALIGNER = Aligner(min_score=0.0)


def assert_slices(found: Alignment) -> None:
    spans = [(found.ja, span) for span in found.unaligned]
    for link in found:
        spans += [(found.ja, link.ja), (found.en, link.en)]
        spans += [(found.ja, part.ja) for part in link.parts] + [(found.en, part.en) for part in link.parts]
        assert 0 < link.score <= 1
    for raw, span in spans:
        assert_slice(raw, span)
    assert list(found) == sorted(found, key=attrgetter("ja.start", "ja.end", "en.start"))


def assert_slice(raw: str, span: Span) -> None:
    assert 0 <= span.start < span.end <= len(raw)
    assert span.text == raw[span.start : span.end]


@example(("マイナス㍿0.1％", "It ended the rate of minus 0.1%."))  # a sign and a word of one character
@given(pairs)
def test_parallel_text(pair: tuple[str, str]) -> None:
    ja, en = pair
    found = ALIGNER.align(ja, en)
    assert (found.ja, found.en) == (ja, en)
    assert_slices(found)
    assert found == ALIGNER.align(ja, en)


# Characters that are folded to the letters or words of several.
FOLDED = ["½", "㎞", "㏂", "℃", "㍿", "㋿", "①", "⑴", "ﷺ", "ﬁ", "№", "™", "US$5", "Ⅷ", "㎡"]
folded_texts = st.lists(st.sampled_from(FOLDED + ENGLISH) | st.text(max_size=2), max_size=8)
folded_pairs = st.tuples(
    st.lists(st.sampled_from(FOLDED + JAPANESE), max_size=8).map("".join),
    st.tuples(folded_texts, st.sampled_from(["", " "])).map(lambda drawn: drawn[1].join(drawn[0])),
)


@example(("二分の一のカップ", "½ cup"), 0.0, "translation")
@example(("米国は5米ドルを払った。", "The US paid US$5."), 0.0, "translation")
@given(pairs | folded_pairs, st.sampled_from([0.0, 0.2, 0.38, 0.7]), st.sampled_from(["translation", "both"]))
def test_no_two_links_of_a_sentence_pair_share_an_english_character(
    pair: tuple[str, str], least: float, situation: TextSituation
) -> None:
    found = Aligner(min_score=least).align(*pair, situation=situation)
    spans = sorted((link.en.start, link.en.end) for link in found)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(link.score >= least for link in found)
    assert_slices(found)


@pytest.mark.parametrize("half", ["\ud83d", "\ude00\ud83d"])
@pytest.mark.parametrize("place", ["{}", "{}{half}", "{half}{}", "{half} {}", "{half}{}{half}"])
def test_half_a_surrogate_pair_goes_through_everywhere(place: str, half: str) -> None:
    ja, en = (place.format(text, half=half) for text in ("警察", "Police"))
    assert "Police" in {link.en.text for link in ALIGNER.align(ja, en)}
    assert_slices(ALIGNER.align([ja], en))
    assert_slices(ALIGNER.align(ja, en, terms=[ja]))
    assert_slices(ALIGNER.align_mixed(f"{en}（{ja}）"))
    assert ALIGNER.align_words([ja], [en]) == [(0, 0)]
    assert ALIGNER.align_words(ja, en)
    (abbreviation,) = find_abbreviations(f"the {en} Agency (PA)")
    assert abbreviation.short.text == "PA"
    assert "keisatsu" in romanize(ja)
    assert any("keisatsu" in spelling for spelling in romanizations(ja))
    assert "".join(morpheme.surface for morpheme in tokenize(ja)).count("警察") == 1


@example(terms=["警察庁k"], en="(tokushu sagi)")  # a table's header was taken for the kanji "k"
@given(st.lists(ja_texts, max_size=5), en_texts)
def test_term_lists(terms: list[str], en: str) -> None:
    found = ALIGNER.align(terms, en)
    assert found.ja == "\n".join(map(trimmed, terms))
    assert_slices(found)


@pytest.mark.parametrize("text", ["桜島\ud83d", "\udfff桜島", "桜\ud800島", "桜島😀", '\\ud83d桜島"'])
def test_json_can_be_encoded_and_gives_the_same_back(text: str) -> None:
    found = ALIGNER.align(text, f"Sakurajima {text}")
    for json_text in (found.to_json(), found.to_json(ensure_ascii=True), found.to_json(indent=2)):
        assert Alignment.from_json(json_text.encode("utf-8").decode("utf-8")) == found


@pytest.mark.parametrize("text", ["\ud83d\ude00桜島", "桜島\ud83d\ude00\ud800", "\udbff\udfff"])
def test_halves_of_a_character_do_not_move_the_offsets_in_json(text: str) -> None:
    found = ALIGNER.align(f"{text}桜島", f"{text} Sakurajima")
    for json_text in (found.to_json(), found.to_json(ensure_ascii=True)):
        again = Alignment.from_json(json_text)
        assert [(len(again.ja), len(again.en))] == [(len(found.ja), len(found.en))]
        assert [(link.ja.start, link.en.end) for link in again] == [(link.ja.start, link.en.end) for link in found]


@pytest.mark.parametrize("indent", [1_001, 10**30])
def test_json_is_not_indented_by_very_much(indent: int) -> None:
    with pytest.raises(ValueError, match="indent must be at most 1,000"):
        ALIGNER.align("桜島", "Sakurajima").to_json(indent=indent)


@pytest.mark.parametrize("mark", ["\ufeff", "\u200b", "\u2060", "\u00ad", "\ufe0f"])
def test_spans_begin_and_end_with_visible_characters(mark: str) -> None:
    ja, en = (
        f"{mark}警察庁{mark}は{mark}詐欺{mark}を調べた。",
        f"The {mark}National Police Agency{mark} looked into {mark}fraud{mark}.",
    )
    assert ALIGNER.align(ja, en).renderings() == {"警察庁": ["National Police Agency"], "詐欺": ["fraud"]}
    assert ALIGNER.align(f"警{mark}察庁", "The National Police Agency").links[0].ja.text == f"警{mark}察庁"


@pytest.mark.parametrize("text", ["\u200b", "\u00ad\ufe0f", "\u0301", "\ud800", "\0", "🏽"])
def test_a_term_of_nothing_that_is_seen_is_not_lost(text: str) -> None:
    whole = Span(0, len(text), text)
    assert ALIGNER.align(text, "", terms=[(0, len(text))]).unaligned == (whole,)
    assert ALIGNER.align(text, "Police", terms=[text]).unaligned == (whole,)
    assert ALIGNER.align([text], "Police").unaligned == (whole,)


@pytest.mark.parametrize("text", ["", " ", "\r\n", "\u3000", "\ufeff"])
def test_white_space_alone_is_no_term(text: str) -> None:
    assert ALIGNER.align(f"桜島{text}", "Police", terms=[text]).unaligned == ()
    assert ALIGNER.align([text], "Police") == Alignment("", "Police")


@given(pairs, st.data())
def test_terms_by_offset(pair: tuple[str, str], data: st.DataObject) -> None:
    ja, en = pair
    places = st.tuples(st.integers(0, len(ja)), st.integers(0, len(ja))).map(lambda ends: (min(ends), max(ends)))
    drawn = data.draw(st.lists(places, max_size=4))
    wanted = [(start, end) for start, end in drawn if start < end]
    found = ALIGNER.align(ja, en, terms=wanted)
    assert_slices(found)
    for span in [*(link.ja for link in found), *found.unaligned]:
        # A border inside a cluster (か + U+3099) moves out to the cluster's own, and leaves out invisible characters.
        seen = [[k for k in range(start, end) if without_unseen(ja[k])] for start, end in wanted]
        assert any(not places or (span.start <= places[0] and places[-1] < span.end) for places in seen)


@given(pairs)
def test_terms_by_string(pair: tuple[str, str]) -> None:
    ja, en = pair
    assert_slices(ALIGNER.align(ja, en, terms=[ja[:3], ja[2:5]]))


@given(mixed_texts)
def test_mixed_text(text: str) -> None:
    found = ALIGNER.align_mixed(text)
    assert_slices(found)
    for link in found:
        assert link.ja.end <= link.en.start or link.en.end <= link.ja.start


@given(pairs)
def test_word_pairs(pair: tuple[str, str]) -> None:
    ja, en = pair
    pairs = ALIGNER.align_words(ja, en)
    assert pairs == sorted(set(pairs))
    rows = len(tokenize(ja))
    assert all(0 <= i < rows and j >= 0 for i, j in pairs)


@given(
    st.lists(st.sampled_from(JAPANESE + HOSTILE) | st.text(max_size=3), max_size=8),
    st.lists(st.sampled_from(ENGLISH + HOSTILE) | st.text(max_size=3), max_size=8),
)
@example(["警察庁", "", "\u200b"], ["T"])
def test_word_pairs_over_given_tokens(ja: list[str], en: list[str]) -> None:
    for i, j in ALIGNER.align_words(ja, en):
        assert 0 <= i < len(ja)
        assert 0 <= j < len(en)


@given(pairs)
def test_every_output_can_be_written(pair: tuple[str, str]) -> None:
    ja, en = pair
    found = ALIGNER.align(ja, en)
    assert json.loads(found.to_json()) == found.to_dict()
    assert found.explain().count("↔") >= len(found)
    for numbers in found.to_pharaoh().split():
        i, j = map(int, numbers.split("-"))
        assert 0 <= i < len(tokenize(ja))
        assert j >= 0


@given(ja_texts | mixed_texts)
def test_tokens_slice_back(text: str) -> None:
    # One character may be two tokens (㍿) and one token may begin inside a character (℃F), so borders may be shared.
    places = [(token.start, token.end) for token in tokenize(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert [end for _, end in places] == sorted(end for _, end in places)


@given(ja_texts)
def test_romanisation_takes_anything(text: str) -> None:
    for system in SYSTEMS:
        assert isinstance(romanize(text, system=system), str)
    assert all(isinstance(spelling, str) for spelling in romanizations(text))


@given(en_texts | mixed_texts)
def test_abbreviations_slice_back(text: str) -> None:
    for found in find_abbreviations(text):
        assert_slice(text, found.short)
        assert_slice(text, found.long)


@pytest.mark.parametrize("piece", [*HOSTILE, *JAPANESE])
def test_each_piece_by_itself(piece: str) -> None:
    among = f"National {piece} Police Agency {piece}"
    for ja, en in ((piece, piece), (piece * 3, among), (f"警察{piece}庁", among), (f"{piece}警察庁は{piece}", piece)):
        assert_slices(ALIGNER.align(ja, en))
        assert_slices(ALIGNER.align([ja, piece], en))
        assert_slices(ALIGNER.align_mixed(en + ja))


@pytest.mark.parametrize("piece", ["警察庁は特殊詐欺を調べた。", "あ", "犯罪", "ABC ", "\n", "ー", "(", "1", "一"])
def test_long_text_is_read_to_its_end(piece: str) -> None:
    ja, en = piece * 3000 + "桜島", "word " * 300 + "Sakurajima"
    found = ALIGNER.align(ja, en, terms=[(len(ja) - 2, len(ja))])
    assert max(found, key=lambda link: link.score).en.text == "Sakurajima"


@pytest.mark.parametrize("piece", ["犯罪", "あ", "ABC ", "1", "ｶﾞ", "日本人の"])
def test_a_term_without_end_is_no_trouble(piece: str) -> None:
    found = ALIGNER.align(piece * 300 + "、桜島", "crime " * 100 + "Sakurajima")
    assert_slices(found)
    assert "Sakurajima" in {link.en.text for link in found}
