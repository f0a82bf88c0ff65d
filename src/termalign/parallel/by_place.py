"""What the place of a given term does not make a rendering: names are spelled somehow, figures have a value.

A term that a user gives need not be rendered at all, and some word is always left over.
"""

from termalign.choice import Candidate
from termalign.english.personal_titles import is_personal_title
from termalign.evidence.bitext import Bitext
from termalign.evidence.term import Term, once_a_term
from termalign.kana import latin_key
from termalign.phonetics import similarity

_LEAST_HEARD = 0.4
_DOING = ("サ変", "動詞", "形容詞")


def may_be_by_place(c: Candidate, bitext: Bitext) -> bool:
    """Whether a link of a given term that rests on its place alone may be right.

    Parameters
    ----------
    c : Candidate
        Such a link.
    bitext : Bitext
        The English text.
    """
    term, english = c.term, bitext.english
    if _is_figure(term) or not any(map(str.isalnum, term.surface)):
        return False
    words = range(c.i, c.j)
    last = c.j - 1
    if (
        english.lexemes[last].past
        and english.forms[last].islower()
        and not any(name in term.morphemes[-1].pos for name in _DOING)
    ):
        return False  # the organization *ruled*
    if all(is_personal_title(english.lexemes[k].lower) for k in words) and term.proper:
        return False  # *Mr.* Saito
    if not _is_name(term):
        return True
    if english.cased and not any(english.capitalised[k] or english.forms[k][0].isdigit() for k in words):
        return False
    return not term.katakana or similarity(term.surface, latin_key(english.phrase(c.i, c.j))) >= _LEAST_HEARD


def _is_figure(term: Term) -> bool:
    """Whether numbers, dates and amounts are all of a term: 24日午後1時."""
    return sum(q.end - q.start for q in term.quantities) >= len(term.surface)


@once_a_term
def _is_name(term: Term) -> bool:
    """Whether a term is a name, or katakana that no dictionary has as a word."""
    if term.words:
        return all(gloss.text[:1].isupper() for entry in term.words for gloss in entry.glosses)
    return term.proper or term.katakana or bool(term.names)
