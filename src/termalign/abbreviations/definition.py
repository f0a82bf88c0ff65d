"""The probability that a candidate is a definition, and the exact span of its long form."""

from typing import Final, NamedTuple

from termalign.abbreviations.agreement import best_reading
from termalign.abbreviations.folded_letters import fold
from termalign.abbreviations.letter_alignment import Match
from termalign.abbreviations.longform import is_long_form, long_end, long_start, name_end
from termalign.abbreviations.reworded import letter_first
from termalign.abbreviations.shape import is_wordlike
from termalign.abbreviations.short_form import QUOTES, Candidate, back, without_possessive
from termalign.abbreviations.word_parts import Part, parts, sentence_start
from termalign.model import Abbreviation, Span
from termalign.odds import chance

#: Priors in nats before any letter is compared: by the number of letters (more letters rarely match by chance), for
#: lower case (up to two letters, more letters), for the spelling of a name, and for two words.
_PRIOR: Final = (-1.7, -1.7, -1.5, -1.0, -0.5)
_SMALL_PAIR: Final = -1.0
_SMALL_WORD: Final = -3.5
_WORDLIKE: Final = -2.0
_TWO_WORDS: Final = -1.0
#: The prior if nothing in the wording marks a definition.
UNMARKED: Final = -3.0
#: The log-odds beyond which letters alone add no evidence.
_SUREST: Final = 9.0
#: The length of a window in code points, for each part that it may have.
_LETTERS_A_PART: Final = 9
#: Code points in which the first letter of a long form is looked for, after quotation marks.
_HEAD: Final = 8


class Definition(NamedTuple):
    """An abbreviation and the log-odds, in nats, that the text defines it with this long form."""

    logit: float
    abbreviation: Abbreviation


def define(text: str, candidate: Candidate) -> Definition | None:
    """Return the definition that `candidate` makes, or None if its letters do not match."""
    short_end = without_possessive(text, candidate.start, candidate.end)
    short = text[candidate.start : short_end]
    words = _window(text, candidate, short) if _may_begin(text, candidate, short) else []
    match = best_reading(short, words, candidate.side) if words else None
    if match is None or (_is_word(short, match, candidate) and not letter_first(short, words)):
        return None
    last = match.used[-1] if candidate.side == "after" else len(words) - 1
    while words[last].kind == "function" and last not in match.used:
        last -= 1
    if candidate.side == "after":
        last = name_end(text, words, last)
    right = candidate.right if last == len(words) - 1 and candidate.side != "after" else words[last].end
    start = long_start(text, words, match.start, candidate.left, right)
    end = long_end(text, start, right)
    used = words[match.start : last + 1]
    if not is_long_form(text[start:end], short, used):
        return None
    logit = match.score + candidate.prior + shape_prior(short)
    spans = Span.of(text, candidate.start, short_end), Span.of(text, start, end)
    return Definition(logit, Abbreviation(*spans))


def _may_begin(text: str, candidate: Candidate, short: str) -> bool:
    """Return whether the first letter at `left` may begin the long form: a quick check."""
    if candidate.side == "before" or not short.isalpha() or "x" in short.lower():
        return True
    head = text[candidate.left : candidate.left + _HEAD].lstrip("".join((QUOTES, " \t\n([")))
    return not head[:1].isalpha() or fold(head[0])[:1] in fold(short)


def _window(text: str, candidate: Candidate, short: str) -> list[Part]:
    """Return the parts that may contain the long form, from one sentence and limited by the length of `short`."""
    left, right = candidate.left, candidate.right
    limit = 3 * sum(map(str.isalnum, short)) + 12
    if candidate.side == "before":
        left = max(left, back(text, right, _LETTERS_A_PART * limit))
        return parts(text, sentence_start(text, left, right), right)[-limit:]
    words = parts(text, left, right, most=limit + 1)
    return words[:limit] if candidate.side == "after" or len(words) <= limit else []


def _is_word(short: str, match: Match, candidate: Candidate) -> bool:
    """Return whether `short` is rather a word, or a name before its longer form: cats, Fuji (Fujisan)."""
    if not is_wordlike(short):
        return False
    few = 2 * len(match.used) <= len(short)
    return few and (short.islower() or (candidate.side != "before" and candidate.prior <= 0))


def shape_prior(short: str) -> float:
    """Return the log-likelihood ratio, in nats, that the shape of `short` gives for a short form."""
    letters = [char for char in short if char.isalpha()]
    prior = _PRIOR[min(len(letters), len(_PRIOR) - 1)]
    if not any(char.isupper() for char in letters):
        prior += _SMALL_PAIR if len(letters) <= 2 else _SMALL_WORD
    elif len(letters) > 3 and is_wordlike(short):
        prior += _WORDLIKE
    if " " in short:
        prior += _TWO_WORDS
    return prior


def reliability(logit: float) -> float:
    """Return the probability for log-odds in nats; never quite 0 or 1."""
    return chance(max(-_SUREST, min(_SUREST, logit)))
