"""Reading of sentence pairs for learning. Pairs are stored in a temporary file; words and word pairs are counted."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from os import getenv
from tempfile import TemporaryFile
from types import TracebackType
from typing import NamedTuple, Self

from termalign._version import __version__
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kana.swapped import SWAPPED
from termalign.learned.renderings import Source
from termalign.learning.content_words import Word, english_words, japanese_words
from termalign.learning.counting import Tally
from termalign.lexicon import Lexicon
from termalign.warned import warn

_LONGEST = 80  # content words of a side: a longer text is not a sentence, and comparing all its words would be slow
_SHIFT = 24  # bits: a pair of words is stored as one number
_MOST_PAIRS = 2_500_000  # pairs of words counted at a time, in some 300 MB
_MOST_KNOWN = 2_000_000  # sentence pairs whose repetition is recognised


class Sentence(NamedTuple):
    """A pair of sentences, as word numbers. ``ja_joined`` and ``en_joined`` are 1 for each word that can continue a phrase."""

    ja: Sequence[int]
    en: Sequence[int]
    ja_joined: Sequence[int]
    en_joined: Sequence[int]


class Vocabulary:
    """The numbers of the words of one language, and the number of sentences with each word."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.counts = array("I")
        self.forms: dict[int, dict[str, int]] = {}

    def sentence(self, words: Sequence[Word]) -> list[int]:
        """Count the words of a sentence, and return their numbers."""
        found = []
        for word in words:
            number = self.numbers.setdefault(word.key, len(self.counts))
            if number == len(self.counts):
                self.counts.append(0)
            found.append(number)
            forms = self.forms.setdefault(number, {})
            forms[word.form] = forms.get(word.form, 0) + 1
        for number in set(found):
            self.counts[number] += 1
        return found


def pair_number(ja: int, en: int) -> int:
    """Return one number for a Japanese and an English word."""
    return ja << _SHIFT | en


def of_pair(number: int) -> tuple[int, int]:
    """Return the two words for which `pair_number` returned a number."""
    return number >> _SHIFT, number & ((1 << _SHIFT) - 1)


class Memory:
    """A store of sentence pairs that can be read repeatedly. It is on disk, with one pair in memory at a time.

    ``ja`` and ``en`` are the words of both sides. ``together`` counts the pairs with both a Japanese and an English
    word, by `pair_number`. ``pairs`` is the number of stored pairs.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="termalign-")  # noqa: SIM115 - closed by __exit__
        self.ja, self.en = Vocabulary(), Vocabulary()
        self.together: Tally[int] = Tally(_MOST_PAIRS)
        self.pairs = self.left_out = self._swapped = 0
        self._digest = blake2b(digest_size=16)
        self._known: set[bytes] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def read(self, pairs: Iterable[tuple[str, str]], lexicon: Lexicon) -> None:
        """Read and store all pairs.

        Raises
        ------
        ValueError
            If there are no pairs to learn from, or if the English comes first in them.

        Warns
        -----
        UserWarning
            If most pairs are repeated.
        """
        repeated = 0
        for ja, en in pairs:
            if not self._is_new(ja, en):
                self.left_out += 1
                repeated += 1
                continue
            words = japanese_words(JapaneseText(ja, lexicon))
            phrases = english_words(EnglishText.of_pair(en, ja))
            if words and phrases and max(len(words), len(phrases)) <= _LONGEST:
                self._add(words, phrases)
            else:
                self._swapped += not words and bool(japanese_words(JapaneseText(en)))
                self.left_out += 1
        if self._swapped > self.pairs:
            raise ValueError(f"{SWAPPED}; in {self._swapped:,} of {self.pairs + self.left_out:,} pairs")
        if not self.pairs:
            raise ValueError(f"there is nothing to learn from: {self.left_out:,} pairs, none with words on both sides")
        if repeated > self.pairs:
            every = self.pairs + self.left_out
            warn(f"{repeated:,} of {every:,} pairs only repeat others: a pair counts once")

    def _is_new(self, ja: str, en: str) -> bool:
        text = f"{ja}\t{en}\n".encode(errors="surrogatepass")
        self._digest.update(text)
        known = blake2b(text, digest_size=8).digest()
        if known in self._known:
            return False
        if len(self._known) < _MOST_KNOWN:
            self._known.add(known)
        return True

    def _add(self, ja: Sequence[Word], en: Sequence[Word]) -> None:
        self.pairs += 1
        left, right = self.ja.sentence(ja), self.en.sentence(en)
        row = array("I", [len(left), len(right), *left, *right, *[w.joined for w in ja], *[w.joined for w in en]])
        self._file.write(row.tobytes())
        ends = set(right)
        for word in set(left):
            self.together.add([pair_number(word, other) for other in ends])

    def __iter__(self) -> Iterator[Sentence]:
        """Yield the stored pairs in order."""
        size = array("I").itemsize
        self._file.seek(0)
        while head := self._file.read(2 * size):
            n, m = array("I", head)
            row = array("I", self._file.read(2 * (n + m) * size))
            yield Sentence(row[:n], row[n : n + m], row[n + m : 2 * n + m], row[2 * n + m :])

    def source(self) -> Source:
        """Return the origin of the pairs, dated today or by SOURCE_DATE_EPOCH."""
        # Not os.environ: Hugging Face's Dataset.map replaces the os.environ that was imported before.
        stamp = getenv("SOURCE_DATE_EPOCH", "")
        day = datetime.fromtimestamp(int(stamp), UTC) if stamp.isdecimal() else datetime.now(UTC)
        return Source(self.pairs, self.left_out, self._digest.hexdigest(), f"{day:%Y-%m-%d}", __version__)
