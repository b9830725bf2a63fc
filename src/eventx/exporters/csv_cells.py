"""Cells of CSV files that a spreadsheet may open."""

from __future__ import annotations

from eventx.printable import printable

# A cell that begins so is a formula to spreadsheets: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@")


def cell(value: object) -> str:
    """The value as text that is never a formula: what would be one begins with an apostrophe.

    >>> cell("=1+1"), cell(7)
    ("'=1+1", '7')
    """
    text = printable(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
