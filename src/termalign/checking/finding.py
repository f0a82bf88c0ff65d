"""What a check finds: one error, where it stands in both texts, what was expected there, and how sure it is."""

import hashlib
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from termalign.model import Span

Severity = Literal["error", "warning", "note"]

#: From the worst down.
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")

_ID = 16  # hexadecimal digits: one in 4,000 million files of 100,000 findings has two that are alike


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a check.

    Attributes
    ----------
    kind : str
        ``missing`` ``forbidden`` ``inconsistent`` ``number`` ``date`` ``name`` ``acronym`` ``untranslated`` ``variant``.
    unit : str
        What the file calls the unit, or its number where the file has no names.
    ja : Span or None
        What it is about in the Japanese; None where nothing stands there.
    en : Span or None
        What it is about in the English; None where nothing stands there.
    expected : tuple of str
        What could stand in the English instead, the preferred first; of a ``variant``, in the Japanese.
    found : str
        What stands there, or ``""``.
    score : float
        Calibrated chance that it is an error, 0 to 1.
    severity : {"error", "warning", "note"}
    message : str
        A sentence for a person.
    term : str
        The glossary's term, or ``""``.
    number : int
        The unit's place among the pairs, from 1.
    file : str
        Where the unit comes from, or ``""``.
    texts : tuple of (str, str)
        Both texts whole; the spans are code points of them.

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
        """The same for the same finding in a later version of the file, wherever its unit then stands.

        It is made of the kind, the unit's Japanese, what the finding is about in it, and what is wrong in the English; not of
        numbers of units, and not of the rest of the English.
        """
        about = self.ja.text if self.ja else ""
        place = str(self.texts[0].count(about, 0, self.ja.start)) if self.ja else ""
        parts = (self.kind, self.texts[0], about, place, self.term, self.found)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_ID]

    def to_dict(self) -> dict[str, Any]:
        """Plain lists, strings and numbers, for JSON; offsets are code points."""
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
