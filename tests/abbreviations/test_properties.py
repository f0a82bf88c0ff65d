"""What holds for any text, any short form and any words."""

from hypothesis import assume, example, given
from hypothesis import strategies as st

from termalign.abbreviations import find_abbreviations, is_short_form, match_short_form, mentions, singular
from termalign.abbreviations.word_parts import FUNCTION_WORDS

ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=200)
# Text dense with what the search looks for.
PIECES = st.sampled_from(
    "National Police Agency NPA NPA's AMs Assembly Members T3 i18n U.N. R&D TNF-α 5G IV the of and or "
    "known as short for stands for abbreviated hereafter (NPA) (n = 5) , . ; : = “ ” \" ' ( ) [ ] "
    "（ ） 「 」 — - / 匿流 ｶﾞ ㍿ 🚓 𠮷 \0 \ud800 \n \u0301".split(" ")
)
DENSE = st.tuples(st.sampled_from(["", " "]), st.lists(PIECES, max_size=40)).map(lambda made: made[0].join(made[1]))
WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9).map(str.capitalize)
NAME = st.lists(WORD.filter(lambda word: word.lower() not in FUNCTION_WORDS), min_size=3, max_size=6)


@given(st.one_of(ANYTHING, DENSE))
@example("(" * 500 + "NPA" + ")" * 500)
@example("0333333333333X (three)")
@example("𐄇A (one aegean)")
@example("National Police Agency (NPA\ud800)")
def test_spans_slice_back(text: str) -> None:
    found = find_abbreviations(text)
    for abbreviation in found:
        for span in (abbreviation.short, abbreviation.long):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        short, long = abbreviation.short, abbreviation.long
        assert short.end <= long.start or long.end <= short.start
        assert len(long.text) > len(short.text)
    starts = [abbreviation.short.start for abbreviation in found]
    assert starts == sorted(starts)
    for _, use in mentions(text, found):
        assert text[use.start : use.end] == use.text
        assert use.start not in starts


@given(NAME)
def test_initials_are_found_in_either_order_and_any_bracket(words: list[str]) -> None:
    long, short = " ".join(words), "".join(word[0] for word in words)
    assume(short.lower() not in long.lower().split() and is_short_form(short))
    for opener, closer in ("()", "[]", "（）", "「」", "“”"):
        assert short in {a.short.text for a in find_abbreviations(f"xx {long} {opener}{short}{closer} xx")}
    for opener, closer in ("()", "[]", "（）", "「」"):
        assert short in {a.short.text for a in find_abbreviations(f"xx {long}{opener}{short}{closer} xx")}
    assert (short, long) in {(a.short.text, a.long.text) for a in find_abbreviations(f"xx {short} ({long}) xx")}


@given(NAME)
def test_initials_match_their_words(words: list[str]) -> None:
    short = "".join(word[0] for word in words)
    match = match_short_form(short, words)
    assert match is not None
    assert match[0] > 0.85
    assert match_short_form(f"{short}s", words) is not None


@given(ANYTHING, st.lists(ANYTHING, max_size=6))
@example("A", ["", "a"])
@example("ﷺ", ["ﷺ"])
def test_any_short_form_and_any_words(short: str, words: list[str]) -> None:
    match = match_short_form(short, words)
    if match is not None:
        reliability, used = match
        assert 0 < reliability < 1
        assert list(used) == sorted(set(used))
        assert set(used) <= set(range(len(words)))


@given(ANYTHING)
def test_the_singular_begins_the_token_and_has_none_itself(token: str) -> None:
    assert token.startswith(singular(token))
    assert singular(singular(token)) == singular(token)
    assert not (is_short_form(token) and token.isspace())
