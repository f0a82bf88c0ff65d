"""placeholder: addresses, code and other names of a program that the English must have as they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.placeholder import paired
from termalign.checking.segment import Segment
from termalign.quantities.quantity import Offsets
from termalign.text import ADDRESS, CODE, blanked

_VERBATIM = re.compile(f"{ADDRESS.pattern}|{CODE.pattern}", re.ASCII)
_FILES = (
    "bat|cfg|conf|cpp|css|csv|db|dll|docx?|exe|gif|gz|html?|ini|ipynb|jar|java|jpe?g|js|json|jsx|log|md|mjs|pdf|php|png|pptx?|ps1|py"
    "|rb|rs|rst|sh|so|sql|svg|tar|tmp|toml|tsv|tsx?|txt|wav|xlsx?|xml|ya?ml|zip"
)
_DOMAINS = "com|edu|gov|info|io|jp|net|org"
#: What programs call by names that are no words, outside code: each name is compared only with those of its sort. A unit behind
#: a number is no name: 5 mL
_NAMES = re.compile(
    r"(?P<button>(?<![\w\[])\[(?=[A-Z])(?P<label>[A-Za-z][A-Za-z0-9 ]{0,30})\](?![\w(\[]))"
    r"|(?P<option>(?<![\w-])--[a-z][a-z0-9]*+(?:-[a-z0-9]+)*+(?![\w-]))"
    r"|(?P<call>(?<![\w.$])[A-Za-z_][\w.]*+\(\))"
    rf"|(?P<host>(?<![\w./@-])(?:[A-Za-z0-9-]++\.)+?(?:{_DOMAINS})(?![\w-]|\.\w))"
    rf"|(?P<file>(?<![\w./@-])[\w-]++(?:\.[\w-]+)*?\.(?:{_FILES})(?![\w-]))"
    r"|(?P<identifier>(?<![\w.$@/-])(?<![0-9] )(?:[a-z]++(?:[A-Z][a-z0-9]*+)+|[a-z]++(?:_[a-z0-9]+)++)(?![\w.(/-]\w|\())",
    re.ASCII,
)
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
    """A checker for addresses, code and names that differ. What the English says in words is left out."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = _things(segment.ja, segment.ja_prose), _things(segment.en, segment.en_prose)
        said, told = _comparable(segment.en), _comparable(segment.ja)
        lost = [thing for thing in ja if thing.value not in said]
        new = [thing for thing in en if thing.value not in told]
        for own, other in paired(lost, new, lambda thing: thing.sort):
            if own and other:
                expected, japanese = [segment.ja[slice(*own.span)]], [segment.en[slice(*other.span)]]
                yield self.finding(
                    segment, scores.CODE, ja=own.span, en=other.span, expected=expected, japanese=japanese
                )


def _things(text: str, prose: str) -> Sequence[_Thing]:
    """Return the addresses and the code of a text, then the other names in its prose, each once."""
    found: dict[tuple[str, str], _Thing] = {}
    for match in chain(_VERBATIM.finditer(text), _NAMES.finditer(blanked(CODE, prose))):
        sort = match.lastgroup or ""
        inside = match.groupdict()
        content = inside.get("code") or inside.get("label") or match[0]
        if not _OWN_WORDS.search(content):
            value = _comparable(content)
            found.setdefault((sort, value), _Thing(sort, value, match.span()))
    return list(found.values())


def _comparable(text: str) -> str:
    """Return a text in lower case without what may differ."""
    return _ALIKE.sub("", _LANGUAGE.sub("", text)).lower()
