"""A glossary out of a text's own frequent terms: what its translators mostly say for each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from termalign import tokenize
from termalign.english import EnglishText
from termalign.english.function_words import FUNCTION_WORDS
from termalign.japanese.morpheme import Morpheme
from termalign.text import CODE, blanked, without_markup

Phrase = tuple[str, ...]  # lemmas

_LONGEST = 3  # words of a rendering, morphemes of a term
_NO_TERM = ("名詞-数詞", "名詞-普通名詞-助数詞可能", "名詞-普通名詞-副詞可能")


def of_text(pairs: Sequence[tuple[str, str]], *, most: int, least: int = 5, kept: float = 0.8) -> dict[str, list[str]]:
    """Terms of the Japanese that stand in at least `least` pairs, with renderings that stand in `kept` of those.

    A term has its commonest rendering (by Dice's coefficient), and what else the rest of its pairs mostly say. Markup and code
    are left out: no glossary renders a term by the name of a function.
    """
    terms: defaultdict[str, list[int]] = defaultdict(list)
    said: defaultdict[Phrase, set[int]] = defaultdict(set)
    written: defaultdict[Phrase, Counter[str]] = defaultdict(Counter)
    for number, (ja, en) in enumerate(pairs):
        for term in dict.fromkeys(_terms(_prose(ja))):
            terms[term].append(number)
        for phrase, form in dict.fromkeys(_phrases(_prose(en))):
            said[phrase].add(number)
            written[phrase][form] += 1
    phrases_of: defaultdict[int, list[Phrase]] = defaultdict(list)
    for phrase, numbers in said.items():
        if len(numbers) >= least - 1:
            for number in numbers:
                phrases_of[number].append(phrase)
    glossary: dict[str, list[str]] = {}
    for term, places in sorted(terms.items(), key=lambda item: -len(item[1])):
        if least <= len(places) <= len(pairs) / 4:
            renderings = _renderings(set(places), phrases_of, said, kept)
            if renderings:
                glossary[term] = [written[phrase].most_common(1)[0][0] for phrase in renderings]
        if len(glossary) == most:
            break
    return glossary


def _prose(text: str) -> str:
    return blanked(CODE, without_markup(text))


def _renderings(
    places: set[int], phrases_of: Mapping[int, Sequence[Phrase]], said: Mapping[Phrase, set[int]], kept: float
) -> list[Phrase]:
    """The phrase that goes with a term, another one for the pairs without it; nothing where they do not reach `kept`."""
    left = set(places)
    found: list[Phrase] = []
    for _ in range(2):
        shared = Counter(phrase for number in left for phrase in phrases_of[number])
        rated = [
            (2 * count / (len(left) + len(said[phrase])), len(phrase), phrase)
            for phrase, count in shared.items()
            if count >= max(3, len(left) // 10)
        ]
        if not rated or max(rated)[0] < (0.45 if found else 0.5):
            break
        found.append(max(rated)[2])
        left -= said[found[-1]]
    return found if len(left) <= (1 - kept) * len(places) else []


def _terms(ja: str) -> Iterator[str]:
    """Runs of nouns and their parts, up to a length."""
    run: list[Morpheme] = []
    for morpheme in [*tokenize(ja), None]:
        if morpheme is not None and _nominal(morpheme) and (not run or run[-1].end == morpheme.start):
            run.append(morpheme)
            continue
        if run and len(run) <= _LONGEST and run[0].pos.startswith("名詞"):
            term = "".join(piece.surface for piece in run)
            if len(term) > 1:
                yield term
        run = []


def _nominal(morpheme: Morpheme) -> bool:
    if morpheme.surface.isascii() or morpheme.pos.startswith(_NO_TERM):
        return False
    return morpheme.pos.startswith("名詞") or morpheme.pos.startswith("接尾辞-名詞")


def _phrases(en: str) -> Iterator[tuple[Phrase, str]]:
    """Runs of words without function words at their ends, as lemmas and as written."""
    text = EnglishText(en)
    lemmas = [lexeme.lemma for lexeme in text.lexemes]
    for i in range(len(text)):
        for j in range(i + 1, min(i + _LONGEST, len(text)) + 1):
            if not all(text.tight[i : j - 1]):
                break
            if (
                any(not form.isalpha() for form in text.forms[i:j])
                or {text.forms[i].lower(), text.forms[j - 1].lower()} & FUNCTION_WORDS
            ):
                continue
            yield tuple(lemmas[i:j]), text.phrase(i, j).lower() if text.forms[i].istitle() else text.phrase(i, j)
