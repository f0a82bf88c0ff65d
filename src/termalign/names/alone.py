"""Whether a capitalised word stands alone, or is a part of a longer name."""

from termalign.english import EnglishText
from termalign.english.personal_titles import is_personal_title


def begins_inside(k: int, english: EnglishText) -> bool:
    """Return whether a capitalised word other than a title stands right before word `k`: *Melania* Trump, *Detroit* Tigers."""
    if k == 0 or not english.tight[k - 1] or not english.capitalised[k - 1]:
        return False
    before = english.lexemes[k - 1]
    return not before.function and not is_personal_title(before.lower)


def goes_on(k: int, english: EnglishText) -> bool:
    """Return whether a capitalised word follows word `k`: Trump *Tower*."""
    return k + 1 < len(english) and english.tight[k] and english.capitalised[k + 1]
