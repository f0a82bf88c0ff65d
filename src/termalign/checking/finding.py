"""The findings of a check: an error, its position in both texts, the expected rendering, and its probability."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from termalign.model import Span

Severity = Literal["error", "warning", "note"]

#: All severities, from the worst to the mildest.
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")

_MOST_UNITS = 20  # that a message names
_ID = 16  # hexadecimal digits: of 4,000 million files with 100,000 findings, one has two findings with the same id


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a check.

    Attributes
    ----------
    kind : str
        The kind, one of those that `check` accepts as `kinds`.
    unit : str
        The name of the unit in the file, or its number if the file has no names.
    ja : Span or None
        The Japanese that the finding is about, or None.
    en : Span or None
        The English that the finding is about, or None.
    expected : tuple of str
        Possible corrections of the English, the preferred one first; for a ``variant``, of the Japanese.
    found : str
        The text that was found in place of a correct one, or ``""``.
    score : float
        The calibrated probability that the finding is an error, 0 to 1.
    severity : {"error", "warning", "note"}
        How serious the error is.
    message : str
        A sentence that describes the finding.
    term : str
        The term of the glossary, or ``""``.
    number : int
        The number of the pair, from 1.
    file : str
        The file of the unit, or ``""``.
    texts : tuple of (str, str)
        The whole Japanese and English texts; the spans refer to them.

    Examples
    --------
    >>> from termalign import check
    >>> (finding,) = check([("サーバーを3台追加する。", "Add five servers.")], {"サーバー": "server"})
    >>> finding.kind, finding.ja.text, finding.en.text, finding.expected
    ('number', '3台', 'five', ('3',))
    """

    kind: str
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

    @property
    def id(self) -> str:
        """An id that stays the same in later versions of the file, even if the unit moves.

        The id depends on the kind, the Japanese text of the unit, the span in question, the term, and the English that was
        found. It does not depend on the number of the unit or on the rest of the English.
        """
        about = self.ja.text if self.ja else ""
        place = str(self.texts[0].count(about, 0, self.ja.start)) if self.ja else ""
        parts = (self.kind, self.texts[0], about, place, self.term, self.found)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_ID]

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as plain dictionaries, lists, strings and numbers for JSON; offsets are code points."""
        return {
            "id": self.id,
            "kind": self.kind,
            "severity": self.severity,
            "score": round(self.score, 4),
            "file": self.file,
            "unit": self.unit,
            "number": self.number,
            "ja": asdict(self.ja) if self.ja else None,
            "en": asdict(self.en) if self.en else None,
            "term": self.term,
            "expected": list(self.expected),
            "found": self.found,
            "message": self.message,
            "texts": {"ja": self.texts[0], "en": self.texts[1]},
        }


def choice(finding: Finding) -> str:
    """Return the expected renderings of a finding as its message has them: “server” or “host”."""
    return " or ".join(f"“{form}”" for form in finding.expected[:3])


def listed(units: Sequence[str]) -> str:
    """Return the names of units as a message has them.

    >>> listed(["3", "8"]), listed([str(k) for k in range(23)])[-17:]
    ('3, 8', '18, 19 and 3 more')
    """
    more = f" and {len(units) - _MOST_UNITS:,} more" if len(units) > _MOST_UNITS else ""
    return ", ".join(units[:_MOST_UNITS]) + more
