"""A Japanese string beside an English text: whether the one is a translation of the other, and what is found if it is not."""

import pickle

import pytest
from drawing import HALF_AS_MANY
from hypothesis import given
from hypothesis import strategies as st
from samples import PAIRS, TERMS
from tables import Row, params, rows

from termalign import Aligner, Alignment, Lexicon, Span, align
from termalign.model import TextSituation

ALIGNER = Aligner()
ARTICLE = """\
Twelve people were arrested in a case of special fraud (tokushu sagi) in Maibara City, Shiga Prefecture, shielding their faces.
The National Police Agency (NPA) puts the losses at 9.5 billion yen; the NPA blames the Tokuryu, as it calls them for want of
intelligence: Anonymous and Fluid Crime Groups. Doctors Without Borders sent no comment. Special fraud is the main business
of the Tokuryu, and ore-ore scams are the best known kind of special fraud.
"""
TITLE = "Anonymous and Fluid Crime Groups (Tokuryu)"
SENTENCE = "The Tokuryu are anonymous and fluid crime groups."
STRINGS = [row["ja"] for row in rows("named_terms.tsv")]


@pytest.mark.parametrize("row", params(rows("situations.tsv"), lambda row: f"{row['label']}: {row['ja']}"))
def test_situations(row: Row) -> None:
    assert ALIGNER.align(row["ja"], row["en"]).situation == row["situation"]


@pytest.mark.parametrize("row", params(rows("named_terms.tsv"), lambda row: f"{row['label']}: {row['ja']}"))
def test_terms_of_a_string(row: Row) -> None:
    found = ALIGNER.align(row["ja"], ARTICLE)
    assert found.situation == "terms"
    said = {f"{link.ja.text} = {link.en.text}" for link in found}
    assert {*filter(None, row["links"].split("; "))} <= said
    assert not {*filter(None, row["not"].split("; "))} & (said | {link.ja.text for link in found})
    if row["listed"]:
        assert mentions(found) == mentions(ALIGNER.align(row["listed"].split("; "), ARTICLE))


def mentions(found: Alignment) -> set[tuple[str, int, int, float]]:
    return {(link.ja.text, link.en.start, link.en.end, link.score) for link in found}


@pytest.mark.parametrize("term", [*TERMS, "匿流", "オレオレ詐欺", "95億円", "北海道"])
def test_a_term_is_the_list_of_it(term: str) -> None:
    found, listed = ALIGNER.align(term, ARTICLE), ALIGNER.align([term], ARTICLE)
    assert (found, found.situation) == (listed, "terms")


@pytest.mark.parametrize(
    ("ja", "en", "situation", "expected"),
    [
        ("大の里", "Onosato won.", None, {"大の里 = Onosato"}),
        ("大の里", "Onosato won his fifth championship, and Onosato was the last to beat Hoshoryu.", None, {"大の里 = Onosato"}),
        ("大の里", "Onosato won.", "terms", {"大の里 = Onosato"}),
        ("隠岐の海です。", "Okinoumi retired.", "terms", {"隠岐の海 = Okinoumi"}),
        ("103万円の壁", "Few earn above the 1.03 million yen barrier.", "terms", {"103万円の壁 = 1.03 million yen barrier"}),
        ("横綱大の里が優勝した。", "Yokozuna Onosato won.", None, {"横綱 = Yokozuna", "大の里 = Onosato", "優勝 = won"}),
        # the text does not mention them as a whole, or spells no name
        ("大の里", "Hoshoryu won.", "terms", set()),
        ("大の里", "The village is large.", None, {"里 = village", "大 = large"}),
        ("警察庁の反応", "The National Police Agency has nearly 8,000 people.", "terms", {"警察庁 = National Police Agency"}),
        ("母の日", "It is Mother's Day.", None, {"母の日 = Mother's Day"}),
    ],
)  # fmt: skip
def test_a_name_with_a_particle_is_one_term(
    ja: str, en: str, situation: TextSituation | None, expected: set[str]
) -> None:
    assert {f"{link.ja.text} = {link.en.text}" for link in ALIGNER.align(ja, en, situation=situation)} == expected


@pytest.mark.parametrize("ja", STRINGS)
def test_spans_are_those_of_the_string(ja: str) -> None:
    found = ALIGNER.align(ja, ARTICLE)
    assert found.ja == ja
    for span in [*found.unaligned, *(link.ja for link in found), *(part.ja for link in found for part in link.parts)]:
        assert ja[span.start : span.end] == span.text != ""
    linked = {link.ja for link in found}
    assert linked.isdisjoint(found.unaligned)


def mentioned(found: Alignment) -> set[tuple[str, Span]]:
    return {(link.ja.text, link.en) for link in found}


@pytest.mark.parametrize("en", [ARTICLE, SENTENCE, TITLE])
@pytest.mark.parametrize("around", ["{}。", "「{}」", " {}", "{}！", "（{}）", "{}です。", "{}でした", "{}である"])
@pytest.mark.parametrize("term", ["匿名・流動型犯罪グループ", "匿流", "特殊詐欺", "警察庁"])
def test_marks_make_no_difference(term: str, around: str, en: str) -> None:
    plain, marked = (ALIGNER.align(ja, en) for ja in (term, around.format(term)))
    assert marked.situation == plain.situation
    as_terms = (ALIGNER.align(ja, en, situation="terms") for ja in (term, around.format(term)))
    assert mentioned(next(as_terms)) == mentioned(next(as_terms))
    if (term, en) != ("特殊詐欺", TITLE):  # read as a text that it doesn't translate, it has guesses, which marks sway
        assert mentioned(marked) == mentioned(plain)


@HALF_AS_MANY  # each is two pairs, read twice
@given(st.sampled_from([pair for pair in PAIRS if all(pair)]), st.sampled_from(STRINGS), st.integers(1, 6))
def test_reading_a_pair_both_ways_loses_nothing_of_the_translation(pair: tuple[str, str], ja: str, count: int) -> None:
    for japanese, english in [pair, (ja, ". ".join(ARTICLE.split(". ")[:count]))]:
        translation = ALIGNER.align(japanese, english, situation="translation")
        both = ALIGNER.align(japanese, english, situation="both")
        assert set(translation.links) <= set(both.links)
        for link in set(both.links).difference(translation.links):
            assert all(link.en.end <= other.en.start or other.en.end <= link.en.start for other in translation)


@pytest.mark.xfail(strict=True, reason="a text's terms part at a dot, also where English has them as one")
def test_a_term_is_found_beside_what_renders_it() -> None:
    found = align("匿名・流動型犯罪グループ", SENTENCE)
    assert [link.en.text for link in found] == ["Tokuryu", "anonymous and fluid crime groups"]


@pytest.mark.parametrize(("ja", "en"), PAIRS)
def test_a_translation_is_read_as_one(ja: str, en: str) -> None:
    found = ALIGNER.align(ja, en)
    assert (found, found.situation) == (ALIGNER.align(ja, en, situation="translation"), "translation")


def test_the_keyword_decides() -> None:
    ja, en = "桜島が噴火した。", "Sakurajima erupted. Ash fell on Sakurajima."
    assert [link.en.start for link in ALIGNER.align(ja, en, situation="terms") if link.ja.text == "桜島"] == [0, 32]
    assert len([link for link in ALIGNER.align(ja, en) if link.ja.text == "桜島"]) == 1
    assert ALIGNER.align("匿流", ARTICLE, situation="translation").situation == "translation"


def test_given_terms_are_those_of_a_translation_unless_it_is_said() -> None:
    assert ALIGNER.align("匿流の特殊詐欺", ARTICLE, terms=["匿流"]).situation == "translation"
    found = ALIGNER.align("匿流の特殊詐欺", ARTICLE, terms=["匿流"], situation="terms")
    assert found.situation == "terms"
    assert {(link.ja.start, link.ja.text, link.en.text) for link in found} == {(0, "匿流", "Tokuryu")}


def test_every_alignment_says_its_situation() -> None:
    terms = ALIGNER.prepare(TERMS)
    assert ALIGNER.align(terms, ARTICLE).situation == ALIGNER.align(TERMS, ARTICLE).situation == "terms"
    assert ALIGNER.align_mixed("Tokuryu (匿流)").situation == "mixed"
    assert Alignment.from_dict(ALIGNER.align(TERMS, ARTICLE).to_dict()).situation is None
    for found in (ALIGNER.align(terms, ARTICLE), ALIGNER.align(*PAIRS[0])):
        assert pickle.loads(pickle.dumps(found)).situation == found.situation


@pytest.mark.parametrize("n_process", [1, 2])
def test_pipe_reads_as_align_does(n_process: int) -> None:
    pairs: list[tuple[str | list[str], str]] = [*PAIRS, *((ja, ARTICLE) for ja in STRINGS), (TERMS, ARTICLE)]
    one_by_one = [ALIGNER.align(ja, en) for ja, en in pairs]
    found = list(ALIGNER.pipe(pairs, n_process=n_process, batch_size=2))
    assert found == one_by_one
    assert [one.situation for one in found] == [one.situation for one in one_by_one]
    *texts, listed = ALIGNER.pipe(pairs, n_process=n_process, batch_size=2, situation="translation")
    assert {one.situation for one in texts} == {"translation"}
    assert listed == one_by_one[-1]


def test_a_glossary_says_what_a_string_names() -> None:
    ours = Aligner(Lexicon.default().with_glossary({"善良な管理者の注意": "due care"}))
    found = ours.align("善良な管理者の注意", f"{ARTICLE} It asks for due care, and for due care again.")
    assert [link.en.text for link in found] == ["due care", "due care"]


@pytest.mark.parametrize(
    ("ja", "situation", "error", "message"),
    [
        ("匿流", "article", ValueError, "situation must be 'translation', 'terms' or 'both', not 'article'"),
        ("匿流", "mixed", ValueError, "not 'mixed'"),
        ("匿流", 1, TypeError, "situation must be 'translation', 'terms' or 'both', not int"),
        (["匿流"], "translation", ValueError, "a list of terms cannot be read as 'translation'"),
        (["匿流"], "both", ValueError, "a list of terms cannot be read as 'both'"),
    ],
)
def test_situations_that_are_none(ja: str | list[str], situation: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        align(ja, ARTICLE, situation=situation)  # type: ignore[arg-type]
    if not isinstance(ja, list):
        with pytest.raises(error, match=message):
            ALIGNER.pipe([(ja, ARTICLE)], situation=situation)  # type: ignore[call-overload]
