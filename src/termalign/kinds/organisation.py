"""name, of organisations: part translated, part spelled, part initials (栗田工業 Kurita Water Industries, エーイー AE)."""

from collections.abc import Iterator

from termalign.japanese.morpheme import NAME
from termalign.kana import all_katakana
from termalign.kinds.kind import Kind, Part, where
from termalign.kinds.match import Match, compared
from termalign.names.another_name import is_another
from termalign.names.generics import LONGEST, generic_phrases
from termalign.names.ground import Ground
from termalign.names.japanese_side import OrganisationName, common_keys, common_tail
from termalign.names.laying import Laying, Run, lay
from termalign.names.legal_form import after_form, has_form, is_form
from termalign.odds import chance as chance_of
from termalign.once import once
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_WHOLE = 14  # words: a text up to this length may itself be a name

# Logistic curve from the value of a laying to its chance. Fitted on Japanese companies' own English names, with twenty
# wrong names for each right one.
_EVEN, _SLOPE = 6.5, 0.75


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the capitalised words over which the pieces of an organisation's name can be laid."""
    name = organisation_name(term)
    if not name.pieces:
        return
    whole, ground = is_name(target), _ground(target)
    layings: dict[Run, Laying] = {}  # a name that the text repeats is compared once
    for i, j in [(0, len(target.english))] if whole else ground.runs(name):
        run = ground.over(i, j)
        if run not in layings:
            layings[run] = lay(name, run)
        laying = layings[run]
        if laying.laid and (whole or laying.value > 0):
            yield from _found(term, name, laying, i, target)


def _found(term: Term, name: OrganisationName, laying: Laying, first: int, target: Target) -> Iterator[Match]:
    """Yield the matches of a laying over the words that begin at ``first``."""
    laid, strength = laying.laid, chance(laying.value)
    spans = [(first + s, first + e) for s, e in map(laying.words, laid)]
    i, j = min(s for s, _ in spans), max(e for _, e in spans)
    weights = name.weights
    coverage = sum(sum(weights[x.a : x.b]) for x in laid) / (sum(weights) or 1.0)
    parts = tuple(
        Part(name.pieces[x.a][0], name.pieces[x.b - 1][1], s, e, "name") for x, (s, e) in zip(laid, spans, strict=True)
    )
    rule = "" if laying.complete else "part"
    end = _end(j, target)
    if is_another(name, laying, frozenset(range(i - first, end - first)), is_form(target.english.forms[end - 1])):
        return
    # If the Japanese has no legal form, the English is also a match without its legal form.
    for last in (end,) if has_form(term.surface) else dict.fromkeys((end, j)):
        forms = (term.surface, target.english.phrase(i, last))
        yield Match(i, last, "name", forms, parts, rule, min(1.0, coverage), strength)


def is_name(target: Target) -> bool:
    """Return whether the whole text is a name: a few capitalised words, or a few words and a legal form."""
    english = target.english
    if not 0 < len(english) <= _WHOLE:
        return False
    if is_form(english.forms[-1]):
        return True
    return all(
        f[0].isupper() or f[0].isdigit() or x.function for f, x in zip(english.forms, english.lexemes, strict=True)
    )


def _end(j: int, target: Target) -> int:
    """Return the end of a name whose last rendered word ends at ``j``: after common nouns and its legal form."""
    english = target.english
    for k in range(j, len(english) + 1):
        end = after_form(english, k)
        if end > k:
            return end
        if k == len(english) or english.gap(k - 1) != " " or english.stems[k] not in common_keys():
            break
    return j


@once_a_term
def names_organisation(term: Term) -> bool:
    """Return whether a term may be an organisation's name: it has a legal form, or ends like one."""
    return len(term.surface) > 1 and (has_form(term.surface) or _named(term))


@once_a_term
def organisation_name(term: Term) -> OrganisationName:
    """Return the analysis of a term as an organisation's name, computed once."""
    return OrganisationName(term)


@once
def _ground(target: Target) -> Ground:
    return Ground(target)


def chance(value: float) -> float:
    """Return the chance that a laying of this value is right; it is 0.5 at `_EVEN`.

    Examples
    --------
    >>> [round(chance(value), 2) for value in (0.0, 6.5, 12.0)]
    [0.01, 0.5, 0.98]
    """
    return chance_of(_SLOPE * (value - _EVEN))


def _named(term: Term) -> bool:
    """Return whether a term without a legal form ends like an organisation and begins with a name or unread text."""
    if len(term.morphemes) < 2 or term.words:
        return False
    if not any(m.pos.startswith(NAME) or not m.reading for m in term.morphemes[:-1]):
        return False
    ends = common_tail(term.surface) or any(tail in generic_phrases() for tail in _tails(term.surface))
    return bool(ends) or (all_katakana(term.morphemes[-1].surface) and not term.katakana)


def _tails(surface: str) -> Iterator[str]:
    """Yield the common nouns of two or more characters that may end a name, longest first."""
    return (surface[-size:] for size in range(min(LONGEST, len(surface) - 1), 1, -1))


#: No keys for lists: the parts of organisations' names select them there.
ORGANISATION = Kind(
    "organisation",
    frozenset({"name"}),
    compared(match),
    term_keys=where(names_organisation),
    of_unlisted=True,
    guess=True,
)
