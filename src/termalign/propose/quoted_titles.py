"""Titles and labels in quotation marks that the English names, too: 「夜汽車は走る」, *Night Train Running*.

Such a title may have particles and verbs, so it is no noun run. Quotation marks show where it begins and ends, and in
English capitals or quotation marks do.
"""

import re
from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from termalign.english.capitals import Capitals, Join, Name
from termalign.english.function_words import ARTICLES
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.meanings import stems
from termalign.propose.candidate import HOPELESS, Candidate
from termalign.propose.proposed_runs import Range
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache

_QUOTED = re.compile(
    r"「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|《([^《》]+)》|【([^【】]+)】|\[([^\[\]]+)\]|\"([^\"]+)\""
)
_QUOTED_IN_ENGLISH = re.compile(r"\"([^\"]+)\"|“([^“”]+)”|(?<!\w)['‘]([^'‘’]+)['’](?!\w)|\[([^\[\]]+)\]")
_SENTENCE = re.compile(r"[.,!?…。、！？]")
_LONGEST = 8  # morphemes
_OF_BUTTONS = frozenset("[【")
_OF = "の"
_PHRASAL = ("助詞", "動詞", "形容詞")
_ENDS_CLAUSE = ("助動詞", "助詞-接続助詞", "助詞-終助詞")
_SMALL = ("助詞", "助動詞", "補助記号")
_JOINED = frozenset({Join.CLOSE, Join.OF, Join.LOOSE, Join.LISTED})


def quoted_titles(
    runs: Sequence[Range], ja: JapaneseText, target: Target, terms: TermCache
) -> Iterator[tuple[Range, Sequence[Name]]]:
    """Yield the phrases in quotation marks that are no noun run, with the names of several words that say a noun of theirs.

    Examples
    --------
    >>> from termalign.english import EnglishText
    >>> from termalign.lexicon import Lexicon
    >>> ja = JapaneseText("映画「夜汽車は走る」を見た。")
    >>> target = Target(EnglishText("I saw the film Night Train Running."))
    >>> found = quoted_titles(ja.runs, ja, target, TermCache(Lexicon.default()))
    >>> [(ja.surface(*title), [target.english.phrase(*name) for name in names]) for title, names in found]
    [('夜汽車は走る', ['Night Train Running'])]
    """
    phrases = list(_phrases(runs, ja))
    names = _names_of(target.english) if phrases else ()
    labels = [*names, *_quoted_in(target.english)] if phrases else ()
    having: defaultdict[str, set[int]] = defaultdict(set)
    for n, label in enumerate(labels):
        for stem in target.english.stems[slice(*label)]:
            having[stem].add(n)
    for (a, b), nouns in phrases:
        said = frozenset().union(*[stems(terms.at(ja, k, k + 1)) for k in nouns])
        named = len(labels) if _is_label(a, b, ja) else len(names)
        able = {n for stem in said & having.keys() for n in having[stem] if n < named}
        if able:
            yield (a, b), [labels[n] for n in sorted(able)]


def _phrases(runs: Sequence[Range], ja: JapaneseText) -> Iterator[tuple[Range, Sequence[int]]]:
    """Yield the short phrases in quotation marks that are not within a noun run, with the morphemes of their nouns."""
    starts = [a for a, _ in runs]
    for quoted in _QUOTED.finditer(ja.text):
        place = ja.range_at(*quoted.span(quoted.lastindex or 0))
        if place is None or place[1] - place[0] > _LONGEST:
            continue
        a, b = place
        around = runs[max(0, bisect(starts, a) - 1) : bisect_left(starts, b)]
        if not any(first <= a and b <= last for first, last in around):
            yield place, [k for first, last in around for k in range(max(a, first), min(b, last))]


def _is_label(a: int, b: int, ja: JapaneseText) -> bool:
    """Return whether a phrase in quotation marks may be a label: 【ファイルを探す】.

    What somebody says is none (「調整中だ」), nor are two terms that の joins, except in the brackets of menus and buttons.
    """
    last, before = ja.morphemes[b - 1], ja.morphemes[max(a, b - 2)]
    if last.pos.startswith(_ENDS_CLAUSE) or (last.pos.startswith("動詞") and before.pos.startswith(_ENDS_CLAUSE)):
        return False
    on_button = ja.text[ja.morphemes[a].start - 1] in _OF_BUTTONS
    return on_button or any(m.pos.startswith(_PHRASAL) and m.surface != _OF for m in ja.morphemes[a:b])


def _names_of(english: EnglishText) -> Sequence[Name]:
    """Return the names of several words, and those that begin with a sentence also without its first words."""
    capitals = Capitals(english)
    names = {*capitals.names({Join.CLOSE}), *capitals.names(_JOINED)}
    for i, j in [name for name in names if english.opens_sentence(name.i)]:
        names.add(Name(i + 1 + (english.forms[i + 1] in ARTICLES), j))
    return sorted(name for name in names if name.j - name.i > 1)


def _quoted_in(english: EnglishText) -> Iterator[Name]:
    """Yield the several words that quotation marks enclose, unless they are a sentence or begin with an article."""
    for quoted in _QUOTED_IN_ENGLISH.finditer(english.text) if english.quotes or "[" in english.text else ():
        words = Name(*english.words_in(*quoted.span(quoted.lastindex or 0)))
        if words.j - words.i > 1 and not _SENTENCE.search(quoted[0]) and english.lexemes[words.i].lower not in ARTICLES:
            yield words


def titled(
    title: Range, names: Iterable[Name], candidates: Iterable[Candidate], ja: JapaneseText, english: EnglishText
) -> Sequence[Candidate]:
    """Return a title as a candidate for the name that its words explain best, if they explain at least half of it.

    ``candidates`` are those of nouns and predicates. A quotation that ends with a predicate is a title only if the name says
    the predicate, too: 「東京へ行く」 is not *Tokyo Station*.
    """
    inside = [c for c in candidates if not c.parts and title[0] <= c.a and c.b <= title[1] and c.odds > HOPELESS]
    inside.sort(key=lambda c: -c.odds)
    predicate = max([k for k in ja.predicates if title[0] <= k < title[1]], default=-1)
    ends = predicate >= 0 and all(m.pos.startswith(_SMALL) for m in ja.morphemes[predicate + 1 : title[1]])
    found = []
    for name in names:
        parts = _parts(name, inside)
        told = _told(name, parts, english)
        if parts and told >= 0 and (not ends or any(c.a == predicate for c in parts)):
            odds, covered = sum(c.odds for c in parts), sum(c.covered for c in parts)
            found.append((told, Candidate(*title, *name, "composed", {}, None, [], tuple(parts), odds, covered)))
    most = max([told for told, _ in found], default=0)
    return [c for told, c in found if told == most]


def _told(name: Name, parts: Iterable[Candidate], english: EnglishText) -> int:
    """Return how many more words of a name its parts explain than they leave unexplained."""
    said = {k for c in parts for k in range(c.i, c.j)}
    return len(said) - sum(k not in said and not english.lexemes[k].function for k in range(*name))


def _parts(name: Name, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the best candidates in a name that share no morpheme and no word, in Japanese order."""
    parts: list[Candidate] = []
    for c in candidates:
        if name.i <= c.i and c.j <= name.j and all(c.beside((p.a, p.b)) and (c.j <= p.i or p.j <= c.i) for p in parts):
            parts.append(c)
    return sorted(parts, key=lambda c: c.a)
