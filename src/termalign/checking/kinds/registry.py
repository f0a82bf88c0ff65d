"""All kinds of findings, in the order in which a segment is checked for them.

The checkers are in the files beside this one. What they compare comes from the folder above:

- numbers and dates are read (`figures`), paired by value (`paired_figures`), also where a text says the value in another way
  (`restated`, `said_otherwise`), and left over (`left_figures`). Equal ones may differ in what is said of them (`claims`,
  `limits`, `unlike_signs`, `paired_frequencies`) or change places (`exchanged`);
- letters and numbers that are names: `headings`, `numbers_in_words`, `odd_signs`, `reference_signs`, `sizes`;
- terms of the glossary are rendered or not (`rendered`, with `misspelled`, `prefixed`, `other_terms`; `japanese_terms`), and
  seem to have other words instead (`stand_in`);
- other words are looked up in the dictionary (`glossed`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from termalign.checking.direction import Direction
from termalign.checking.finding import Finding
from termalign.checking.kinds import instructions
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.forbidden import Forbidden, ForbiddenInJapanese
from termalign.checking.kinds.identifiers import Identifiers
from termalign.checking.kinds.inconsistent import Inconsistent
from termalign.checking.kinds.instructions import as_found
from termalign.checking.kinds.missing import Missing, MissingInJapanese
from termalign.checking.kinds.modal import Modal
from termalign.checking.kinds.names import LatinNames
from termalign.checking.kinds.negation import Negation
from termalign.checking.kinds.number import Figures
from termalign.checking.kinds.opposites import Opposites
from termalign.checking.kinds.parties import Parties
from termalign.checking.kinds.people_and_places import PeopleAndPlaces
from termalign.checking.kinds.placeholder import Doubled, InlineCodes, Placeholders, Shortcuts
from termalign.checking.kinds.repeated import Repeated
from termalign.checking.kinds.sentences import LeftOut, Remarks
from termalign.checking.kinds.sides import Sides
from termalign.checking.kinds.untranslated import LeftInEnglish, Untranslated
from termalign.checking.kinds.variant import Variant
from termalign.checking.kinds.verbatim import Verbatim
from termalign.model import FindingKind


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of finding."""

    name: FindingKind  # one of `termalign.model.FINDING_KINDS`
    ja: str  # its Japanese name, for the page of ``termalign serve``
    says: str  # a sentence for reports on what is wrong
    checkers: Callable[[], Sequence[Checker]]  # a function that returns new checkers for one bitext
    instruct: Callable[[Finding], str] = as_found  # a function that returns a sentence on how to correct a finding
    into_japanese: Callable[[], Sequence[Checker]] | None = None  # those for Japanese translations, if they are others

    def checkers_for(self, direction: Direction) -> Sequence[Checker]:
        """Return new checkers for the translations of one bitext in a direction."""
        return self.into_japanese() if self.into_japanese and direction.source == "en" else self.checkers()


_REGISTRY = (
    Kind(
        "untranslated",
        "未訳",
        "A translation is empty, a copy or in another language, or has words of the original or remarks in it.",
        lambda: [Untranslated(), Remarks(), LeftOut()],
        instructions.untranslated,
        into_japanese=lambda: [LeftInEnglish()],
    ),
    Kind(
        "missing",
        "訳語なし",
        "A term of the glossary has none of its approved renderings.",
        lambda: [Missing()],
        instructions.missing,
        into_japanese=lambda: [MissingInJapanese()],
    ),
    Kind(
        "forbidden",
        "禁止訳",
        "A rendering is used that the glossary does not allow.",
        lambda: [Forbidden()],
        instructions.forbidden,
        into_japanese=lambda: [ForbiddenInJapanese()],
    ),
    Kind(
        "inconsistent",
        "不統一",
        "One term, or one text, is translated in several ways.",
        lambda: [Inconsistent(), Repeated()],
        instructions.inconsistent,
        into_japanese=lambda: [Repeated()],
    ),
    Kind("number", "数値", "A number differs.", lambda: [Figures("number"), Identifiers()], instructions.figure),
    Kind("date", "日付", "A date differs.", lambda: [Figures("date"), Sides("date")], instructions.figure),
    Kind("name", "固有名", "A name differs.", lambda: [LatinNames("name"), PeopleAndPlaces()], instructions.name),
    Kind("acronym", "頭字語", "An acronym differs.", lambda: [LatinNames("acronym")], instructions.name),
    Kind(
        "placeholder",
        "プレースホルダー",
        "A placeholder, a tag, an address, code or a keyboard shortcut differs, or a word stands twice.",
        lambda: [Placeholders(), InlineCodes(), Verbatim(), Shortcuts(), Doubled()],
        instructions.placeholder,
    ),
    Kind(
        "opposite",
        "取り違え",
        "The translation has the counterpart of a word, such as east for west.",
        lambda: [Sides("opposite"), Opposites(), Parties()],
        instructions.figure,
    ),
    Kind(
        "modal",
        "助動詞",
        "The English permits what the Japanese demands or forbids, or the other way round.",
        lambda: [Modal()],
        instructions.modal,
    ),
    Kind(
        "negation",
        "否定",
        "Only one of the texts denies or forbids something.",
        lambda: [Negation()],
        instructions.negation,
    ),
    Kind("variant", "表記ゆれ", "A term is not in the spelling of the glossary.", lambda: [Variant()]),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _REGISTRY}
