"""Warnings that point at the line of the caller's code that called the library."""

import sys
import warnings
from types import FrameType


def warn(message: str, category: type[Warning] = UserWarning) -> None:
    """Issue a warning at the nearest line that is not the library's own, however many of its functions lie between.

    Python's default filters show a warning once for each line at which it is issued, and a filter may name its module.
    """
    level = 1
    frame: FrameType | None = sys._getframe()
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == __package__:
        level, frame = level + 1, frame.f_back
    warnings.warn(message, category, stacklevel=level)
