"""Whether an English text contains an approved rendering of a glossary term."""

from enum import Enum, auto

from termalign.checking.segment import Segment
from termalign.english import EnglishText
from termalign.termbase import GlossaryEntry, english_places

_WITHIN, _AT_AN_END = (
    4,
    3,
)  # letters from which a rendering may stand within a word (UserError), at its beginning (keybindings)


class Rendered(Enum):
    """How a term is rendered."""

    AS_AGREED = auto()
    BY_ITS_FAMILY = auto()  # implemented for implementation, in one word with others, by its initials
    NOT_AT_ALL = auto()


def rendered(entry: GlossaryEntry, segment: Segment) -> Rendered:
    """Return how the English of a segment renders a term of the Japanese."""
    forms = entry.en or (entry.ja,)
    if not entry.translate:
        return Rendered.AS_AGREED if any(form in segment.en for form in forms) else Rendered.NOT_AT_ALL
    if any(english_places(form, segment.english) for form in forms):
        return Rendered.AS_AGREED
    return Rendered.BY_ITS_FAMILY if any(_akin(form, segment) for form in forms) else Rendered.NOT_AT_ALL


def _akin(form: str, segment: Segment) -> bool:
    """Return whether all words of a rendering are there by their families, in one word with others, or by their initials."""
    words = EnglishText(form)
    content = [k for k, lexeme in enumerate(words.lexemes) if not lexeme.function] or list(range(len(words)))
    if all(_said(words, k, segment) for k in content):
        return True
    initials = "".join(words.forms[k][:1] for k in content).upper()
    return len(initials) > 1 and initials in segment.english.forms


def _said(words: EnglishText, k: int, segment: Segment) -> bool:
    letters = words.forms[k].lower()
    if words.stems[k] in segment.english.vocabulary or (len(letters) >= _WITHIN and letters in segment.joined):
        return True
    return len(letters) >= _AT_AN_END and any(form.lower().startswith(letters) for form in segment.english.forms)
