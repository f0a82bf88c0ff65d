"""The measures, one a file, in the order in which they are run and shown."""

from benchmarks.measures import (
    abbreviations,
    abstention,
    article,
    calibration,
    documents,
    extraction,
    links,
    lists,
    located,
    namings,
    picked,
    retrieval,
    speed,
    term_list,
    unseen,
    words,
)
from benchmarks.report import Measure

MEASURES: tuple[Measure, ...] = (
    located.MEASURE,
    links.MEASURE,
    unseen.MEASURE,
    picked.MEASURE,
    lists.MEASURE,
    words.MEASURE,
    article.MEASURE,
    namings.MEASURE,
    abbreviations.MEASURE,
    retrieval.KATAKANA,
    retrieval.COMPANIES,
    abstention.MEASURE,
    calibration.MEASURE,
    speed.MEASURE,
    documents.MEASURE,
    term_list.MEASURE,
    extraction.MEASURE,
)
