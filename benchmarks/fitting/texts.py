"""Texts whose links, or some of them, are known: what each says of a candidate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from benchmarks.data import Offsets
from benchmarks.spans import bare, right_spans


class Text(Protocol):
    """A Japanese text and its translation, of which something is known."""

    @property
    def document(self) -> str:
        """What it is a part of: texts of one document are never on both sides of a test."""

    @property
    def ja(self) -> str: ...

    @property
    def en(self) -> str: ...

    @property
    def given(self) -> Sequence[Offsets]:
        """Terms that the user points at."""

    @property
    def glossary(self) -> Mapping[str, str]:
        """What the user's glossary says."""

    def right(self, ja: Offsets, en: Offsets) -> bool | None:
        """Whether these spans are a link; None where that is not known."""

    def right_within(self, ja: Offsets, en: Offsets) -> bool | None:
        """Whether they are part of one: what a headword, which may be less than the term, is judged by."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A text all of whose links are known."""

    document: str
    domain: str
    ja: str
    en: str
    links: Sequence[tuple[Offsets, Offsets]]
    glossary: Mapping[str, str] = field(default_factory=dict)
    unrendered: Sequence[Offsets] = ()  # terms that the English leaves out

    @property
    def given(self) -> Sequence[Offsets]:
        return ()

    def right(self, ja: Offsets, en: Offsets) -> bool:
        span = bare(self.en, en)
        return any(ja == own and span == bare(self.en, known) for own, known in self.links)

    def right_within(self, ja: Offsets, en: Offsets) -> bool:
        span = bare(self.en, en)
        return any(_inside(ja, own) and _inside(span, known) for own, known in self.links)


@dataclass(frozen=True, slots=True)
class Located:
    """A text with some terms, each with the English spans that render it."""

    document: str
    ja: str
    en: str
    terms: Sequence[tuple[Offsets, Sequence[Offsets]]]

    @property
    def given(self) -> Sequence[Offsets]:
        return [place for place, _ in self.terms]

    @property
    def glossary(self) -> Mapping[str, str]:
        return {}

    def right(self, ja: Offsets, en: Offsets) -> bool | None:
        known = next((spans for place, spans in self.terms if place == ja), None)
        return None if known is None else bare(self.en, en) in right_spans(self.en, known)

    def right_within(self, ja: Offsets, en: Offsets) -> bool | None:
        known = next((spans for place, spans in self.terms if _inside(ja, place)), None)
        span = bare(self.en, en)
        return None if known is None else any(_inside(span, other) for other in known)


@dataclass(frozen=True, slots=True)
class Worded:
    """A text whose words are aligned, by pairs of spans; `en_words` are the spans of all English words."""

    document: str
    ja: str
    en: str
    en_words: Sequence[Offsets]
    pairs: Sequence[tuple[Offsets, Offsets]]

    @property
    def given(self) -> Sequence[Offsets]:
        return ()

    @property
    def glossary(self) -> Mapping[str, str]:
        return {}

    def right(self, ja: Offsets, en: Offsets) -> bool | None:
        """Not known: where words belong together as a term is another question."""
        return None

    def right_within(self, ja: Offsets, en: Offsets) -> bool:
        words = [word for word in self.en_words if _inside(word, en)] or [en]
        return all(
            any(word == other and own[0] < ja[1] and ja[0] < own[1] for own, other in self.pairs) for word in words
        )


def _inside(one: Offsets, other: Offsets) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
