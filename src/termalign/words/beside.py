"""What goes with a word that has a link: its suffix, the adverb of its verb, the *year* before a year, *after* the war."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from termalign.japanese.morpheme import Morpheme
from termalign.kana import is_kanji
from termalign.quantities.english_numerals import CARDINALS
from termalign.words.tokens import Tokens, entry

_YEAR = "year"
_ADVERBS = frozenset({"up", "down", "out", "off", "away", "back"})  # of phrasal verbs: handed *down*
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those"})
#: What the last kanji of a word says beside its meaning: 没*後*, *after* his death.
_SAID_LAST = {"後": frozenset({"after", "since"}), "前": frozenset({"before"}), "中": frozenset({"during"})}
_VERBAL_POS = ("動詞", "名詞-普通名詞-サ変")
_NOUN = "名詞"
_NAME = "名詞-固有名詞"
_NO_NOUNS = ("名詞-固有名詞", "名詞-数詞")
_SUFFIX = "接尾辞"
_NOUN_SUFFIX = "接尾辞-名詞的-一般"
_VERBAL = ("ed", "ing")
_JOINING = frozenset({"と", "や", "・", "から", "および", "及び"})
_NEAR = 5  # tokens between two of a series, at most


def counted(pairs: Set[tuple[int, int]], counters: Iterable[tuple[int, int]], en: Tokens) -> set[tuple[int, int]]:
    """The pairs, where a counter goes with what is counted rather than with the number: 9*件*, nine *incidents*.

    Parameters
    ----------
    counters : iterable of (int, int)
        Those of `pairs` whose first token may be a counter, and whose second is the whole number.
    """
    found = set(pairs)
    rendered = {j for _, j in pairs} if counters else set()
    for i, j in counters:
        form = en.form(j)
        if (
            (form.lower() in CARDINALS or form.replace(",", "").isdecimal())
            and j + 1 not in rendered
            and _is_head(j + 1, en)
        ):
            found.remove((i, j))
            found.add((i, j + 1))
    return found


def with_year(pairs: Iterable[tuple[int, int]], ja: Tokens, en: Tokens) -> set[tuple[int, int]]:
    """The pairs of *year 1990*: its first word is the 年 of the Japanese year, or where that has none all of it."""
    found = set(pairs)
    by_word: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in found:
        by_word[j].append(i)
    for j in [j for j in by_word if j and en.form(j).isdecimal() and en.form(j - 1).lower() == _YEAR]:
        years = [i for i in by_word[j] if ja.form(i) == "年"]
        found.difference_update((i, j) for i in years)
        if not by_word.get(j - 1):
            found.update((i, j - 1) for i in years or by_word[j])
    return found


def suffixed(
    pairs: Iterable[tuple[int, int]], ja: Tokens, en: Tokens, morphemes: Sequence[Morpheme]
) -> Iterator[tuple[int, int]]:
    """A suffix that nothing renders goes with the word it is part of: 直線*的*, straight; so does one kanji: 標高*差*, 3*号*.

    What follows that word in English and renders nothing is it, though: 記念*室*, memorial *hall*. At a name it is
    what is written into the name, or nothing: 五葉*庵*, Goyo-*an*, but 上海市, Shanghai.
    """
    by_token: defaultdict[int, list[int]] = defaultdict(list)
    rendered: set[int] = set()
    for i, j in pairs:
        by_token[i].append(j)
        rendered.add(j)
    for before, m in pairwise(morphemes):
        last = len(m.surface) == 1 and is_kanji(m.surface) and _is_noun(m) and before.pos.startswith(_NOUN)
        if (last or m.pos.startswith(_SUFFIX)) and before.end == m.start:
            stem, suffix = ja.between(before.start, before.end), ja.between(m.start, m.end)
            for i in suffix:
                if i not in by_token and (not last or ja.form(i) == m.surface):
                    columns: Sequence[int] = by_token.get(stem[-1], ())
                    k = max(columns, default=-1) + 1
                    if last or m.pos == _NOUN_SUFFIX:
                        if _is_head(k, en) and k not in rendered:
                            columns = (k,)
                        elif before.pos.startswith(_NAME):
                            columns = [j for j in columns if "-" in en.form(j)]
                    yield from ((i, j) for j in columns)


def shared(pairs: Set[tuple[int, int]], ja: Tokens, en: Tokens, content: Set[int]) -> Iterator[tuple[int, int]]:
    """A plural renders a word that Japanese says of each: 島津*氏*・佐竹*氏*, the Shimazu and Satake *clans*."""
    unlinked: defaultdict[str, list[int]] = defaultdict(list)
    for i in content - {i for i, _ in pairs}:
        unlinked[ja.form(i)].append(i)
    for k, j in pairs if unlinked else ():
        for i in unlinked.get(ja.form(k), ()):
            if abs(k - i) <= _NEAR and ja.form(min(i, k) + 1) in _JOINING and _is_plural(en.form(j)):
                yield i, j


def _is_plural(form: str) -> bool:
    """Whether an English word may be a plural."""
    return form.endswith("s") and entry(form).lemma != form.lower()


def _is_noun(m: Morpheme) -> bool:
    """Whether a morpheme is a common noun."""
    return m.pos.startswith(_NOUN) and not m.pos.startswith(_NO_NOUNS)


def _is_head(k: int, en: Tokens) -> bool:
    """Whether token `k` may be a noun that the word before it modifies."""
    if not 0 < k < len(en.starts) or en.text[en.ends[k - 1] : en.starts[k]] != " ":
        return False
    form = en.form(k).lower()
    return form.isalpha() and not entry(form).function and not form.endswith(_VERBAL)


def phrasal(
    pairs: Iterable[tuple[int, int]], ja: Tokens, en: Tokens, morphemes: Sequence[Morpheme]
) -> Iterator[tuple[int, int]]:
    """The adverb of a phrasal verb goes with it: 焼失, burned *down*; not where it may be a preposition (down *the* hill)."""
    pairs = list(pairs)
    rendered = {j for _, j in pairs}
    last = len(en.starts) - 1
    after = {
        j + 1
        for j in rendered
        if j < last and en.form(j + 1).lower() in _ADVERBS and en.form(min(last, j + 2)).lower() not in _DETERMINERS
    }
    after -= rendered
    if after:
        verbs = {i for m in morphemes if m.pos.startswith(_VERBAL_POS) for i in ja.between(m.start, m.end)}
        yield from ((i, j + 1) for i, j in pairs if i in verbs and j + 1 in after)


def said_last(pairs: Iterable[tuple[int, int]], ja: Tokens, en: Tokens) -> Iterator[tuple[int, int]]:
    """*After* and the like belong to the word whose last kanji says so: 戦*後*, *after* the war."""
    pairs = list(pairs)
    rendered = {j for _, j in pairs}
    for i, j in pairs:
        said = _SAID_LAST.get(ja.form(i)[-1:])
        if said and len(ja.form(i)) > 1:
            k = j - 1
            while k >= 0 and k not in rendered and en.form(k).lower() in _DETERMINERS:
                k -= 1
            if k >= 0 and k not in rendered and en.form(k).lower() in said:
                yield i, k
