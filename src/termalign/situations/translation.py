"""The English side of a text and its translation: the words to consider, and the kinds of evidence to use."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from termalign.english.text import EnglishText
from termalign.kinds.elsewhere import Elsewhere
from termalign.kinds.kind import Kind
from termalign.kinds.registry import asked
from termalign.meaning.encoder import Semantics
from termalign.target.target import Target


@dataclass(frozen=True, slots=True)
class Translation:
    """An English text that translates a Japanese one.

    ``kinds`` are the kinds of links that may be made (all by default), ``semantics`` is a sentence encoder to ask, and
    ``elsewhere`` is what other passages of the same document have shown.
    """

    target: Target
    kinds: Collection[str] | None = None
    semantics: Semantics | None = None
    elsewhere: Elsewhere | None = None

    @property
    def english(self) -> EnglishText:
        """Return the English text."""
        return self.target.english

    @property
    def asked(self) -> Sequence[Kind]:
        """Return the kinds of evidence to use."""
        return asked(self.kinds, self.elsewhere)

    @property
    def defines(self) -> bool:
        """Return whether the text defines a short form."""
        return bool(self.target.acronyms and self.target.definitions)

    def may_say(self, kind: str) -> bool:
        """Return whether links of this kind may be made."""
        return self.kinds is None or kind in self.kinds

    def passage(self, i: int, j: int, elsewhere: Elsewhere) -> "Translation":
        """Return the words ``i:j`` as a text of their own, together with what is known from elsewhere."""
        target = Target(self.english.passage(i, j), self.target.lexicon, True, elsewhere.definitions)
        return Translation(target, self.kinds, self.semantics, elsewhere)
