"""The measures, one a file, in the order in which they are run and shown."""

from benchmarks.measures import (
    abbreviations,
    abstention,
    article,
    calibration,
    links,
    located,
    long_document,
    namings,
    retrieval,
    speed,
    term_list,
    words,
)
from benchmarks.report import Measure

MEASURES: tuple[Measure, ...] = (
    located.MEASURE,
    links.MEASURE,
    words.MEASURE,
    article.MEASURE,
    namings.MEASURE,
    abbreviations.MEASURE,
    retrieval.KATAKANA,
    retrieval.COMPANIES,
    abstention.MEASURE,
    calibration.MEASURE,
    speed.MEASURE,
    long_document.MEASURE,
    term_list.MEASURE,
)
