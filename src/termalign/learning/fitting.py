"""Learning a model from sentence pairs: phrase pairs that are consistent with the word links are counted and selected."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from termalign.learned import Learned, Model
from termalign.learning.counting import Tally
from termalign.learning.sentence_pairs import Memory, Sentence, Vocabulary
from termalign.learning.word_links import Link, WordLinks
from termalign.lexicon import Lexicon

_LONGEST = 5  # content words of a phrase
_LEAST_SHARE, _LEAST_BACK = 0.02, 0.002  # minimum shares of the pairs with the headword, and of those with its English
_MOST_PHRASES = 1_500_000  # phrase pairs counted at a time

Numbers = tuple[int, ...]
"""The words of a phrase, each as a number."""


def fitted(pairs: Iterable[tuple[str, str]], lexicon: Lexicon) -> Model:
    """Return a model of which English renders which Japanese, learned from sentence pairs.

    Parameters
    ----------
    pairs : iterable of (str, str)
        Japanese sentences and their English translations; read once, one after another.
    lexicon : Lexicon
        The dictionaries, which segment the Japanese and provide prior knowledge about words.

    Raises
    ------
    ValueError
        If there are no pairs to learn from, or if the English comes first in them.

    Examples
    --------
    >>> pairs = [(f"{ja}を見る。", f"See the {en}.") for ja in "犬猫鳥" for en in ["hound"] if ja == "犬"]
    >>> model = fitted([*pairs, ("犬が走る。", "The hound runs."), ("猫が走る。", "The cat runs.")], Lexicon.default())
    >>> [model.phrase(found.stems) for found in model.renderings("犬")]
    ['hound']
    """
    with Memory() as memory:
        memory.read(pairs, lexicon)
        linker = WordLinks(memory, lexicon)
        found: Tally[tuple[Numbers, Numbers]] = Tally(_MOST_PHRASES)
        for sentence in memory:
            found.add(set(_linked_phrases(sentence, linker.links(sentence))))
        # a rendering must occur in two pairs
        return _model(memory, {both: times for both, times in found.items() if times >= 2})


def _linked_phrases(sentence: Sentence, links: Sequence[Link]) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield pairs of phrases whose words are linked to each other and to no other words.

    The first and the last word of each phrase are linked. See P. Koehn, F. J. Och and D. Marcu, "Statistical
    phrase-based translation", NAACL 2003.
    """
    to_en: dict[int, list[int]] = {}
    to_ja: dict[int, list[int]] = {}
    for i, k in links:
        to_en.setdefault(i, []).append(k)
        to_ja.setdefault(k, []).append(i)
    for a, b in _stretches(sentence.ja_joined):
        if a not in to_en or b - 1 not in to_en:
            continue
        places = [k for i in range(a, b) for k in to_en.get(i, ())]
        first, last = min(places), max(places) + 1
        together = last - first <= _LONGEST and all(sentence.en_joined[first + 1 : last])
        if together and all(a <= i < b for k in range(first, last) for i in to_ja.get(k, ())):
            yield tuple(sentence.ja[a:b]), tuple(sentence.en[first:last])


def _stretches(joined: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of words that form phrases: single words, and up to `_LONGEST` joined words."""
    for a in range(len(joined)):
        for b in range(a + 1, min(len(joined), a + _LONGEST) + 1):
            if b > a + 1 and not joined[b - 1]:
                break
            yield a, b


def _model(memory: Memory, found: Mapping[tuple[Numbers, Numbers], int]) -> Model:
    """Return a model with the renderings that are frequent enough, and with the counts of both sides."""
    seen: dict[Numbers, int] = {ja: 0 for ja, _ in found}
    stood: dict[Numbers, int] = {en: 0 for _, en in found}
    for sentence in memory:
        _count(sentence.ja, sentence.ja_joined, seen)
        _count(sentence.en, sentence.en_joined, stood)
    words, families = list(memory.ja.numbers), list(memory.en.numbers)
    renderings: dict[Numbers, list[Learned]] = {}
    for (ja, en), times in found.items():
        if times >= _LEAST_SHARE * seen[ja] and times >= _LEAST_BACK * stood[en]:
            phrase = Learned(tuple([families[k] for k in en]), times, stood[en])
            renderings.setdefault(ja, []).append(phrase)
    kept = sorted(renderings, key=lambda ja: (-seen[ja], ja))[:250_000]
    headwords = {"".join([words[k] for k in ja]): (seen[ja], _most_frequent(renderings[ja])) for ja in reversed(kept)}
    return Model.of(memory.source(), headwords, _english(memory.en, headwords))


def _count(words: Sequence[int], joined: Sequence[int], counts: dict[Numbers, int]) -> None:
    """Count the phrases of a sentence that are keys of ``counts``, each once per sentence."""
    for phrase in {tuple(words[a:b]) for a, b in _stretches(joined)}:
        if phrase in counts:
            counts[phrase] += 1


def _most_frequent(renderings: Sequence[Learned]) -> list[Learned]:
    return sorted(renderings, key=lambda found: (-found.times, found.stems))[:12]  # for a headword


def _english(vocabulary: Vocabulary, headwords: Mapping[str, tuple[int, list[Learned]]]) -> dict[str, tuple[str, int]]:
    """Return the most common form and the count of each English stem in the renderings."""
    used = {stem for _, renderings in headwords.values() for found in renderings for stem in found.stems}
    found = {}
    for stem in used:
        number = vocabulary.numbers[stem]
        forms = vocabulary.forms[number]
        form = min(forms, key=lambda form: (-forms[form], form))
        found[stem] = form, vocabulary.counts[number]
    return found
