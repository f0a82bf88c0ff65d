"""A long document: whether the time of a text follows its length."""

from itertools import islice

from benchmarks.data import Folder
from benchmarks.measures.speed import seconds
from benchmarks.memory import peak
from benchmarks.report import Measure, Report, Table
from termalign import Aligner

_SENTENCES = (1, 5, 20, 80, 320)
_ENOUGH = 10.0  # seconds a document


def run(folder: Folder, limit: int) -> Report:
    """Documents of up to 320 sentence pairs, or the most there are within twice `limit`."""
    pairs = [(ja, en) for _, ja, en in islice(folder.running_text(), 2 * limit)]
    longest = max(n for n in _SENTENCES if n <= len(pairs))
    aligner = Aligner()
    for pair in pairs[:longest]:  # its terms are met before, so that length alone makes the difference
        aligner.align(*pair)
    figures: dict[str, float] = {}
    rows = []
    for n in _SENTENCES[: _SENTENCES.index(longest) + 1]:
        documents = [pairs[k : k + n] for k in range(0, longest, n)][: max(1, 80 // n)]
        texts = [("".join(ja for ja, _ in d), " ".join(en for _, en in d)) for d in documents]
        spent = seconds(lambda texts=texts: [aligner.align(*text) for text in texts])  # type: ignore[misc]
        a_sentence = 1000 * spent / sum(map(len, documents))
        characters = sum(len(ja) for ja, _ in texts) // len(texts)
        figures[f"{n}/ms_a_sentence"] = a_sentence
        rows.append((n, characters, 1000 * spent / len(texts), a_sentence))
        if spent > _ENOUGH * len(texts):
            break  # what is longer would take longer still
    figures["rss_mb"] = peak()
    columns = ("sentences", "Japanese characters", "ms a document", "ms a sentence")
    return Report(figures, [Table(columns, tuple(rows))])


MEASURE = Measure(
    "long-document",
    "Time against length",
    "Consecutive sentence pairs of news joined to one text and one translation. Where time follows length, the last "
    "column stays what it is.",
    run,
    "NTREX-128 news.",
)
