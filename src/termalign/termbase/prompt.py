"""A glossary as a compact block of text for a language model, limited to a number of characters or entries."""

import re
from collections.abc import Sequence

from termalign.formats.glossaries import GlossaryEntry
from termalign.lexicon.lexicon import Lexicon
from termalign.warned import warn

HEAD = "Use these renderings:"
_BUDGET = re.compile(r"\s*([0-9][0-9,_]*)\s*(characters?|chars?|c|entries|entry|e)?\s*", re.IGNORECASE)
Budget = int | str


def prompt(entries: Sequence[GlossaryEntry], budget: Budget | None = None, notes: bool = False) -> str:
    """Return entries as a block of lines for a language model: a heading, then a line for each entry that fits the budget.

    With `notes`, each line ends with the note of its entry. Without entries, the block is ``""``.

    Examples
    --------
    >>> print(prompt([GlossaryEntry("請求書", ("invoice",), forbidden=("bill",)), GlossaryEntry("障害", ("failure", "outage"))]))
    Use these renderings:
    請求書 = invoice (never: bill)
    障害 = failure; outage
    >>> print(prompt([GlossaryEntry("体力", ("HP",), note="always in capitals")], notes=True))
    Use these renderings:
    体力 = HP (always in capitals)
    """
    kept = fitting(entries, budget, notes)
    return "\n".join([HEAD, *(_line_of(entry, notes) for entry in kept)]) if kept else ""


def fitting(entries: Sequence[GlossaryEntry], budget: Budget | None, notes: bool = False) -> list[GlossaryEntry]:
    """Return the entries whose block fits the budget, in order. A UserWarning says if none fits.

    Entries with forbidden renderings and those that must not be translated are kept first, then terms that are in no
    dictionary, then uncommon words.
    """
    sizes = [len(_line_of(entry, notes)) + 1 for entry in entries]
    characters, most = budget_of(budget)
    room = None if characters is None else characters - len(HEAD)
    kept: set[int] = set()
    for k in sorted(range(len(entries)), key=lambda k: (_urgency(entries[k]), k)):
        if (room is None or sizes[k] <= room) and (most is None or len(kept) < most):
            kept.add(k)
            room = None if room is None else room - sizes[k]
    if entries and not kept:
        least = "" if characters is None else f": the shortest block has {len(HEAD) + min(sizes)} characters"
        warn(f"no entry fits the budget {budget!r}{least}")
    return [entries[k] for k in sorted(kept)]


def _line_of(entry: GlossaryEntry, notes: bool) -> str:
    note = f" ({entry.note})" if notes and entry.note.strip() else ""
    return " ".join(f"{entry.ja} = {told_of(entry)}{note}".split())


def told_of(entry: GlossaryEntry) -> str:
    """Return the renderings of an entry for people and language models, with those that must not be used."""
    said = "; ".join(entry.en)
    if not entry.translate:
        said = f"{said or entry.ja} (do not translate)"
    banned = f"never: {'; '.join(entry.forbidden)}" if entry.forbidden else ""
    return " ".join(filter(None, (said, f"({banned})" if said and banned else banned)))


def budget_of(budget: Budget | None) -> tuple[int | None, int | None]:
    """Return the numbers of characters and of entries that a budget allows, or None for no limit.

    Anything else raises a TypeError or ValueError.

    Examples
    --------
    >>> budget_of(2000), budget_of("2,000 characters"), budget_of("40 entries"), budget_of(None)
    ((2000, None), (2000, None), (None, 40), (None, None))
    """
    if budget is None:
        return None, None
    if isinstance(budget, bool) or not isinstance(budget, int | str):
        raise TypeError(
            f"a budget is a number of characters, or a str such as '40 entries', not {type(budget).__name__}"
        )
    found = _BUDGET.fullmatch(str(budget))
    if found is None:
        raise ValueError(f"a budget is a number of characters, or a str such as '40 entries', not {budget!r}")
    number = int(found[1].replace(",", "").replace("_", ""))
    return (None, number) if (found[2] or "").lower().startswith("e") else (number, None)


def _urgency(entry: GlossaryEntry) -> tuple[bool, int]:
    """Return a sort key that puts first the entries that a language model is most likely to get wrong without help."""
    words = Lexicon.default().words(entry.ja)
    known = 2 if any(word.common for word in words) else 1 if words or Lexicon.default().has(entry.ja) else 0
    return not (entry.forbidden or not entry.translate), known
