"""Terms picked in texts that no weight was fitted on."""

from pathlib import Path

from benchmarks.data import Folder
from benchmarks.measures.located import report
from benchmarks.report import Measure, Report

UNSEEN = Path(__file__).parents[1] / "labels/unseen_given"


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` terms of each set; they are part of the repository, not of the `folder`."""
    return report(Folder(UNSEEN), sorted(path.stem for path in UNSEEN.glob("*.jsonl")), limit)


MEASURE = Measure(
    "picked",
    "Terms picked in texts that nothing was fitted on",
    "As for [located terms](#terms-located-in-a-sentence), but no weight is fitted on these texts, which are in the "
    "repository, in `benchmarks/labels/unseen_given`. *legal* has terms as a legal dictionary has them, among them verbs "
    "as they stand in the sentence. *predicates* has other expressions than plain nouns: inflected verbs, adjectives, adverbs, "
    "conjunctions, compound particles and phrases, such as と認めるとき.",
    run,
    "Statutes, contracts, judgments, patents, manuals, news, letters, fiction and scholarly prose, written and annotated "
    "by hand for this project.",
)
