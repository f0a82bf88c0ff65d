"""The formats for the findings of a check, one module each."""

from termalign.checking.reports.page import page
from termalign.checking.reports.repair import repair
from termalign.checking.reports.sarif import sarif
from termalign.checking.reports.table import COLUMNS, WIDTHS, row

__all__ = ["COLUMNS", "WIDTHS", "page", "repair", "row", "sarif"]
