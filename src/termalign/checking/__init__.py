"""Checks of translations between Japanese and English, with as few false alarms as possible."""

from termalign.checking.checking import check
from termalign.checking.decisions import Suppressions, read_baseline, unknown, write_baseline
from termalign.checking.finding import Finding
from termalign.checking.reports.repair import repair

__all__ = ["Finding", "Suppressions", "check", "read_baseline", "repair", "unknown", "write_baseline"]
