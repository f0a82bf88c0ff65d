"""What else an article says of a term that it has rendered: mentions that the others make unlikely.

Of a list nothing is known but the terms, so that any of their senses may be meant. A text keeps to one of them (W. Gale,
K. Church, D. Yarowsky, "One sense per discourse", 1992): where がん is *cancer*, the *hard* work of another がん is none.
"""

from collections.abc import Sequence
from typing import NamedTuple

from termalign.choice import Candidate
from termalign.english import EnglishText, lexeme
from termalign.english.roles import names_person
from termalign.evidence.match import Match
from termalign.evidence.term import Term, once_a_term
from termalign.evidence.trust import entries_of, makes_verb
from termalign.kana import is_kanji


class _Sense(NamedTuple):
    """Entry, reading and sense of a gloss."""

    entry: int
    reading: str
    sense: int


class _Said(NamedTuple):
    """A mention that a whole gloss explains: its sense, and whether it has the gloss's own words."""

    sense: _Sense
    own: bool


def in_one_sense(mentions: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The mentions of one term without those that only another sense, or another word of the family, would explain.

    Parameters
    ----------
    mentions : sequence of Candidate
        Of one term, with the scores they are chosen by.
    english : EnglishText
        The text.
    """
    if len(mentions) < 2 or not any(_glossed(c) for c in mentions):
        return list(mentions)
    term = mentions[0].term
    said = [_said(c, english) for c in mentions]
    best = max(
        (k for k, s in enumerate(said) if s is not None and s.own), key=lambda k: mentions[k].score, default=None
    )
    if best is None:
        return list(mentions)
    return [
        c
        for c, s in zip(mentions, said, strict=True)
        if not _glossed(c) or not _unlikely(c, s, mentions[best], said[best], term, english)
    ]


def _unlikely(
    c: Candidate, said: _Said | None, best: Candidate, surest: _Said | None, term: Term, english: EnglishText
) -> bool:
    """Whether a mention by meaning is explained by nothing but another sense than that of the surest mention."""
    if surest is None or c is best or _explained(c, best, english) or _explained(best, c, english):
        return False
    if english.stems[c.i : c.j] == english.stems[best.i : best.j]:
        return said is not None and not said.own and c.j - c.i == 1 and _other_sort(c.i, best.i, english)
    if (
        said is None
    ):  # put together out of parts (high court, for 最高裁判所), where the dictionary's own English stands
        return bool(c.matches[0].parts) and not _is_short_form(best, english)
    if not said.own:
        return True
    return c.score < best.score and _differ(said.sense, surest.sense, term)


def _is_short_form(c: Candidate, english: EnglishText) -> bool:
    """Whether a mention is letters: the SDF does not keep the text from saying Self-Defense Forces."""
    return c.j - c.i == 1 and english.forms[c.i].isupper()


def _explained(c: Candidate, o: Candidate, english: EnglishText) -> bool:
    """Whether brackets right behind a mention hold the other: social withdrawal (hikikomori)."""
    return c.j == o.i and english.gap(o.i - 1) == " ("


def _other_sort(k: int, best: int, english: EnglishText) -> bool:
    """Whether one of two words of a family names a person and the other what is done: accountant, account."""
    return names_person(english.lexemes[k].lemma) != names_person(english.lexemes[best].lemma)


def _glossed(c: Candidate) -> bool:
    """Whether nothing but meaning speaks for a mention."""
    return all(m.kind == "gloss" for m in c.matches)


def _said(c: Candidate, english: EnglishText) -> _Said | None:
    """What whole gloss explains a mention best; none if there is no such gloss."""
    found = [(m, _senses(c.term).get(m.forms[-1])) for m in c.matches if _is_whole(m)]
    best = max(((m, sense) for m, sense in found if sense), key=lambda x: x[0].strength, default=None)
    if best is None or best[1] is None:
        return None
    match, sense = best
    return _Said(sense, _has_own_words(match.forms[-1], c, english, makes_verb(c.term)))


def _is_whole(m: Match) -> bool:
    return m.kind == "gloss" and not m.rule and not m.parts


@once_a_term
def _senses(term: Term) -> dict[str, _Sense]:
    """The entry and the sense of each gloss."""
    found: dict[str, _Sense] = {}
    for number, entry in enumerate(entries_of(term)):
        for gloss in entry.glosses:
            found.setdefault(gloss.text, _Sense(number, entry.reading, gloss.sense))
    return found


def _has_own_words(gloss: str, c: Candidate, english: EnglishText, verbal: bool) -> bool:
    """Whether a word is the gloss's, in the singular or plural; of a noun that makes a verb, in any form. Phrases always are."""
    if c.j - c.i > 1:
        return True
    words = [lexeme(word.strip("();,.")) for word in gloss.split()]
    forms = {x.lower for x in words}
    lemmas = {x.lemma for x in words}
    for x in english.lexemes[c.i : c.j]:
        if x.function or x.lower in forms:
            continue
        if not (x.lemma in lemmas and (x.lower.endswith("s") or x.lower == x.lemma)) and not (
            verbal and x.lemma in forms
        ):
            return False
    return True


def _differ(one: _Sense, other: _Sense, term: Term) -> bool:
    """Whether two senses are known to be different: those of one entry, or of words read otherwise or made alike by kana."""
    if one.entry == other.entry:
        return one.sense != other.sense
    return one.reading != other.reading or not any(map(is_kanji, term.surface))
