"""A test of whether an English text contains an approved rendering of a glossary term."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from operator import attrgetter

from termalign.checking.misspelled import misspelled, misspelled_beside
from termalign.checking.other_terms import claimed, without
from termalign.checking.preceding import preceding
from termalign.checking.prefixed import PREFIXES, says_prefix
from termalign.checking.segment import LINKED, Segment
from termalign.english import EnglishText, lexeme
from termalign.english.function_words import ARTICLES, PREPOSITIONS
from termalign.english.gloss import as_phrase
from termalign.english.lexis import Lexeme
from termalign.english.persons import somebody_or_something
from termalign.english.text import HYPHENS
from termalign.formats.glossaries.entry import renderings_of
from termalign.model import Span
from termalign.names.legal_form import is_form, is_japanese_form
from termalign.once import once
from termalign.termbase import GlossaryEntry, english_places
from termalign.termbase.by_rendering import Words
from termalign.termbase.rendered import sign_of
from termalign.text import in_code, roles

_QUALITIES = ("nce", "ncy")
_WITHIN = 4  # fewest letters of a rendering that may be part of a word (UserError)
_AT_AN_END = 3  # fewest letters of a rendering that may begin a word (keybindings)
_APART = 4  # most words from a verb to its adverb: *back* your data *up* for *backup*
_BETWEEN = 3  # most other words between the words of a rendering: *the path to a log file* for *file path*
_LETTERS = re.compile("[a-z]+")
_OTHER, _OTHERS = re.compile("(?:他|ほか|別)の$"), frozenset({"else", "others"})
_LABELS = frozenset("AI")  # single letters that are also function words
_EVERY = frozenset("a an another any both each either neither no other".split())
_MOST = 4  # morphemes before and behind a term
_TURNED = {"in": "out", "out": "in", "on": "off", "off": "on", "up": "down", "down": "up"}
_START, _END = attrgetter("start"), attrgetter("end")


class Rendered(Enum):
    """How a term is rendered."""

    AS_AGREED = auto()
    #: A related word (*implemented* for *implementation*), a compound word, initials, or a longer word (申請者, *applicant*).
    BY_ITS_FAMILY = auto()
    NOT_AT_ALL = auto()


@once
def renderings(segment: Segment) -> Mapping[GlossaryEntry, Rendered]:
    """Return how the English of a segment renders each glossary term of the Japanese."""
    return {entry: rendered(entry, segment) for entry in segment.terms if renderings_of(entry)}


def rendered(entry: GlossaryEntry, segment: Segment) -> Rendered:
    """Return how the English of a segment renders a term of the Japanese."""
    return _as_written(entry, segment) or _by_other_words(entry, segment)


def _as_written(entry: GlossaryEntry, segment: Segment) -> Rendered | None:
    """Return how the English has a term, if it has an approved rendering, or one with a letter that is wrong."""
    forms = renderings_of(entry)
    if not entry.translate:
        kept = any(form in segment.en or _opens_or_titles(form, segment.english) for form in forms)
        return Rendered.AS_AGREED if kept else Rendered.NOT_AT_ALL
    if segment.said[entry]:
        wrong = misspelled_beside(entry, segment) or _is_turned(entry, segment)
        return Rendered.NOT_AT_ALL if wrong else Rendered.AS_AGREED
    if any(form == entry.ja and in_code(form, segment.en) for form in forms):
        return Rendered.AS_AGREED
    return Rendered.NOT_AT_ALL if misspelled(forms, segment.english) else None


def _by_other_words(entry: GlossaryEntry, segment: Segment) -> Rendered:
    """Return whether the English has words that are akin to the renderings of a term, or that explain why it has none."""
    forms = renderings_of(entry)
    spans = [occurrence.span for occurrence in segment.terms[entry]]
    if all(_is_currency_of_a_sum(span, segment) for span in spans):
        return Rendered.BY_ITS_FAMILY
    others = claimed(entry, segment)
    english = without(others, segment.english)
    if all(said_in_a_longer_word(span, segment) for span in spans):
        return Rendered.BY_ITS_FAMILY
    akin = (
        _form_of_a_name(entry, spans, segment)
        or _named_as_others(spans, segment)
        or any(
            _akin(form, spans, segment, english)
            or _with_another(form, entry, segment, english)
            or _linked_with_a_relative(form, spans, segment, others)
            for form in forms
        )
    )
    return Rendered.BY_ITS_FAMILY if akin else Rendered.NOT_AT_ALL


def _is_currency_of_a_sum(span: Span, segment: Segment) -> bool:
    """Return whether a term is the currency of a sum that the English has too, as in 5万ポンド, *£50,000*."""
    return any(
        ja.start < span.start and span.end <= ja.end and en.quantity.kind == "money" for ja, en in segment.figures.pairs
    )


def _is_turned(entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether the rendering only stands behind a prefix that the Japanese does not have: *non-consolidated* for 連結."""
    english, spans = segment.english, [occurrence.span for occurrence in segment.terms[entry]]

    def turned(i: int) -> bool:
        prefix = english.forms[i - 1].lower() if i and english.gaps[i - 1] in HYPHENS else ""
        word = english.forms[i].lower()
        return prefix in PREFIXES and not any(says_prefix(prefix, word, segment.ja_prose, span) for span in spans)

    return all(turned(i) for i, _ in segment.said[entry])


def _opens_or_titles(form: str, english: EnglishText) -> bool:
    """Return whether the English has `form` with a capital that only the beginning of a sentence or a title gives it."""
    capitalised = form[:1].upper() + form[1:]
    places = [i for i, j in english_places(form, english) if english.phrase(i, j) == capitalised]
    opens = any(map(english.opens_sentence, places))
    return opens or (bool(places) and _is_title(english))


def _is_title(english: EnglishText) -> bool:
    """Return whether all main words of a text have capitals, and no full stop follows."""
    main = [k for k, lexeme in enumerate(english.lexemes) if not lexeme.function and english.forms[k].isalpha()]
    return all(english.capitalised[k] for k in main) and not english.text.rstrip().endswith(".")


def _akin(form: str, spans: Sequence[Span], segment: Segment, english: EnglishText) -> bool:
    """Return whether the English has related words for all words of a rendering, or its initials."""
    words = EnglishText(form)
    if sign_of(form) or _has_opposite_particle(words, english):
        return False
    content = _content(words)
    if all(_said(words, k, spans, segment, english) for k in content) and not _scattered(words, content, english):
        return True
    initials = "".join(words.forms[k][:1] for k in content).upper()
    return len(initials) > 1 and initials in english.forms


def _has_opposite_particle(words: EnglishText, english: EnglishText) -> bool:
    """Return whether the text has a rendering with the opposite particle: *check-out* for *check-in*."""
    forms = words.forms
    turned = [(k, _TURNED[form.lower()]) for k, form in enumerate(forms) if form.lower() in _TURNED and len(forms) > 1]
    return any(english_places(" ".join([*forms[:k], other, *forms[k + 1 :]]), english) for k, other in turned)


def _scattered(words: EnglishText, content: Sequence[int], english: EnglishText) -> bool:
    """Return whether the text has the words of a rendering only far from each other: *an impairment loss … a net profit*."""
    places = sorted((i, words.stems[k]) for k in content for i in english.by_stem.get(words.stems[k], ()))
    wanted = {words.stems[k] for k in content}
    if {stem for _, stem in places} != wanted or len(wanted) < 2:
        return False
    last: dict[str, int] = {}
    for i, stem in places:
        last[stem] = i
        if len(last) == len(wanted) and i - min(last.values()) < len(wanted) + _BETWEEN:
            return False
    return True


def is_name(form: str) -> bool:
    """Return whether a rendering is a name: all its content words have capitals."""
    words = EnglishText(form)
    return all(words.capitalised[k] for k in _content(words))


def _content(words: EnglishText) -> Sequence[int]:
    """Return the words that are not function words, or all if there are no others. A capital may be a label: *Party A*."""
    label = "" if len(words) < 2 else words.forms[-1]
    return [
        k
        for k, lexeme in enumerate(words.lexemes)
        if not lexeme.function or (words.forms[k] == label and label in _LABELS)
    ] or range(len(words))


def _linked_with_a_relative(form: str, spans: Sequence[Span], segment: Segment, others: Sequence[Words]) -> bool:
    """Return whether the English linked with a term ends in a relative of a word of its rendering: *expire*, *expiration date*.

    Words at the places of `others` render other terms.
    """
    words, english = EnglishText(form), segment.english
    content = _content(words)
    if len(content) < 2:
        return False
    links = [
        link for span in spans if (link := segment.link_of(span)) and link.kind != "context" and link.score >= LINKED
    ]
    last = [words[-1] for words in map(segment.words_of, links) if words]
    return any(
        english.stems[i] == words.stems[k]
        and english.lexemes[i].lemma != words.lexemes[k].lemma
        and _same_role(words.lexemes[k].lemma, english, i)
        for i in last
        if not any(i in range(*place) for place in others)
        for k in content
    )


def _form_of_a_name(entry: GlossaryEntry, spans: Sequence[Span], segment: Segment) -> bool:
    """Return whether the term is the legal form in names, which English gives in its own way: ○○株式会社, *… Co., Ltd.*."""
    if not is_japanese_form(entry.ja) or not all(map(segment.in_compound, spans)):
        return False
    english = segment.english
    return any(
        is_form(form) and english.capitalised[k] and english.capitalised[k - 1]
        for k, form in enumerate(english.forms)
        if k
    )


def _said(words: EnglishText, k: int, spans: Sequence[Span], segment: Segment, english: EnglishText) -> bool:
    letters = words.forms[k].lower()
    joined = " ".join([english.text, *roles(segment.en)]).lower()  # :class:`dict` says that *dict* is a class
    if any(_same_role(words.lexemes[k].lemma, english, i) for i in english.by_stem.get(words.stems[k], ())):
        return True
    if (
        len(letters) >= _WITHIN
        and letters in joined
        and any(_is_compound(word, letters, spans, segment.ja_prose) for word in _LETTERS.findall(joined))
    ):
        return True
    if len(letters) >= _AT_AN_END and any(_begins(form.lower(), letters) for form in english.forms):
        return True
    return _parted(letters, english) or any(_is_clip(x, letters) for x in english.lexemes)


def _same_role(agreed: str, english: EnglishText, i: int) -> bool:
    """Return whether a related word in the text may mean the same.

    *Implement* and *implementation*, *resistance* and *is resistant to*, or *Buddhism* and *Buddhist temples*, may; *employer*
    and *employee*, or *approver* and *approval*, do not.
    """
    said = english.lexemes[i].lemma
    if agreed.lower().endswith("ism") and said.lower() == agreed.lower()[:-1] + "t":
        return _precedes_a_noun(english, i)
    if agreed.endswith(_QUALITIES) and said.endswith(("ant", "ent")) and _is_adjective(english, i):
        return True
    if agreed.endswith("ee") != said.endswith("ee"):
        return False
    if said.endswith("er") and (agreed.startswith(said) or english.lexemes[i].past or english.lexemes[i].gerund):
        return True  # *delivery*, *deliver*; *administration*, *was administered*: no person
    return (somebody_or_something(agreed) == "somebody") == (somebody_or_something(said) == "somebody")


def _is_adjective(english: EnglishText, i: int) -> bool:
    """Return whether *resistant* is an adjective: neither in the plural nor after an article, as *the resident* is."""
    return not english.lexemes[i].inflected and (i == 0 or english.lexemes[i - 1].lower not in ARTICLES)


def _precedes_a_noun(english: EnglishText, i: int) -> bool:
    """Return whether a word in the singular precedes another content word, as in *Buddhist temples*."""
    return (
        not english.lexemes[i].inflected
        and i + 1 < len(english)
        and english.gaps[i] == " "
        and not english.lexemes[i + 1].function
    )


def _is_compound(word: str, part: str, spans: Sequence[Span], ja: str) -> bool:
    """Return whether a word is a compound with `part`: *filename* of *file*, but not *uninstall* of *install*."""
    at = word.find(part)
    if at < 0:
        return False
    before = word[:at]
    if before in PREFIXES:
        return any(says_prefix(before, word, ja, span) for span in spans)
    return not before or lexeme(before).known


def _begins(word: str, letters: str) -> bool:
    """Return whether a rendering begins a word. Behind a short one is another word: *keybindings* for *key*, not *interface*
    for *int*.
    """
    rest = word.removeprefix(letters)
    if rest == word:
        return False
    return len(letters) >= _WITHIN or rest in ("s", "") or (len(rest) >= _AT_AN_END and lexeme(rest).known)


def _is_clip(said: Lexeme, letters: str) -> bool:
    """Return whether a word that no dictionary has is the beginning of a rendering: *attrs* for *attribute*."""
    return not said.known and len(said.lemma) >= _WITHIN and letters.startswith(said.lemma) and said.lemma != letters


def _parted(letters: str, english: EnglishText) -> bool:
    """Return whether the text has two words for a joined one: *log in* for *login*, *back* it *up* for *backup*."""
    for adverb in _adverbs_at_the_end(letters):
        for i in english.by_stem.get(lexeme(letters.removesuffix(adverb)).stem, ()):
            if any(word.lower == adverb for word in english.lexemes[i + 1 : i + 1 + _APART]):
                return True
    return False


def _adverbs_at_the_end(letters: str) -> Iterator[str]:
    return (adverb for adverb in PREPOSITIONS if letters.endswith(adverb) and len(letters) > len(adverb) + 1)


def _named_as_others(spans: Sequence[Span], segment: Segment) -> bool:
    """Return whether the term follows *other*, which English may say without it: 他の利用者, *others* or *anyone else*."""
    said = not _OTHERS.isdisjoint(segment.english.by_form)
    return said and any(preceding(_OTHER, segment.ja_prose, span.start) for span in spans)


def _with_another(form: str, entry: GlossaryEntry, segment: Segment, english: EnglishText) -> bool:
    """Return whether the English combines this term with another: 甲又は乙, *either Party* for *Party A* or *Party B*."""
    others = [other for other in segment.terms if other != entry]
    several = [EnglishText(each) for other in others for each in other.en]
    shared = {stem for words in several if len(words) > 1 for stem in words.stems}
    return any(
        ((i and english.lexemes[i - 1].lower in _EVERY) or english.lexemes[i].lower != english.lexemes[i].lemma)
        and not _precedes_a_name(english, i)
        for stem in shared.intersection(EnglishText(form).stems)
        for i in english.by_stem.get(stem, ())
    )


def _precedes_a_name(english: EnglishText, i: int) -> bool:
    """Return whether a name follows a word, which then names only one of several: *either Emperor Gotoba*."""
    return (
        i + 1 < len(english) and english.gaps[i] == " " and english.capitalised[i + 1] and len(english.forms[i + 1]) > 1
    )


def said_in_a_longer_word(span: Span, segment: Segment) -> bool:
    """Return whether the English has a gloss of a longer word of the Japanese that contains `span`."""
    return any(
        english_places(as_phrase(gloss.text), segment.english)
        for word in _longer_words(span, segment)
        for entry in segment.lexicon.words(word)
        for gloss in entry.glosses
    )


def _longer_words(span: Span, segment: Segment) -> Iterator[str]:
    """Yield the runs of morphemes that contain a span and are longer."""
    found = segment.morphemes
    first, last = bisect_right(found, span.start, key=_END), bisect_left(found, span.end, key=_START)
    for a in range(max(0, first - _MOST), first + 1):
        for b in range(last, min(len(found), last + _MOST) + 1):
            word = segment.ja_prose[found[a].start : found[b - 1].end]
            if len(word) > len(span.text) and all(
                m.end == n.start for m, n in zip(found[a:b], found[a + 1 : b], strict=False)
            ):
                yield word
