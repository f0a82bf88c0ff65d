"""Cells of tables that a spreadsheet would run as formulas.

A spreadsheet runs cells of a CSV or TSV file that begin with, for example, an equals sign, whoever wrote them
(https://owasp.org/www-community/attacks/CSV_Injection). Termalign writes texts unchanged unless safe cells are requested.
"""

import re

# Includes full-width forms, and leading spaces, which some spreadsheets ignore.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def safe(cell: str) -> str:
    """Return a cell, with an apostrophe before it if a spreadsheet would run it as a formula.

    Examples
    --------
    >>> safe("=1+1"), safe("-5 度"), safe("火山")
    ("'=1+1", "'-5 度", '火山')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell
