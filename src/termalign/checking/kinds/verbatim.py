"""placeholder: addresses and code that the English must have as they are."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.placeholder import paired
from termalign.checking.segment import Segment
from termalign.quantities.quantity import Offsets
from termalign.text import ADDRESS, CODE

_SCORE = 0.85

_VERBATIM = re.compile(f"{ADDRESS.pattern}|{CODE.pattern}", re.ASCII)
#: Code in words, a label before its target (`name <target>`), and an address of a page with a Japanese name
_OWN_WORDS = re.compile(r"[^ -~]|<|://.*%", re.DOTALL)
#: The part of an address that names the language of a page: /ja/, en., ?hl=ja
_LANGUAGE = re.compile(r"(?<=[/.=_-])(?:ja|jp|en|ja[_-]jp|en[_-](?:us|gb))(?=[/.?&#_-]|$)", re.IGNORECASE)
#: What may differ; reStructuredText shortens :func:`~os.path.join`
_ALIKE = re.compile(r"https?://|[\s\"']+|/$|^[~!.]+")


class _Thing(NamedTuple):
    sort: str
    value: str
    span: Offsets


class Verbatim(Checker):
    """A checker for addresses and code that differ. Code that the English says in words is left out."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = _things(segment.ja), _things(segment.en)
        said, told = _comparable(segment.en), _comparable(segment.ja)
        lost = [thing for thing in ja if thing.value not in said]
        new = [thing for thing in en if thing.value not in told]
        for own, other in paired(lost, new, lambda thing: thing.sort):
            if own and other:
                yield self.differs(segment, _SCORE, own.span, other.span, [segment.ja[slice(*own.span)]])


def _things(text: str) -> Sequence[_Thing]:
    """Return the addresses and the code of a text, each once."""
    found: dict[tuple[str, str], _Thing] = {}
    for match in _VERBATIM.finditer(text):
        sort = match.lastgroup or ""
        content = match["code"] or match[0]
        if not _OWN_WORDS.search(content):
            value = _comparable(content)
            found.setdefault((sort, value), _Thing(sort, value, match.span()))
    return list(found.values())


def _comparable(text: str) -> str:
    """Return a text in lower case without what may differ."""
    return _ALIKE.sub("", _LANGUAGE.sub("", text)).lower()
