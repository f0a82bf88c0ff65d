"""gloss: the dictionary's English for the term, across inflection, derivation and word order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from termalign.cached import cached
from termalign.english import EnglishText, gloss_keys
from termalign.english.function_words import JOINING, LINKERS
from termalign.english.lexis import Lexeme
from termalign.english.roles import OTHER_WITH_CAPITAL, opposite, other_office
from termalign.evidence.affixes import within_compounds
from termalign.evidence.bitext import Bitext
from termalign.evidence.doubled import doubled
from termalign.evidence.led_in import is_other_verb, is_turned, led_in
from termalign.evidence.match import Match
from termalign.evidence.phrase import linked, own_linkers, windows
from termalign.evidence.rephrased import REPHRASED
from termalign.evidence.reworded import reworded
from termalign.evidence.term import Term
from termalign.evidence.trust import Trusted, trusted
from termalign.lexicon import Gloss

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_OTHER_FORM = 0.93  # a member of the family, not the gloss's own lemma
_OTHER_SIDE = 0.1  # employer for employee
_ALIKE = 0.1  # "Who" for WHO
_OTHER_ORDER = 0.75
_ARCHAIC = "arch"  # in an article, a word of today has not what it meant when it was read otherwise: 韓国, *China*
_YEAR = 4  # digits
_TURNED = 0.6  # tax, of *before tax*; voted down, of *vote against*
PARTIAL = 0.4
LEAST_SHARE = 0.3
HEADLESS = 0.6
#: Rules whose matches are of a part of a gloss.
IN_PART = frozenset({"partial", "tail"})
_ENDS = 2  # words: the first and the last
_MOST, _MOST_SHARE = 3, 0.75  # keys, and of all keys: what lacks no more than that is hardly another thing
_WHOLE = 0.8  # a gloss that stands there as it is
_CORE = 0.95  # all of the gloss before its first preposition
_PEOPLE = ("ese", "ian", "ean")  # what somebody of a country is called
_POSTMODIFIER = re.compile(
    r"\b(?:of|for|in|on|to|from|with|by|at|that|which|who|as|used|between|against|under|during"
    r"|containing|consisting|made|served|worn|held|performed|featuring|resembling|including|usu|esp)\b|,"
)


class GlossMatcher:
    """Looks the keys of every gloss up in the English index."""

    kind = "gloss"
    needs = "english"

    def applies(self, term: Term) -> bool:
        if term.surface.isdecimal() and term.surface.isascii():
            return False  # a figure is its value: 1 is no *beginning*
        return bool(trusted(term)[0]) or bool(within_compounds(term))

    def match(self, term: Term, bitext: Bitext) -> Iterable[Match]:
        known = trusted(term)
        said = bitext.english.vocabulary.intersection(known[2])
        if not said and not within_compounds(term):
            return ()
        found = list(self._found(term, bitext, said, known))
        if len(said) > 1:  # where *national treasury* stands, *treasury* is no rendering of its own
            found = _longest(found)
        if found and bitext.parallel:
            found += _in_translation(term, found, bitext)
        return found

    def _found(self, term: Term, bitext: Bitext, said: frozenset[str], known: Trusted) -> Iterator[Match]:
        english = bitext.english
        by_stem = english.by_stem
        for key, word, strength in within_compounds(term):
            for i in by_stem.get(key, ()):
                x = english.lexemes[i]
                if opposite(x.lemma, word) or (not bitext.parallel and word not in (x.lower, x.lemma)):
                    continue
                yield Match(i, i + 1, self.kind, strength, 1.0, (term.surface, word), (), "affix")
        if not said:
            return
        glosses, trust, holding = known
        bits = 0
        for key in said:
            bits |= holding[key]
        for k in _places(bits):
            gloss, base = glosses[k], trust[k]
            if gloss.note == _ARCHAIC and not bitext.parallel and term.words and term.words[0].common:
                continue
            keys = gloss.keys
            if len(keys) == 1:
                forms = (term.surface, gloss.text)
                for i in by_stem[keys[0]]:
                    strength = base * self._form(gloss, bitext, i, i + 1)
                    first = led_in(gloss, english, i)
                    if (first == i and is_turned(gloss)) or is_other_verb(gloss, english, i):
                        strength *= _TURNED
                    yield _new(Match, (i, i + 1, "gloss", strength, 1.0, forms, (), ""))
                    if first < i:
                        yield _new(Match, (first, i + 1, "gloss", strength, 1.0, forms, (), ""))
                continue
            present = [k for k in keys if k in said]
            full: list[tuple[int, int]] = []
            if len(present) == len(keys):
                bare = _is_bare(gloss)
                for i, j, crossings in windows(english, keys, bare, LINKERS if bare else own_linkers(gloss.text)):
                    if (crossings and _parted(gloss, english, i, j)) or _is_passive(gloss, english, i, j):
                        continue
                    strength = base * _OTHER_ORDER**crossings * self._form(gloss, bitext, i, j)
                    full.append((i, j))
                    yield Match(i, j, self.kind, strength, 1.0, (term.surface, gloss.text))
                    first = led_in(gloss, english, i)
                    if first < i:
                        yield Match(first, j, self.kind, strength, 1.0, (term.surface, gloss.text))
            if gloss.note == REPHRASED:
                continue
            core = core_size(gloss)
            if 1 < core < len(keys) and said.issuperset(keys[:core]) and not any(map(_numbers, keys[core:])):
                for i, j, crossings in windows(english, keys[:core]):
                    if any(x <= i and j <= y for x, y in full) or _of_another(gloss, english, j):
                        continue  # Nobel Prize, of *Nobel Prize in Literature*
                    strength = base * _CORE * _OTHER_ORDER**crossings
                    yield Match(i, j, self.kind, strength, 1.0, (term.surface, gloss.text))
            if len(present) > LEAST_SHARE * len(keys):
                yield from self._partial(term, gloss, present, base, core, bitext)

    def _form(self, gloss: Gloss, bitext: Bitext, i: int, j: int) -> float:
        """Whether the words are the gloss's own or only of the same family."""
        if j == i + 1 and gloss.text.isupper() and _only_alike(gloss.text, bitext.english, i):
            return _ALIKE
        text = gloss.text.lower()
        if j == i + 1:
            only = bitext.english.lexemes[i]
            if only.lemma != text and ((only.function and only.lower not in text) or _is_other_side(only, text)):
                return _OTHER_SIDE  # please, of a *pleasure*
            if bitext.english.cased and _is_named_otherwise(gloss.text, only.lower, bitext.english.capitalised[i]):
                return _OTHER_SIDE
            if gloss.text in OTHER_WITH_CAPITAL and bitext.english.cased and bitext.english.capitalised[i]:
                return _OTHER_SIDE
        for x in bitext.english.lexemes[i:j]:
            if not (x.lower in text or x.lemma in text or x.function):
                if other_office(x.lemma, text):  # Finance Ministry, a finance minister
                    return _OTHER_SIDE
                return _OTHER_FORM
        return 1.0

    def _partial(
        self, term: Term, gloss: Gloss, present: Sequence[str], base: float, core: int, bitext: Bitext
    ) -> Iterator[Match]:
        """Some words of a longer gloss, its head among them, standing together."""
        english = bitext.english
        distinct = set(present)
        if len(distinct) < len(set(gloss.keys)) and any(_numbers(key) and key not in distinct for key in gloss.keys):
            return  # seismic intensity, of upper 5
        again = len(present) - len(distinct)  # ore-ore fraud
        order = sorted([i for key in distinct for i in english.by_stem[key]])
        start = 0
        for k in range(1, len(order) + 1):
            if k == len(order) or not linked(english, order[k - 1], order[k]):
                group = {english.stems[i] for i in order[start:k]}
                covered = min(len(group) + again, k - start) / max(1, len(gloss.keys))
                words = [english.lexemes[i] for i in order[start:k]]
                empty = all(x.function for x in words)  # up, of a *heads-up*
                if LEAST_SHARE < covered < 1.0 and not (empty or any(other_office(x.lemma, gloss.text) for x in words)):
                    strength = base * (PARTIAL + (1 - PARTIAL) * covered)
                    if gloss.keys[core - 1] not in group:
                        strength *= HEADLESS
                    forms = (term.surface, gloss.text)
                    most = len(group) >= _MOST and covered >= _MOST_SHARE and gloss.keys[core - 1] in group
                    tail = (
                        most
                        or _is_tail(gloss.keys[:core], english, order[start], order[k - 1] + 1)
                        or _lacks_middle(gloss, core, english, order[start], order[k - 1] + 1)
                    )
                    rule = "tail" if tail else "partial"
                    yield Match(order[start], order[k - 1] + 1, self.kind, strength, 1.0, forms, (), rule)
                start = k


def _is_other_side(word: Lexeme, gloss: str) -> bool:
    """Whether the word is who does what the gloss says, or the like; *judged* is no judge."""
    return opposite(word.lemma, gloss) and not ((word.past or word.gerund) and other_office(word.lemma, gloss))


def _in_translation(term: Term, found: list[Match], bitext: Bitext) -> list[Match]:
    """What a translation says in other words, or in two words, beside what was found in it."""
    more: list[Match] = []
    if len(found) == 1:
        if found[0].rule == "partial":
            more += reworded(term, trusted(term)[0], found, bitext)
        return more
    ends = {m.j for m in found}
    for m in found:
        if m.i in ends or m.i - 1 in ends:  # side by side, or with a word between
            more += doubled(term, found, bitext)
            break
    partial = [m for m in found if m.rule == "partial"]
    if partial and not any(m.strength >= _WHOLE for m in found):
        more += reworded(term, trusted(term)[0], partial, bitext)
    return more


def _longest(found: list[Match]) -> list[Match]:
    """The matches without those that end where a whole gloss of several words does, in their order, and begin within it."""
    begins: dict[int, int] = {}
    for m in found:
        if m.j - m.i > 1 and m.strength > _OTHER_ORDER and not m.rule:
            begins[m.j] = min(m.i, begins.get(m.j, m.i))
    return [m for m in found if m.i <= begins.get(m.j, m.i)] if begins else found


def _is_bare(gloss: Gloss) -> bool:
    """Whether all words of the gloss are words of meaning."""
    return gloss.text.count(" ") + gloss.text.count("-") < len(gloss.keys)


def _is_passive(gloss: Gloss, english: EnglishText, i: int, j: int) -> bool:
    """Whether a verb stands there, done *by* what follows, where the gloss has none: punished by the *punishment of a fine*."""
    if "by" in english.stems[i + 1 : j - 1] and " by " not in gloss.text:
        return any(
            x.lower.endswith("ed") and x.lower not in gloss.text and after.lower == "by"
            for x, after in pairwise(english.lexemes[i:j])
        )
    return False


def _parted(gloss: Gloss, english: EnglishText, i: int, j: int) -> bool:
    """Whether *and* stands between words of a gloss that has none, in another order: the Constitution *and* a revision."""
    return " and " not in gloss.text and any(x.lower in JOINING for x in english.lexemes[i:j])


def _numbers(key: str) -> bool:
    """Whether the key is a number that tells one thing from another, and no year: upper 5."""
    return key.isdigit() and len(key) < _YEAR


def _is_named_otherwise(gloss: str, word: str, capital: bool) -> bool:
    """Whether a word is the small one of a name of several (*number*, of My Number), or the country of a Japanese."""
    if " " in gloss and not capital and gloss.replace("-", "").istitle():
        return True
    name = gloss.partition(" ")[0].lower()
    return len(word) < len(name) and name.startswith(word[:-1]) and name.endswith(_PEOPLE) and gloss[0].isupper()


def _only_alike(acronym: str, english: EnglishText, k: int) -> bool:
    """Whether word ``k`` is a small word that only looks like an acronym (Who, It, Us), or another one (MoF, no MOF)."""
    form = english.forms[k]
    mixed = form != acronym and not (form.isupper() or form.islower() or form.istitle() or form[:-1].isupper())
    return mixed or (english.lexemes[k].function and english.cased and not form.isupper())


def _is_tail(core: tuple[str, ...], english: EnglishText, i: int, j: int) -> bool:
    """Whether the words ``i:j`` are a gloss without its first modifiers, two words at least."""
    if j - i < 2:
        return False
    stems = tuple(s for s, x in zip(english.stems[i:j], english.lexemes[i:j], strict=True) if not x.function)
    return len(stems) > 1 and stems == core[-len(stems) :]


def _lacks_middle(gloss: Gloss, core: int, english: EnglishText, i: int, j: int) -> bool:
    """Whether the words ``i:j`` are the first and the last of three of a gloss that is no name: stationary *weather* front."""
    keys = gloss.keys[:core]
    return (
        core == _MOST and j - i == _ENDS and (keys[0], keys[-1]) == tuple(english.stems[i:j]) and gloss.text.islower()
    )


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _of_another(gloss: Gloss, english: EnglishText, j: int) -> bool:
    """Whether a gloss goes on with a preposition, and the words up to `j` with the same, so that another word stands behind it: a
    Nobel Prize *in Literature* is none *in Chemistry*.
    """
    own = _POSTMODIFIER.search(gloss.text)
    if own is None or j == len(english) or english.gap(j - 1) != " ":
        return False
    return english.lexemes[j].lower == own[0].lower()


@cached(65536)
def core_size(gloss: Gloss) -> int:
    """How many of the gloss's keys stand before its first preposition (*Emperor* of Japan): the last of them is its head."""
    if _POSTMODIFIER.search(gloss.text) is None:
        return len(gloss.keys)
    for piece in _POSTMODIFIER.split(gloss.text):
        keys = gloss_keys(piece) if piece.strip() else ()
        if keys:
            return min(len(keys), len(gloss.keys))
    return len(gloss.keys)
