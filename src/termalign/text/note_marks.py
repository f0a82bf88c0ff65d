"""Marks that refer to notes: 警察庁¹, 警察庁※1, *Agency¹*, *Agency[^1]*."""

import re

from termalign.text.scripts import JAPANESE
from termalign.text.unseen import HIDDEN

_JAPANESE = f"、。」』）{JAPANESE}"
#: Superscript figures behind a word. Behind a short one, they may be a power: m², km³, x².
_RAISED = rf"{HIDDEN}*[¹²³⁰⁴-⁹]+(?:[,、، ⁻–-]+[¹²³⁰⁴-⁹]+)*"  # what is hidden before it is a tag
_MARK = re.compile(
    rf"(?:(?<=[{_JAPANESE}])|(?<=[^\W\d_]{{4}})|(?<=[^\W\d_][.,;:!?\"'”’)])){_RAISED}⁾?"
    rf"|(?<=[^\W\d_]){_RAISED}⁾"
    rf"|(?<=[{_JAPANESE}])[※＊][0-9０-９]{{1,3}}(?![0-9０-９.])|(?<=\S)\[\^\w{{1,20}}\]"
)
_SIGNS = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹※＊^")


def without_note_marks(text: str) -> str:
    r"""Return a text of the same length, with the marks of notes hidden.

    Examples
    --------
    >>> for text in ("警察庁¹は※2、", "the Agency¹ and the Ministry.[^2]", "20 m² and 10⁶"):
    ...     print(without_note_marks(text).replace("\u2060", ""))
    警察庁は、
    the Agency and the Ministry.
    20 m² and 10⁶
    """
    if _SIGNS.isdisjoint(text):
        return text
    return _MARK.sub(lambda mark: HIDDEN * len(mark[0]), text)
