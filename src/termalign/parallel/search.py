"""The search: every claim for every term of a Japanese text, scored by its own evidence."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from termalign.choice import Candidate
from termalign.evidence.composition import as_match
from termalign.evidence.gather import Claim, Gatherer
from termalign.evidence.match import Match
from termalign.evidence.part_weights import mass
from termalign.evidence.stretches import stretches
from termalign.evidence.term import Term, once_a_term
from termalign.evidence.term_cache import TermCache
from termalign.evidence.valued import VALUES, whole
from termalign.japanese.generics import roles
from termalign.japanese.morpheme import PERSON, Morpheme
from termalign.japanese.readings import may_sound
from termalign.japanese.runs import DENYING
from termalign.japanese.text import JapaneseText
from termalign.kana import is_katakana, kana_keys
from termalign.parallel.amounts import ends_in_amount, leaves_word, provisions, with_counter
from termalign.quantities.bounds import bound_after
from termalign.score import COVERED, scores

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_AFFIX = ("接頭辞", "接尾辞-名詞的-一般")
_INFLECTED = ("動詞", "形容詞", "接尾辞-形容詞的")
_NESS = "さ"
_NUMERAL, _COUNTED = "名詞-数詞", ("名詞-普通名詞-助数詞可能", "接尾辞-名詞的-助数詞")
_EACH = "別"  # 分野別|方針: no part begins with it
_DOT = "・"
#: Prefixes that UniDic takes for nouns: 同文書.
ATTRIBUTIVE = frozenset("同当本各全両元前現故")
_LONGEST_SPELLED = 4  # morphemes
_NONE: frozenset[int] = frozenset()  # one for all


def candidates(
    start: int, end: int, term: Term, claims: Sequence[Claim], gatherer: Gatherer, place: float | None
) -> list[Candidate]:
    """The claims for a term that stands at folded code points ``start:end``, scored.

    Parameters
    ----------
    place : float, optional
        Where the term stands in its text, 0 to 1; none for a term list.
    """
    size = mass(term)
    chances = scores(term, claims, gatherer.bitext.english, place, gatherer.defines)
    return [
        _new(Candidate, (start, end, i, j, term, matches, score, size))
        for (i, j, matches), score in zip(claims, chances, strict=True)
    ]


def all_candidates(text: JapaneseText, gatherer: Gatherer, terms: TermCache, predicates: bool) -> list[Candidate]:
    """Candidates for every term of `text`; with `predicates`, for its verbs, adjectives and adverbs too."""
    found: list[Candidate] = []
    for a, b in text.runs:
        found += _run(text, a, b, gatherer, terms, affixes=predicates)
    if predicates:
        for k in text.predicates:
            found += _run(text, k, k + 1, gatherer, terms)
    return found


def _run(
    text: JapaneseText, a: int, b: int, gatherer: Gatherer, terms: TermCache, affixes: bool = True
) -> list[Candidate]:
    """Candidates in one noun run: words and names in it, with `affixes` its affixes too, and what parts of it cover together."""
    run = terms.at(text, a, b)
    base = text.morphemes[a].start
    length = 2 * len(text.text)
    if b - a == 1:
        claims = gatherer.own_claims(run)
        end = base + len(run.surface)
        return candidates(base, end, run, claims, gatherer, (base + end) / length) if claims else []
    parts = {part: None for part, kana in _parts(run).items() if not kana or _spelled_out(kana, gatherer)}
    together: dict[tuple[int, int], list[Match]] = {}
    beside = _set_beside(run)
    for x, y in [(0, b - a), *beside]:
        for c in gatherer.compositions(run.part(x, y)):
            if c.b - c.a > 1 and len(c.places) > 1:
                place = x + c.a, with_counter(run, x + c.a, x + c.b)
                if (run.quantities and ends_in_amount(run, *place)) or _cuts_word(run, *place):
                    continue
                if c.a and _is_denied(run.morphemes, place[0]):
                    c = c._replace(a=c.a - 1)
                    place = place[0] - 1, place[1]
                match = as_match(run.part(*place), c.within())
                if match.coverage < COVERED and any(place[0] < end < place[1] for _, end in beside):
                    continue  # half of two terms
                if match not in (known := together.setdefault(place, [])):
                    known.append(match)
    valued = gatherer.valued(run) if run.quantities else None
    halves = _NONE if affixes else _affixes(run)
    found: list[Candidate] = []
    for x, y in parts | dict.fromkeys(together):
        if y - x == 1 and x in halves:
            continue
        if y < b - a and y - x > 1 and _cuts_rank(run.morphemes, x, y):
            continue
        part = run.part(x, y)
        start, end = run.morphemes[x].start, run.morphemes[y - 1].end
        if (x, y) not in together and valued is None:
            claims = gatherer.own_claims(part)
        else:
            own = gatherer.matches(part) if (x, y) in parts else []
            matches = [*own, *together.get((x, y), ())]
            if valued is not None:
                matches = [m for m in matches if not valued.bars(start, end, m.i, m.j)]
            if not part.is_quantity and part.quantities:
                matches = [m for m in matches if m.kind not in VALUES or not leaves_word(part, m, gatherer)]
            if part.is_quantity and part.quantities[0].head != (0, len(part.surface)):  # 78.4%
                matches = whole(matches)
            claims = gatherer.gathered(part, matches)
        if claims:
            start, end = start + base, end + base
            found += candidates(start, end, part, claims, gatherer, (start + end) / length)
    return found


def _cuts_rank(morphemes: Sequence[Morpheme], x: int, y: int) -> bool:
    """Whether a person's name ``x:y`` would end in the numeral of a rank: 渡辺明|九段."""
    counted = morphemes[y].pos.startswith(_COUNTED)
    return counted and morphemes[y - 1].pos == _NUMERAL and morphemes[x].pos.startswith(PERSON)


@once_a_term
def _affixes(run: Term) -> frozenset[int]:
    """Which morphemes of a run are affixes."""
    found = [k for k in range(len(run.morphemes)) if _is_affix(run, k)]
    return frozenset(found) if found else _NONE


def _is_affix(run: Term, k: int) -> bool:
    """Whether morpheme `k` is half a word, which is no term in a text: *達* of 学生達, *語* of 外国語, *重要* of 重要さ.

    What a person is called is one, and so is what stands at a name in Latin letters: Boots*店*.
    """
    m = run.morphemes[k]
    after = run.morphemes[k + 1].pos if k + 1 < len(run.morphemes) else ""
    if m.surface in ATTRIBUTIVE:
        return bool(after)
    if m.pos.startswith(_INFLECTED) or (after.startswith(_AFFIX) and run.morphemes[k + 1].surface == _NESS):
        return True
    if run.quantities and bound_after(m.surface, 0) is not None and any(q.end == m.start for q in run.quantities):
        return True  # 2025年3月|期
    if not m.pos.startswith(_AFFIX) or m.surface in roles():
        return False
    return not (k and run.morphemes[k - 1].surface.isascii())


@once_a_term
def _parts(run: Term) -> dict[tuple[int, int], str]:
    """The morphemes ``x:y`` of a run that may be a term: the whole, parts that dictionaries know, and with their reading those
    that may be spelled out.
    """
    n = len(run.morphemes)
    beside = _set_beside(run)
    shares = [(q.start, q.end) for q in run.quantities if q.kind == "percent"]
    words = _katakana_words(run)
    found: dict[tuple[int, int], str] = dict.fromkeys(provisions(run), "")
    for part in stretches(n, n):
        x, y = part
        within = run.morphemes[x:y]
        if x and (run.morphemes[x].surface == _EACH or _is_denied(run.morphemes, x)):
            continue
        if words and _cuts_word(run, x, y):
            continue
        if shares and _within(within[0].start, within[-1].end, shares):
            continue  # 14 of 14%
        if y - x == n or run.is_part(x, y) or part in beside:
            found[part] = ""
        elif y - x <= _LONGEST_SPELLED and all(m.reading and m.surface.isalpha() for m in within):
            found[part] = "".join([m.reading for m in within])
    return found


def _cuts_word(run: Term, x: int, y: int) -> bool:
    """Whether the morphemes ``x:y`` are part of a word in katakana that dictionaries know, and more: ログ|イン画面."""
    return any(a < x < b < y or x < a < y < b for a, b in _katakana_words(run))


@once_a_term
def _katakana_words(run: Term) -> tuple[tuple[int, int], ...]:
    """The morphemes of each word in katakana that is several of them."""
    katakana = [m.surface.isalpha() and is_katakana(m.surface[0]) and is_katakana(m.surface[-1]) for m in run.morphemes]
    found = []
    for is_word, group in groupby(range(len(katakana)), katakana.__getitem__):
        k = list(group)
        if is_word and len(k) > 1 and run.lexicon.has("".join([run.morphemes[i].surface for i in k])):
            found.append((k[0], k[-1] + 1))
    return tuple(found)


def _is_denied(morphemes: Sequence[Morpheme], x: int) -> bool:
    """Whether a prefix before morpheme `x` turns it to the contrary: 不|利益変更."""
    return morphemes[x - 1].surface in DENYING and morphemes[x - 1].pos.startswith(_AFFIX[0])


def _within(start: int, end: int, shares: Sequence[tuple[int, int]]) -> bool:
    """Whether the code points are less than one of the shares."""
    return any(a <= start and end <= b and (start, end) != (a, b) for a, b in shares)


@once_a_term
def _set_beside(run: Term) -> tuple[tuple[int, int], ...]:
    """The morphemes ``x:y`` between the dots of a run, each of which may be a term: 奄美群島, トカラ列島; a dot within a foreign
    name parts nothing.
    """
    dots = [m.start for m in run.morphemes if m.surface == _DOT]
    parting = [at for at in dots if not is_katakana(run.surface[at - 1]) or not is_katakana(run.surface[at + 1])]
    ends = [-1, *[k for k, m in enumerate(run.morphemes) if m.start in parting], len(run.morphemes)]
    return tuple([(x + 1, y) for x, y in pairwise(ends) if x + 1 < y]) if parting else ()


def _spelled_out(kana: str, gatherer: Gatherer) -> bool:
    """Whether a compound that no dictionary knows stands in the English as it is read: 霊宝殿, Reihoden."""
    romaji = gatherer.bitext.romaji
    return (
        bool(romaji) and may_sound(kana, gatherer.bitext.consonants) and any(key in romaji for key in kana_keys(kana))
    )
