"""The JSON object of a request, checked before use."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.arguments import checked, pairs_of_text, score_of, situation_given, strings
from termalign.model import TextSituation
from termalign.pictures.captions import Language, words_of
from termalign.serve.protocol import Refusal
from termalign.termbase import Glossary, GlossaryEntry

_OPTIONAL = ("glossary", "situation", "min_score", "width", "language")
#: The members of a request, by its path.
_MEMBERS = {
    "/api/align": ("ja", "en", "pairs", "terms", "mixed", *_OPTIONAL),
    "/api/check": ("ja", "en", "pairs", *_OPTIONAL, "min_chance", "kinds", "source"),
    "/api/trace": ("ja", "en", "terms", *_OPTIONAL),
    "/api/pairs": ("text", *_OPTIONAL),
    "/api/terms": ("text", *_OPTIONAL),
}
_FORMS = ("en", "forbidden")
_FLAG = "translate"


def refused(message: str) -> Refusal:
    """Return the error for an invalid request."""
    return Refusal(HTTPStatus.BAD_REQUEST, "bad_request", message)


@dataclass(frozen=True, slots=True)
class Asked:
    """The members of a request's JSON object. An invalid one raises `Refusal`, or an error of the library."""

    members: Mapping[str, Any]

    @classmethod
    def of(cls, path: str, body: bytes) -> "Asked":
        """Parse the JSON object of a body. Refuse a member that requests to this path do not have, such as a misspelled one."""
        try:
            found = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise Refusal(HTTPStatus.BAD_REQUEST, "no_json", f"the body is not JSON: {error}") from None
        if not isinstance(found, dict):
            raise refused(f"the body must be a JSON object, not {type(found).__name__}")
        known = _MEMBERS[path]
        for name in found:
            if name not in known:
                raise refused(f"unknown member {name!r}; {path} takes {', '.join(known)}")
        return cls(found)

    def __contains__(self, name: str) -> bool:
        return self.members.get(name) is not None

    def text(self, name: str) -> str:
        """Return a required text."""
        if name not in self:
            raise refused(f"{name} is missing")
        checked(self.members[name], name)
        return str(self.members[name])

    def listed(self, name: str) -> list[Any]:
        """Return a list. A string is refused, because the library would take it for a file name."""
        found = self.members[name] if name in self else []
        if not isinstance(found, list):
            raise refused(f"{name} must be a list, not {type(found).__name__}")
        return found

    def language(self) -> Language:
        """Return the language of the text in pictures."""
        return words_of(self.members.get("language", "en")).language

    def situation(self) -> TextSituation | None:
        """Return how to read a text and its translation."""
        found: TextSituation | None = self.members.get("situation")
        situation_given(found, listed=False)
        return found

    def width(self) -> int | None:
        """Return the maximum width of a line of a picture in pixels, or None if no picture is wanted."""
        found = self.members.get("width")
        if found is None:
            return None
        if not isinstance(found, int) or not 200 <= found <= 4000:
            raise refused(f"width must be from 200 to 4000, not {found!r}")
        return found

    def chance(self, name: str, default: float) -> float:
        return score_of(self.members.get(name, default), name)

    def pairs(self) -> list[tuple[str, str]]:
        """Return texts with their translations, from ``pairs`` or from ``ja`` and ``en``."""
        if "pairs" in self:
            return list(pairs_of_text(self.listed("pairs")))
        return [(self.text("ja"), self.text("en"))]

    def terms(self) -> list[str]:
        return strings(self.listed("terms"), "terms", "a term")

    def glossary(self) -> Glossary:
        """Return the entries of ``glossary`` as a glossary."""
        return Glossary(tuple(_entry(number, given) for number, given in enumerate(self.listed("glossary"))))

    def alignments(self, aligner: Aligner) -> tuple[int, Iterator[Alignment]]:
        """Return the number of alignments, and an iterator that makes them."""
        if "mixed" in self:
            text = self.text("mixed")
            return 1, (aligner.align_mixed(each) for each in [text])
        if "terms" in self:
            terms, en = self.terms(), self.text("en")
            return 1, (aligner.align(terms, each) for each in [en])
        pairs = self.pairs()
        situation = self.situation()
        return len(pairs), (aligner.align(ja, en, situation=situation) for ja, en in pairs)


def _entry(number: int, given: Any) -> GlossaryEntry:
    """Return a glossary entry, given an object with the names of its fields."""
    where = f"glossary[{number}]"
    if not isinstance(given, dict) or not {"ja"} <= set(given) <= set(GlossaryEntry._fields):
        raise refused(f"{where} must be an object with ja, and optionally {', '.join(GlossaryEntry._fields[1:])}")
    fields: dict[str, Any] = {"en": ()}
    for name, value in given.items():
        if name in _FORMS:
            fields[name] = tuple(strings(value, f"{where}.{name}", "a rendering"))
        elif name == _FLAG:
            fields[name] = value is not False
        else:
            checked(value, f"{where}.{name}")
            fields[name] = value
    return GlossaryEntry(**fields)
