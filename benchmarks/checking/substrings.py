"""What other checkers do: look for the strings of the glossary and for digits, and nothing else."""

import re
from collections.abc import Iterator, Sequence

from termalign.termbase import Glossary

Alarm = tuple[int, str, str]  # the pair, from 0; a kind; a term

_DIGITS = re.compile(r"\d+")


def alarms(pairs: Sequence[tuple[str, str]], glossary: Glossary) -> Iterator[Alarm]:
    """The alarms of plain matching: a term's string without any of its renderings', a forbidden string, other digits."""
    for number, (ja, en) in enumerate(pairs):
        said = en.lower()
        for entry in glossary:
            if entry.ja in ja:
                if not any(form.lower() in said for form in entry.en):
                    yield number, "missing", entry.ja
                if any(form.lower() in said for form in entry.forbidden):
                    yield number, "forbidden", entry.ja
        if sorted(_DIGITS.findall(ja)) != sorted(_DIGITS.findall(en)):
            yield number, "number", ""
        if not en.strip() or en == ja:
            yield number, "untranslated", ""
