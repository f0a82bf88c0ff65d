"""The search for a rendering in an English text, in any number, inflection, case and spelling."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from termalign.arguments import checked, instance_of
from termalign.english import EnglishText, lexeme
from termalign.english.function_words import ARTICLES
from termalign.english.text import HYPHENS
from termalign.model import Span
from termalign.once import once

_BETWEEN = frozenset({" ", "", "\n", "-", "‐", "–", "/", "'", "’", ".", ". ", "'s ", "’s ", "' ", "’ "})
_SIGNS = "#+"
_LABEL = "A"  # the letter that may also be an article
_SHORTEST = 3  # fewest letters of each part of a word that may also be two words: *filename*, but not *apart*


def english_places(rendering: str, english: EnglishText) -> list[tuple[int, int]]:
    """Find a rendering in an English text.

    Parameters
    ----------
    rendering : str
        A word or phrase.
    english : EnglishText
        The text.

    Returns
    -------
    list of (int, int)
        The half-open range of words ``(i, j)`` of each occurrence, in order. Of those with the same start, only the longest
        is returned. ``english.offsets(i, j)`` gives the code points.

    Examples
    --------
    >>> text = EnglishText("The colour filters, and e-mail servers.")
    >>> [text.phrase(i, j) for i, j in english_places("a color filter", text)]
    ['colour filters']
    >>> [text.phrase(i, j) for i, j in english_places("email server", text)]
    ['e-mail servers']
    >>> english_places("IT", EnglishText("It works.")), english_places("form", EnglishText("The platform."))
    ([], [])
    >>> english_places("C#", EnglishText("In C# and C++")), english_places("C", EnglishText("In C# and C"))
    ([(1, 2)], [(3, 4)])
    >>> english_places("New Game+", EnglishText("Not a New Game, but New Game+"))
    [(5, 7)]
    >>> [english_places("Party A", EnglishText(text)) for text in ("Party A pays.", "a party", "Give the party a copy.")]
    [[(0, 2)], [], []]
    >>> text = EnglishText("the Vehicle Tax (by type)")
    >>> english_places("Vehicle Tax (by type)", text), english_places("Vehicle Tax by type", text)
    ([(1, 5)], [])
    """
    instance_of(english, EnglishText, "english")
    wanted, between, sign = *_words(rendering), sign_of(rendering)
    if not wanted:
        return []
    found: list[tuple[int, int]] = []
    first, begins = lexeme(wanted[0]), _by_first_letter(english)
    for i in sorted({*begins.get(first.plain[:1], ()), *begins.get(first.lemma[:1], ())}):
        ends = [j for j in _ends(wanted, english, i, between) if english.text.startswith(sign, english.ends[j - 1])]
        if ends:
            found.append((i, max(ends)))
    return found


def find_english(rendering: str, text: str | EnglishText) -> list[Span]:
    """Return the occurrences of a rendering in an English text as spans of the text.

    Examples
    --------
    >>> find_english("server", "Servers and a server")
    [Span(start=0, end=7, text='Servers'), Span(start=14, end=20, text='server')]
    """
    checked(rendering, "rendering")
    if isinstance(text, EnglishText):
        english = text
    else:
        checked(text, "text")
        english = EnglishText(text)
    return [Span.of(english.raw, *english.offsets(i, j)) for i, j in english_places(rendering, english)]


def english_key(rendering: str) -> str:
    """Return a key that renderings share if they differ only in number, inflection, case, spelling, hyphens or articles.

    Examples
    --------
    >>> english_key("the E-mail servers") == english_key("email server"), english_key("IT") == english_key("it")
    (True, False)
    """
    words, _ = _words(rendering)
    lemmas = [form if _is_acronym(form) else lexeme(form).lemma for form in words]
    return "".join(lemmas) + sign_of(rendering)


@lru_cache(1 << 14)
def _words(rendering: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a rendering without its articles, and what may stand between them: also the rendering's own marks.

    Articles are kept if there is no other word.
    """
    checked(rendering, "rendering")
    text = EnglishText(rendering)
    words = [form for k, form in enumerate(text.forms) if not _is_article(text, k)]
    return tuple(words or text.forms), _BETWEEN.union(text.gaps[:-1])


def _is_article(rendering: EnglishText, k: int) -> bool:
    """Return whether a word of a rendering is an article: not the A of *Party A* or *A/R*."""
    if k + 1 == len(rendering) and rendering.forms[k] == _LABEL:
        return False
    return rendering.forms[k].lower() in ARTICLES and (k + 1 == len(rendering) or not rendering.gaps[k].strip())


def words_of(rendering: str) -> Sequence[str]:
    """Return the words of a rendering without its articles, unless it has no others."""
    return _words(rendering)[0]


def sign_of(rendering: str) -> str:
    """Return the sign behind the last word of a rendering that makes another name of it: New Game+; C# is a word itself."""
    text = EnglishText(rendering)
    behind = text.text[text.ends[-1] :] if len(text) else ""
    return behind[len(behind.rstrip(_SIGNS)) :]


@once
def _by_first_letter(english: EnglishText) -> Mapping[str, Sequence[int]]:
    """Return the positions of words by their first letter, as they are and as lemmas."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(english.lexemes):
        for letter in {word.plain[:1], lexeme(word.plain).lemma[:1]}:
            found[letter].append(i)
    return found


def _ends(wanted: Sequence[str], english: EnglishText, i: int, between: Set[str]) -> Set[int]:
    """Return the possible ends of the wanted words if they begin at word `i`."""
    here, after_one = {i}, set[int]()  # where the first k wanted words may end, and the first k + 1
    for k, word in enumerate(wanted):
        after_two = set[int]()
        next_word = wanted[k + 1] if k + 1 < len(wanted) else ""
        for start in [start for end in here for start in _starts(english, end, between)] if k else here:
            form = english.forms[start]
            if _is_form(word, form):
                after_one.add(start + 1)
            two = english.forms[start : start + 2]
            if len(two) > 1 and _may_be_one(form, english.gap(start), two[1]) and _is_form(word, "".join(two)):
                after_one.add(start + 2)  # *e-mail* for *email*
            if next_word and _may_be_one(word, " ", next_word) and _is_form(word + next_word, form):
                after_two.add(start + 1)
        here, after_one = after_one, after_two
        if not here and not after_one:
            break
    return here


def _starts(english: EnglishText, i: int, between: Set[str]) -> Iterator[int]:
    """Yield where the next wanted word may begin after one that ends at `i`: behind what separates two words, and articles."""
    while i < len(english) and english.gap(i - 1) in between:
        yield i
        if english.forms[i].lower() not in ARTICLES:
            return
        i += 1


def _may_be_one(first: str, gap: str, second: str) -> bool:
    """Return whether two words with this gap between them may also be written as one."""
    if gap in HYPHENS and gap:
        return True
    return gap == " " and min(len(first), len(second)) >= _SHORTEST and (first + second).isalpha()


def _is_form(word: str, form: str) -> bool:
    """Return whether `form` is a form of `word`, as *servers* is of *server*. An acronym must keep its capitals."""
    if word == form:
        return True
    if word == _LABEL:
        return False
    if _is_acronym(word):
        return form.removesuffix("s") == word or form.replace(".", "") == word.replace(".", "")
    if _is_acronym(form) and lexeme(form).plain != lexeme(word).plain:
        return False
    a, b = lexeme(word), lexeme(form)
    return a.plain == b.plain or a.lemma == b.lemma


def _is_acronym(form: str) -> bool:
    """Return whether a form is an acronym, and so differs from the word in lower case: IT, US, APIs."""
    letters = form.replace(".", "").removesuffix("s")
    return 1 < len(letters) <= 5 and letters.isalpha() and letters.isupper() and letters.isascii()
