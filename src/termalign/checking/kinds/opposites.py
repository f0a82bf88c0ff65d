"""The kind ``opposite`` by the dictionary: 促進, *inhibits*; 債権者, *debtor*; 固定費, *variable costs*."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.glossed import Glossed, Meaning, Phrase, glossed, outermost
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import LINKED, Segment
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES
from termalign.english.opposites import Side, families_of, first_word, sides_of
from termalign.japanese.denials import begins_denied, is_denied
from termalign.model import Link
from termalign.quantities.quantity import Offsets

_APART = 2  # most words from one word of a phrase to another, besides *of the*: *the variable and other costs*
_OF_THE = ARTICLES | {"of"}
_BEFORE, _BEHIND = 7, 2  # English words in which a denial is looked for
_DENIED_ENGLISH = re.compile(
    r"\b(?:not?|non|un|never|without|hardly|none|nobody|neither|nor|cannot|less|least|little|few|only|out of)\b"
    r"|\b(?:fail|lack|prevent|avoid)\w*|n ?['’]t\b",
    re.IGNORECASE,
)
#: Bounds, which the checker of numbers compares, and what refers to a part of the text: 以下の手順
_BOUNDS = frozenset({"以上", "以下"})
#: Verbs for what is sent or lent, seen from the other side: *you are receiving this* for 送信されました
_CONVERSE = frozenset({"receive", "borrow"})
_PERSONAL = frozenset({"you", "i", "we"})
_TO_A_VERB = 4  # most words from a person to such a verb
#: Words that are on no side before some others: *next to the window*, *may be left blank*
_BESIDE = {"next": {"to"}, "left": {"blank", "empty", "out"}, "leave": {"blank", "empty", "out"}}
_Said = Mapping[int, Mapping[Side, Sequence[int]]]  # the places of the words on each side, by group


class Opposites(Checker):
    """A checker for Japanese words that the dictionary puts on a side, where the English has a word of another side instead.

    The English has no word of the right side, and none of any gloss of the Japanese word. No other Japanese explains the English
    word, and nothing is denied there.
    """

    kind = "opposite"
    by_block = True

    def look(self, segment: Segment) -> Iterator[Finding]:
        said = _said(segment.english)
        if not said:
            return
        words = glossed(segment)
        able = [
            word
            for word in outermost(words)
            if word.is_content
            and not word.meaning.groups.isdisjoint(said)
            and segment.ja_prose[word.start : word.end] not in _BOUNDS
            and not segment.ja_prose[max(0, word.start - 1) : word.start + 1].isnumeric()  # 4万人
        ]
        others = _different(words, segment.ja_prose) if able else []
        for word in _different(able, segment.ja_prose):
            found = _counterpart(word, others, segment, said)
            if found is not None:
                side, en = found
                yield self.finding(
                    segment, scores.OPPOSITE, ja=(word.start, word.end), en=en, expected=[first_word(side)]
                )


def _different(words: Sequence[Glossed], ja: str) -> Sequence[Glossed]:
    """Return the words, each only where it stands first."""
    first = {(ja[word.start : word.end], id(word.meaning)): word for word in reversed(words)}
    return sorted(first.values(), key=lambda word: word.start)


def _said(english: EnglishText) -> _Said:
    """Return where the English has words that exclude others, each form once."""
    found: defaultdict[int, defaultdict[Side, list[int]]] = defaultdict(lambda: defaultdict(list))
    for places in english.by_form.values():
        for first in [k for k in places if not _is_on_no_side(english, k)][:1]:
            for side in sides_of(english.lexemes[first]):
                found[side.group][side].append(first)
    return found


def _is_on_no_side(english: EnglishText, k: int) -> bool:
    return k + 1 < len(english) and english.lexemes[k + 1].lower in _BESIDE.get(english.lexemes[k].lower, ())


def _counterpart(word: Glossed, words: Sequence[Glossed], segment: Segment, said: _Said) -> tuple[Side, Offsets] | None:
    """Return the side of a word that the English lacks, and the place of the word of another side that it has instead."""
    english, meaning = segment.english, word.meaning
    for side in meaning.sides:
        others = _others(side, said)
        if others and not _is_said(side, meaning, english, others):
            for k in others:
                if _is_instead(word, words, segment, k, (k, k + 1)):
                    return side, english.offsets(k, k + 1)
    for phrase in () if _has_phrase(meaning, english) else meaning.phrases:
        for k in _others(phrase.side, said):
            near = _near(phrase, english, k)
            if near and _is_instead(word, words, segment, k, near):
                return phrase.side, english.offsets(k, k + 1)
    return None


def _others(side: Side, said: _Said) -> list[int]:
    """Return the places of the words of other sides, if the English has no word of this side."""
    group = said.get(side.group, {})
    return [] if side in group else [k for places in group.values() for k in places]


def _is_said(side: Side, meaning: Meaning, english: EnglishText, others: Sequence[int]) -> bool:
    """Return whether a word that is on no other side belongs to the family of a word on this side, or of a gloss."""
    besides = [places[0] for places in english.by_form.values() if places[0] not in others]
    if any(side in families_of(english.lexemes[k]) for k in besides):
        return True
    stems = {english.stems[k] for k in besides}
    return any(gloss <= stems for gloss in meaning.glosses)


def _has_phrase(meaning: Meaning, english: EnglishText) -> bool:
    """Return whether the English has all words of a gloss."""
    return any(english.vocabulary >= {phrase.stem, *phrase.rest} for phrase in meaning.phrases)


def _near(phrase: Phrase, english: EnglishText, k: int) -> tuple[int, int] | None:
    """Return the words of a phrase that has word `k` instead of the word on the side."""
    rest = [i for i in _around(english, k) if english.stems[i] in phrase.rest]
    if {english.stems[i] for i in rest} != phrase.rest:
        return None
    return min(k, *rest), max(k, *rest) + 1


def _around(english: EnglishText, k: int) -> list[int]:
    """Return the words near word `k`, with itself: *end of the fiscal year*."""
    others = [i for i in range(len(english)) if english.lexemes[i].lower not in _OF_THE]
    at = bisect_left(others, k)
    return others[max(0, at - _APART) : at + 1 + _APART]


def _is_instead(word: Glossed, words: Sequence[Glossed], segment: Segment, k: int, phrase: tuple[int, int]) -> bool:
    """Return whether word `k` of the English may stand for a Japanese word: it renders nothing else, and nothing is denied."""
    english = segment.english
    if english.lexemes[k].lemma in word.meaning.lemmas:
        return False
    others = (other for other in words if other.explains and not _is_within(other, word, segment.ja_prose))
    if any(english.stems[k] in other.meaning.stems for other in others):
        return False
    if is_denied(segment.ja_prose, word.start, word.end) or _denies(english, k) or _is_converse(english, k):
        return False
    whole = english.starts[phrase[0]], english.ends[phrase[1] - 1]
    return not any(_is_against(link, word, english.offsets(k, k + 1), whole) for link in segment.links)


def _is_against(link: Link, word: Glossed, at: Offsets, phrase: Offsets) -> bool:
    """Return whether a sure link has only one of two words: a Japanese one, and that at a place in an English phrase."""
    ours = link.ja.start < word.end and word.start < link.ja.end
    theirs, near = (link.en.start < end and start < link.en.end for start, end in (at, phrase))
    return link.score >= LINKED and ((ours and not near) or (theirs and not ours))


def _is_within(other: Glossed, word: Glossed, ja: str) -> bool:
    """Return whether a word is the other itself, or denied within it: 同期 in 非同期."""
    if (other.start, other.end) == (word.start, word.end):
        return True
    return begins_denied(ja[word.start]) and word.start <= other.start and other.end <= word.end


def _is_converse(english: EnglishText, k: int) -> bool:
    """Return whether word `k` states the same event from the other person's side: *you will receive* for what is sent."""
    subjects = english.lexemes[max(0, k - _TO_A_VERB) : k]
    return english.lexemes[k].lemma in _CONVERSE and any(
        re.split("['’]", word.lower)[0] in _PERSONAL for word in subjects
    )


def _denies(english: EnglishText, k: int) -> bool:
    """Return whether a word near word `k` of the English denies something."""
    first, last = max(0, k - _BEFORE), min(len(english), k + 1 + _BEHIND)
    text = english.text
    return any(
        _DENIED_ENGLISH.search(text, start, end)
        for start, end in ((english.starts[first], english.starts[k]), (english.ends[k], english.ends[last - 1]))
    )
