"""The noun runs of a Japanese text in which terms are searched for."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termalign.japanese.morpheme import NUMERAL, Morpheme, adjacent
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.target.target import Target
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache
from termalign.text.program_names import HANDLE, SIGN_AHEAD, SIGN_BEHIND

Range = tuple[int, int]

#: Identifiers: letters and digits joined by marks, such as read_csv, std::vector, data-id, #DCU, winapp2.ini, $user, C++.
_IDENTIFIER = re.compile(rf"(?:{HANDLE}|{SIGN_AHEAD})?\w+(?:(?:[._/\\-]|::?)\w+)*(?:{SIGN_BEHIND})?", re.ASCII)
_OF = "の"
_FULL_VERB = "動詞-一般"
_STILL = "引き続き"  # an adverb as well
_PARTICLE, _INFLECTED = "助詞", ("助動詞", "動詞", "形容詞")
_BEFORE_NOUNS = frozenset("のは")


def runs_of(ja: JapaneseText, lexicon: Lexicon) -> list[Range]:
    """Return noun runs as morpheme ranges, in order.

    Each identifier stays whole. Latin and Japanese separated only by a space form one run (USB メモリ), and so do words
    joined by の if a dictionary renders the phrase by a name (応仁の乱). A verb that names what is done belongs to the noun
    after it (読み取り権限).
    """
    found = with_phrases(with_identifiers(with_actions(ja.runs, ja, lexicon), ja), ja, lexicon)
    joined: list[Range] = []
    for run in found:
        if joined and _goes_with(joined[-1], run, ja):
            joined[-1] = joined[-1][0], run[1]
        else:
            joined.append(run)
    return joined


def _goes_with(one: Range, other: Range, ja: JapaneseText) -> bool:
    """Return whether only a space separates two runs, one of which has Latin letters at the space."""
    if one[1] != other[0] or other[0] in ja.fields:
        return False
    before, after = ja.morphemes[other[0] - 1], ja.morphemes[other[0]]
    if before.surface.isascii() == after.surface.isascii() or ja.text[before.end : after.start] != " ":
        return False
    latin = one if before.surface.isascii() else other
    return any(map(str.isalpha, filter(str.isascii, ja.surface(*latin))))  # 2 検査 is the second item of a list


def with_actions(runs: Sequence[Range], ja: JapaneseText, lexicon: Lexicon) -> list[Range]:
    """Return the runs, extended over a verb before them that is a noun in a dictionary: 読み取り|権限.

    The verb is a noun there unless a particle or another verb before it makes it a predicate: 本を読み取り権限を得る.
    """
    return merged([(a - _names_action(ja.morphemes, a, lexicon), b) for a, b in runs])


def _names_action(morphemes: Sequence[Morpheme], k: int, lexicon: Lexicon) -> bool:
    """Return whether a verb directly before the noun ``k`` is a noun as well, and nothing before it makes it a predicate."""
    if k == 0 or not adjacent(morphemes[k - 1], morphemes[k]) or morphemes[k].pos.startswith(NUMERAL):
        return False
    verb = morphemes[k - 1]
    if not verb.pos.startswith(_FULL_VERB) or verb.surface in (verb.base, _STILL) or not lexicon.has(verb.surface):
        return False
    return k == 1 or not _governs(morphemes[k - 2])


def _governs(m: Morpheme) -> bool:
    """Return whether a word makes a verb behind it a predicate: 本*を*読み取り, 増え*て*しまい; not 本*の*, not 対*する*."""
    if m.pos.startswith(_PARTICLE):
        return m.surface not in _BEFORE_NOUNS
    return m.pos.startswith(_INFLECTED) and m.surface not in (m.base, "な")


def with_identifiers(runs: Sequence[Range], ja: JapaneseText) -> list[Range]:
    """Return the runs, extended so that each identifier with marks lies within one of them, except markup (%(file_name)s)."""
    places = [
        ja.range_at(*m.span())
        for m in _IDENTIFIER.finditer(ja.text)
        if not m.group().isalnum() and any(map(str.isalpha, m.group()))
    ]
    return merged([*runs, *[p for p in places if p is not None and ja.markup.isdisjoint(range(*p))]])


def with_phrases(runs: Sequence[Range], ja: JapaneseText, lexicon: Lexicon) -> list[Range]:
    """Return the runs, with two runs joined if の makes them a phrase that the dictionary renders by a name: *Green Party*.

    Of other phrases (相当の期間), translations mostly render each word by itself.
    """
    phrases = [(a, d) for (a, _), (_, d) in _joined_by_of(runs, ja)]
    return merged([*runs, *[phrase for phrase in phrases if _names_something(ja.surface(*phrase), lexicon)]])


def _joined_by_of(runs: Sequence[Range], ja: JapaneseText) -> Iterator[tuple[Range, Range]]:
    """Yield neighbouring runs that only の is between."""
    return (both for both in pairwise(runs) if both[1][0] == both[0][1] + 1 and ja.morphemes[both[0][1]].surface == _OF)


def _names_something(phrase: str, lexicon: Lexicon) -> bool:
    """Return whether a dictionary has a phrase as a name, or renders it by one."""
    if not lexicon.has(phrase):
        return False
    return bool(lexicon.names(phrase)) or any(rendering.en[0].isupper() for rendering in lexicon.renderings(phrase))


def with_names(runs: Sequence[Range], ja: JapaneseText, target: Target, terms: TermCache) -> list[Range]:
    """Return the runs, with each name that the English spells as one word as a run of its own: 横綱|大の里, *Onosato*."""
    names: list[Range] = []
    for (first, b), (c, last) in _joined_by_of(runs, ja) if target.romaji else ():
        # five characters at most, with の
        ends = ((a, d) for a in range(first, b) for d in range(last, c, -1) if sum(ja.widths[a:d]) <= 5)
        names += [end for end in ends if _is_spelled(terms.at(ja, *end), target)][:1]
    return parted_around(runs, merged(names)) if names else list(runs)


def _is_spelled(term: Term, target: Target) -> bool:
    """Return whether a capitalised word of the English spells the whole term."""
    if term.openings.isdisjoint(target.openings):
        return False
    found = [place for key, _ in term.keys_like(target.consonants) for place in target.romaji.get(key, ())]
    return any(j - i == 1 and target.english.capitalised[i] for i, j in found)


def parted_around(runs: Sequence[Range], places: Sequence[Range]) -> list[Range]:
    """Return the runs, with each of ``places`` as a run of its own, and the rest of the runs around them."""
    found = list(places)
    for a, b in runs:
        at = a
        for x, y in places:
            if x < b and a < y:
                if at < x:
                    found.append((at, x))
                at = max(at, y)
        if at < b:
            found.append((at, b))
    return sorted(found)


def merged(ranges: Sequence[Range]) -> list[Range]:
    """Return ranges in order, with overlapping ones merged."""
    return list(_merged(sorted(ranges)))


def _merged(ordered: Sequence[Range]) -> Iterator[Range]:
    current: Range | None = None
    for a, b in ordered:
        if current is None or a >= current[1]:
            if current is not None:
                yield current
            current = a, b
        else:
            current = current[0], max(current[1], b)
    if current is not None:
        yield current
