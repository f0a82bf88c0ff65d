"""The kind ``opposite`` for two terms that change places: 売主は買主に引き渡す, *the buyer shall deliver to the seller*."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, permutations
from typing import NamedTuple

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.rendered import is_name
from termalign.checking.segment import LINKED, Segment
from termalign.english import lexeme
from termalign.english.function_words import ARTICLES
from termalign.model import Link
from termalign.quantities.quantity import Offsets
from termalign.termbase.by_rendering import Words

_STOP = "。"
_ACTS = re.compile("[はがも]、?")
#: Verbs of which either party may be the subject in English, and forms that make the other one act
_CONVERSE = frozenset("貰う 頂く 受ける 借りる 教わる 習う 含む 従う 属する 当たる 似る 異なる 等しい".split())
_PASSIVE = frozenset({"れる", "られる", "せる", "させる"})
_MARKED = re.compile("[はがもをにへの]|から|まで")
#: What shows that something acts or goes
_TWO = re.compile("[はがも][^。]*(?:[をにへ]|から)|から[^。]*(?:まで|[へに])")
_FROM, _TO = re.compile("から[^、。はがをに]{0,6}$"), re.compile("まで|へ|に(?!よ|つ|関|お)")
_MODALS = frozenset("shall must may will can should cannot has have agrees undertakes".split())
_BE = frozenset("be is are was were been being".split())
_ADVERBS = frozenset("often always also then later soon usually sometimes first once again".split())
_OPENERS = frozenset("that if when where and or unless until because after before whether".split())


class _Party(NamedTuple):
    """A party that each text names once."""

    ja: Offsets
    en: Words


class _Relation(NamedTuple):
    """What follows the other party in the Japanese, and what may precede it in the English."""

    japanese: re.Pattern[str]
    prepositions: frozenset[str]
    is_object: bool = False  # whether it may also be the object of a verb
    is_owner: bool = False  # whether it may also have a possessive ending


_RELATIONS = (
    _Relation(
        re.compile("に(?![よはも]|つ[いき]|関|代わ)|へ|を|の[後跡]を"),
        frozenset("to for against upon on".split()),
        is_object=True,
    ),
    _Relation(re.compile("から"), frozenset({"from"})),
    _Relation(re.compile("の(?![はがもにで])"), frozenset({"of"}), is_owner=True),
)


class Parties(Checker):
    """A checker for two parties of which the Japanese says that one acts upon the other, and the English the reverse.

    The parties are names of the glossary (甲 and 乙), or any two terms that the aligner links (売主 and 買主).
    """

    kind = "opposite"
    by_block = True

    def look(self, segment: Segment) -> Iterator[Finding]:
        for one, other in (*_named(segment), *_linked(segment)):
            if _is_reversed(one, other, segment):
                start, end = min(one.ja[0], other.ja[0]), max(one.ja[1], other.ja[1])
                english = segment.en_span(other.en[0], one.en[1])
                yield self.finding(segment, scores.OPPOSITE, ja=(start, end), en=english)


def _named(segment: Segment) -> Iterator[tuple[_Party, _Party]]:
    """Yield two terms of the glossary that are names in English, each once in either text, in one sentence, in either order."""
    parties = [
        _Party((at[0].start, at[0].end), said[0])
        for entry, at in segment.terms.items()
        if len(at) == len(said := segment.said.get(entry, ())) == 1 and is_name(entry.en[0])
    ]
    for together in _by_sentence(parties, segment.ja_prose):
        yield from permutations(together, 2)


def _linked(segment: Segment) -> Iterator[tuple[_Party, _Party]]:
    """Yield two terms with their renderings, each once in the Japanese and before a particle, in the order of the Japanese."""
    ja = segment.ja_prose
    if _TWO.search(ja):
        links = [link for link in segment.links if link.score >= LINKED and ja.count(link.ja.text) == 1]
        marked = [_of_link(link, segment) for link in links if _MARKED.match(ja, link.ja.end)]
        for together in _by_sentence(sorted(marked), ja):
            yield from combinations(together, 2)


def _by_sentence(parties: Iterable[_Party], ja: str) -> Iterable[Sequence[_Party]]:
    """Return the parties that stand in one Japanese sentence, for each sentence."""
    stops = [k for k, character in enumerate(ja) if character == _STOP]
    found: defaultdict[int, list[_Party]] = defaultdict(list)
    for party in parties:
        found[bisect_left(stops, party.ja[0])].append(party)
    return found.values()


def _of_link(link: Link, segment: Segment) -> _Party:
    return _Party((link.ja.start, link.ja.end), segment.english.words_in(link.en.start, link.en.end))


def _is_reversed(one: _Party, other: _Party, segment: Segment) -> bool:
    """Return whether the first party acts upon the second in the Japanese, and the second upon the first in the English.

    Or it goes from the first to the second, and from the second to the first.
    """
    ja = segment.ja_prose
    if one.ja[1] < other.ja[0] and _FROM.match(ja[: other.ja[0]], one.ja[1]) and _TO.match(ja, other.ja[1]):
        return _before(other.en, segment) == "from" and _before(one.en, segment) == "to"
    relation = next((relation for relation in _RELATIONS if relation.japanese.match(ja, other.ja[1])), None)
    return (
        relation is not None
        and _ACTS.match(ja, one.ja[1]) is not None
        and not _may_be_converse(one, other, segment)
        and _acts(other.en, one.en, segment)
        and _is_said(relation, one.en, segment)
    )


def _may_be_converse(one: _Party, other: _Party, segment: Segment) -> bool:
    """Return whether what one of two Japanese parties does may be said of the other in English."""
    start = min(one.ja[0], other.ja[0])
    stop = segment.ja_prose.find(_STOP, start)
    behind = [m for m in segment.morphemes if start <= m.start and (stop < 0 or m.start < stop)]
    return any(m.lemma in _PASSIVE or m.lemma in _CONVERSE for m in behind)


def _acts(subject: Words, thing: Words, segment: Segment) -> bool:
    """Return whether a party is the subject of an active clause of the English with another party behind."""
    english, (first, last) = segment.english, subject
    if not last < thing[0] or english.sentences[last] != english.sentences[thing[0]]:
        return False
    first -= first > 0 and english.lexemes[first - 1].lower in ARTICLES
    opens = first == 0 or english.opens_sentence(first) or english.lexemes[first - 1].lower in _OPENERS
    behind = english.lexemes[last : thing[0]]
    verb = next((word for word in behind if word.lower not in _ADVERBS and not word.lower.endswith("ly")), behind[0])
    is_verb = verb.lower in _MODALS or (verb.inflected and not verb.function and not verb.gerund)
    is_passive = any(word.lower in _BE and after.past for word, after in pairwise(behind))
    return opens and is_verb and not is_passive and english.gap(last - 1) == " "


def _is_said(relation: _Relation, party: Words, segment: Segment) -> bool:
    """Return whether a party of the English has this relation to what the other one does."""
    english, (_, last) = segment.english, party
    if last < len(english) and english.gap(last - 1).startswith(("'", "’")):
        return relation.is_owner
    before = _before(party, segment)
    return before in relation.prepositions or (relation.is_object and not lexeme(before).function)


def _before(party: Words, segment: Segment) -> str:
    """Return the English word before a party and its article, or "" if there is none."""
    words = (segment.english.lexemes[k].lower for k in range(party[0] - 1, -1, -1))
    return next((word for word in words if word not in ARTICLES), "")
