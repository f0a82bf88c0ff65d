"""Words: alignment error rate over given tokens, and that of two neural aligners on the same pairs."""

import re
import time
from collections.abc import Collection, Iterable, Sequence

from benchmarks.chances import share
from benchmarks.data import Folder
from benchmarks.report import Measure, Report, Table
from termalign import Aligner

WordLink = tuple[int, int]

FUNCTION_WORDS = frozenset(
    """the a an of in on at to for from by with and or as is was were are be been being that which who this it its his
    her he she they their them not no also into than then there these those has have had do did does
    . , ' ( ) ; : - -- 's " ! ?""".split()
)
"""English tokens, as they are written, that content words are not."""
_OTHERS = "Neural models, not fitted on these sentences"
KANA_ONLY = re.compile(r"^[ぁ-ん、。「」（）()『』・，．\-\s〜~]+$")


class Tally:
    """Links counted over many sentences."""

    def __init__(self) -> None:
        self.right = self.said = self.known = 0

    def add(self, said: Collection[WordLink], known: Collection[WordLink]) -> None:
        """Count those of one sentence."""
        self.right += len(set(said) & set(known))
        self.said += len(set(said))
        self.known += len(set(known))

    @property
    def error_rate(self) -> float:
        """AER where every known link is sure: 1 − 2 |right| / (|said| + |known|)."""
        return 1.0 - share(2 * self.right, self.said + self.known)

    @property
    def precision(self) -> float:
        return share(self.right, self.said)

    @property
    def recall(self) -> float:
        return share(self.right, self.known)


def content(links: Iterable[WordLink], ja: Sequence[str], en: Sequence[str]) -> list[WordLink]:
    """The links between content words: the Japanese token is not hiragana or punctuation only, nor the English one a
    function word or punctuation."""
    return [
        (i, j)
        for i, j in links
        if not KANA_ONLY.match(ja[i]) and en[j] not in FUNCTION_WORDS and re.search(r"\w", en[j])
    ]


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` sentence pairs."""
    aligner = Aligner()
    every = {name: Tally() for name in ("termalign", "Cross-Align", "awesome-align")}
    meaning = {name: Tally() for name in every}
    records = folder.records("kftt_words.jsonl")[:limit]
    spent = 0.0
    for record in records:
        ja, en = record["ja_tokens"], record["en_tokens"]
        began = time.perf_counter()
        mine = aligner.align_words(ja, en)
        spent += time.perf_counter() - began
        known = _links(record["links"])
        said = {"termalign": mine, "Cross-Align": record["cross_align"], "awesome-align": record["awesome_align"]}
        for name, links in said.items():
            every[name].add(_links(links), known)
            meaning[name].add(content(_links(links), ja, en), content(known, ja, en))
    figures: dict[str, float] = {"sentences": len(records), "ms": share(1000 * spent, len(records))}
    for name, tally in meaning.items():
        figures |= {
            f"{name}/content_aer": tally.error_rate,
            f"{name}/content_precision": tally.precision,
            f"{name}/content_recall": tally.recall,
            f"{name}/aer": every[name].error_rate,
        }
    ours, *others = ((n, t.error_rate, t.precision, t.recall, every[n].error_rate) for n, t in meaning.items())
    columns = ("aligner", "content AER", "content precision", "content recall", "AER of all links")
    return Report(figures, [Table(columns, (ours,)), Table(columns, tuple(others), _OTHERS)])


def _links(found: Iterable[Sequence[int]]) -> list[WordLink]:
    return [(i, j) for i, j in found]


MEASURE = Measure(
    "words",
    "Words",
    "`align_words` links the tokens of hand-aligned sentences. AER, the alignment error rate, is 1 − 2·right / (found "
    "+ known); lower is better. *Content* excludes links whose Japanese token is hiragana or punctuation, and links "
    "whose English token is a function word or punctuation. termalign links content words only, so its AER of all "
    "links means little. The published output of the neural models is counted in the same way.",
    run,
    "KFTT hand alignments, all sure.",
    in_sample=True,
)
