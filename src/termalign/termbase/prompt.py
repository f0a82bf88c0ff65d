"""A glossary as a compact block for a language model, in as many characters or entries as there is room for."""

import re
from collections.abc import Sequence

from termalign.formats.glossaries import GlossaryEntry
from termalign.lexicon import Lexicon

HEAD = "Use these renderings:"
_BUDGET = re.compile(r"\s*([0-9][0-9,_]*)\s*(characters?|chars?|c|entries|entry|e)?\s*", re.IGNORECASE)
Budget = int | str


def prompt(entries: Sequence[GlossaryEntry], budget: Budget | None = None) -> str:
    """Entries as lines for a language model.

    Parameters
    ----------
    entries : sequence of GlossaryEntry
        In the order they are to stand in.
    budget : int or str, optional
        Characters, or ``"40 entries"``. If not all fit, those with forbidden renderings and those that are not to be translated
        go first, then the rarest: what no dictionary has, then what is no common word.

    Returns
    -------
    str
        A line that says what they are, then a line an entry; nothing if there are none, or if none fits.

    Examples
    --------
    >>> print(prompt([GlossaryEntry("請求書", ("invoice",), forbidden=("bill",)), GlossaryEntry("障害", ("failure", "outage"))]))
    Use these renderings:
    請求書 = invoice (never: bill)
    障害 = failure; outage
    """
    lines = list(map(line_of, entries))
    characters, most = budget_of(budget)
    room = None if characters is None else characters - len(HEAD)
    kept: set[int] = set()
    for k in sorted(range(len(entries)), key=lambda k: (_urgency(entries[k]), k)):
        size = len(lines[k]) + 1
        if (room is None or size <= room) and (most is None or len(kept) < most):
            kept.add(k)
            room = None if room is None else room - size
    return "\n".join([HEAD, *[lines[k] for k in sorted(kept)]]) if kept else ""


def line_of(entry: GlossaryEntry) -> str:
    """An entry on a line."""
    said = "; ".join(entry.en)
    if not entry.translate:
        said = f"{said or entry.ja} (do not translate)"
    banned = f"never: {'; '.join(entry.forbidden)}" if entry.forbidden else ""
    told = " ".join(filter(None, (said, f"({banned})" if said and banned else banned)))
    return " ".join(f"{entry.ja} = {told}".split())


def budget_of(budget: Budget | None) -> tuple[int | None, int | None]:
    """Characters and entries that a budget allows; None for as many as there are.

    Raises
    ------
    TypeError, ValueError
        It is no number of characters or entries.

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
        raise ValueError(f"a budget is a number of characters, or such as '40 entries', not {budget!r}")
    number = int(found[1].replace(",", "").replace("_", ""))
    return (None, number) if (found[2] or "").lower().startswith("e") else (number, None)


def _urgency(entry: GlossaryEntry) -> tuple[bool, int]:
    """What sorts first what a model is most likely to get wrong without being told."""
    words = Lexicon.default().words(entry.ja)
    known = 2 if any(word.common for word in words) else 1 if words or Lexicon.default().has(entry.ja) else 0
    return not (entry.forbidden or not entry.translate), known
