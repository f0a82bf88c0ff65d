"""The findings of a check: an error, its position in both texts, the expected rendering, and its probability."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, cast

from termalign.arguments import one_of
from termalign.checking.direction import DIRECTIONS, Direction
from termalign.formats.languages import Language
from termalign.members import list_of, mapping_of, member, number_of, share_of, text_of
from termalign.model import FindingKind, Span, span_in

Severity = Literal["error", "warning", "note"]

#: All severities, from the worst to the mildest.
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")

_TEXTS = ("unit", "found", "message", "term", "file")
_MOST_NAMED = 3  # approved renderings that a message names
_MOST_UNITS = 20  # units that a message names
_ID = 16  # hexadecimal digits; of 4 billion files with 100,000 findings each, one has two findings with the same id


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a check.

    Attributes
    ----------
    kind : str
        The kind, one of those that `check` accepts as `kinds`.
    unit : str
        The id of the unit in the file or in ``(ja, en, id)``, or its `number` as a string if it has none.
    ja : Span or None
        The Japanese that the finding is about.
    en : Span or None
        The English that the finding is about.
    expected : tuple of str
        Possible corrections of the translation, the preferred one first. For a ``variant``, corrections of the Japanese.
    found : str
        The incorrect text, or ``""``.
    score : float
        The calibrated probability that the finding is an error, 0 to 1.
    severity : {"error", "warning", "note"}
        How serious the error is.
    message : str
        A sentence that describes the finding.
    term : str
        The glossary term, or ``""``.
    number : int
        The number of the pair, from 1. (Errors about arguments count from 0.)
    file : str
        The file of the unit, or ``""``.
    line : int
        The line of the file on which the unit begins, from 1, or 0 if there is no file or it has no lines.
    texts : tuple of (str, str)
        The whole Japanese and English texts, to which the spans refer.
    source : {"ja", "en"}
        The language of the original. The other text is the translation.

    Examples
    --------
    >>> from termalign import check
    >>> (finding,) = check([("サーバーを3台追加する。", "Add five servers.")], {"サーバー": "server"})
    >>> finding.kind, finding.ja.text, finding.en.text, finding.expected
    ('number', '3台', 'five', ('3',))
    """

    kind: FindingKind
    unit: str
    ja: Span | None
    en: Span | None
    expected: tuple[str, ...]
    found: str
    score: float
    severity: Severity
    message: str
    term: str = ""
    number: int = 0
    file: str = ""
    texts: tuple[str, str] = ("", "")
    line: int = 0
    source: Language = "ja"

    @property
    def direction(self) -> Direction:
        """The direction of the translation, with the names of both languages."""
        return DIRECTIONS[self.source]

    @property
    def sides(self) -> tuple[Span | None, Span | None]:
        """What the finding is about in the original, and in the translation."""
        return self.direction.ordered(self.ja, self.en)

    @property
    def id(self) -> str:
        """An id that stays the same in later versions of the file, even if the unit moves.

        The id depends on the kind, the original text, the span in question there, the term, and what was found in the
        translation. It does not depend on the number of the unit or on the rest of the translation.
        """
        (text, _), (span, _) = self.direction.ordered(*self.texts), self.sides
        about = span.text if span else ""
        place = str(text.count(about, 0, span.start)) if span else ""
        parts = (self.kind, text, about, place, self.term, self.found)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_ID]

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as plain dictionaries, lists, strings and numbers for JSON. Offsets are in code points."""
        return {
            "id": self.id,
            "kind": self.kind,
            "severity": self.severity,
            "score": self.score,
            "file": self.file,
            "unit": self.unit,
            "number": self.number,
            "line": self.line,
            "ja": asdict(self.ja) if self.ja else None,
            "en": asdict(self.en) if self.en else None,
            "term": self.term,
            "expected": list(self.expected),
            "found": self.found,
            "message": self.message,
            "texts": {"ja": self.texts[0], "en": self.texts[1]},
            "source": self.source,
        }

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Finding":
        """Rebuild a finding from the result of `to_dict`, or from a line of ``check --format jsonl``.

        Raises
        ------
        KeyError
            If a member other than ``id``, ``line`` or ``source`` is missing.
        TypeError, ValueError
            If a member is invalid. The offsets of a span must be code points within its text, and its ``text`` must be the
            text between them. The message names the member.

        Examples
        --------
        >>> from termalign import check
        >>> (finding,) = check([("サーバーを3台追加する。", "Add five servers.")])
        >>> Finding.from_dict(finding.to_dict()) == finding
        True
        """
        what = "a finding"
        mapping_of(found, what)
        said = {name: text_of(member(found, name, what), name) for name in _TEXTS}
        one_of(member(found, "severity", what), SEVERITIES, "severity")
        source = found.get("source", "ja")
        one_of(source, tuple(DIRECTIONS), "source")
        texts = member(found, "texts", what)
        mapping_of(texts, "texts")
        ja, en = (text_of(member(texts, side, "texts"), f"texts.{side}") for side in ("ja", "en"))
        expected = list_of(member(found, "expected", what), "expected")
        return cls(
            kind=cast(FindingKind, text_of(member(found, "kind", what), "kind")),  # a later version may have others
            ja=_span(member(found, "ja", what), "ja", ja),
            en=_span(member(found, "en", what), "en", en),
            expected=tuple([text_of(form, f"expected[{k}]") for k, form in enumerate(expected)]),
            score=share_of(member(found, "score", what), "score"),
            severity=found["severity"],
            number=number_of(member(found, "number", what), "number"),
            line=number_of(found.get("line", 0), "line"),
            texts=(ja, en),
            source=source,
            **said,
        )


def _span(found: object, what: str, text: str) -> Span | None:
    return None if found is None else span_in(found, what, text)


def quoted(text: str) -> str:
    """Return a part of a text in quotation marks, in one line."""
    return f"“{' '.join(text.split())}”"


def choice(forms: Sequence[str]) -> str:
    """Return renderings as a phrase for a message, with … if there are more than it names.

    >>> choice(["server", "host"]), choice(["a", "b", "c", "d"])
    ('“server” or “host”', '“a” or “b” or “c” …')
    """
    named = " or ".join(f"“{form}”" for form in forms[:_MOST_NAMED])
    return named + " …" * (len(forms) > _MOST_NAMED)


def listed(units: Sequence[str]) -> str:
    """Return the names of units as a phrase for a message.

    >>> listed(["3", "8"]), listed([str(k) for k in range(23)])[-17:]
    ('3, 8', '18, 19 and 3 more')
    """
    more = f" and {len(units) - _MOST_UNITS:,} more" if len(units) > _MOST_UNITS else ""
    return ", ".join(units[:_MOST_UNITS]) + more
