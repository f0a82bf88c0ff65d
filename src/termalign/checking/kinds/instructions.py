"""Functions that say in one sentence how to correct a finding."""

from unicodedata import normalize

from termalign.checking.finding import Finding, choice
from termalign.kana import is_japanese


def missing(finding: Finding) -> str:
    """Ask for an approved rendering, or to keep a term that must not be translated."""
    expected = choice(finding.expected)
    if finding.expected == (finding.term,):
        return f"Keep {finding.term} as it is" + (f", in place of “{finding.found}”." if finding.found else ".")
    instead = f"; replace “{finding.found}” if that is its translation" if finding.found else ""
    return f"Translate {finding.term} as {expected}{instead}."


def inconsistent(finding: Finding) -> str:
    """Ask for an approved rendering in this unit, or for the translation that an earlier unit has."""
    if finding.term:
        return missing(finding)
    return f"Translate as elsewhere, “{_first(finding)}”, unless this place needs another translation."


def forbidden(finding: Finding) -> str:
    """Ask for a rendering that is not forbidden."""
    expected = f"use {choice(finding.expected)}" if finding.expected else "say it otherwise"
    return f"Do not use “{finding.found}” for {finding.term}: {expected}."


def figure(finding: Finding) -> str:
    """Ask to correct, add or remove a number or date."""
    own, theirs = finding.sides
    if own is None:
        return _superfluous(finding)
    if theirs is None:
        return f"Translate “{own.text}”: the translation leaves it out."
    if finding.source == "ja" and not finding.expected:
        return f"Correct “{finding.found}”: {finding.message}"
    value = "" if _first(finding) in normalize("NFKC", own.text) else f" ({_first(finding)})"
    return f"Correct “{finding.found}”: the {finding.direction.original} has “{own.text}”{value}."


def name(finding: Finding) -> str:
    """Ask for a name or an acronym."""
    own, _ = finding.sides
    if own is None:
        return _superfluous(finding)
    said = f" where the translation says “{finding.found}”" if finding.found else ""
    return f"Name {_first(finding) or own.text}{said}."


def placeholder(finding: Finding) -> str:
    """Ask for a placeholder, a tag or an inline code as it is in the original."""
    own, theirs = finding.sides
    if own is None and theirs is not None and finding.expected:
        return f"Write “{_first(finding)}” in place of “{finding.found}”."
    if own is None and finding.expected:
        return f"Put {', '.join(finding.expected)} into the translation."
    if own is None:
        return _superfluous(finding)
    instead = f" in place of “{finding.found}”" if finding.found else ""
    return f"Put “{own.text}” into the translation{instead}."


def modal(finding: Finding) -> str:
    """Ask for the modal verb of the original."""
    own, _ = finding.sides
    meant = f" ({_first(finding)})" if finding.expected else ""
    return f"Correct “{finding.found}”: the {finding.direction.original} has “{own.text if own else ''}”{meant}."


def negation(finding: Finding) -> str:
    """Ask for the negation of the Japanese in the English, or for the removal of one that only the English has."""
    if finding.ja is not None and finding.en is None:
        return f"Translate “{finding.ja.text}” with words that deny, forbid or except it."
    return figure(finding)


def untranslated(finding: Finding) -> str:
    """Ask for a translation, or for the original of one."""
    if finding.message == finding.direction.no_original:
        return f"Give the {finding.direction.original} of “{finding.found}”, or take it out."
    if finding.source == "en":
        return _into_japanese(finding)
    ja, en = (text.strip() for text in finding.texts)
    if not ja:
        return "Translate the English into Japanese: there is no translation."
    if not finding.found:
        return "Translate the Japanese: there is no translation."
    if finding.ja is None and any(map(str.isalpha, finding.found)) and not any(map(is_japanese, finding.found)):
        return f"Take out “{finding.found}”: it is about the translation, and not part of it."
    if finding.ja is not None and not any(map(is_japanese, ja)):
        return f"{finding.message} Give the Japanese and its English translation."
    if finding.found.strip() == en != ja:
        return f"Translate the Japanese: “{finding.found}” is not a translation."
    return f"Translate “{finding.found}”: it is left as it is in the Japanese."


def as_found(finding: Finding) -> str:
    """Return the message of a finding that needs no other instruction."""
    return finding.message


def _superfluous(finding: Finding) -> str:
    return f"Take out “{finding.found}”: the {finding.direction.original} does not have it."


def _first(finding: Finding) -> str:
    return finding.expected[0] if finding.expected else ""


def _into_japanese(finding: Finding) -> str:
    """Ask for a translation into Japanese."""
    ja = finding.texts[0].strip()
    if not ja:
        return "Translate the English: there is no translation."
    if finding.found.strip() == ja:
        return f"{finding.message} Translate the English into Japanese."
    return f"Translate “{finding.found}”: it is left in English."
