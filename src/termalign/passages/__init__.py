"""The division of a long text and its translation into corresponding passages.

If every term of a document were compared with all of the English, the time would grow with the square of the length,
and a word two hundred sentences away would compete with the right one. So a long text is first cut into passages, which
are aligned one by one.

The objective is that of sentence alignment. Both texts are cut, in order, into beads of zero to three sentences a side,
so that the sum of the evidence of all beads is greatest. The evidence of a bead is the log odds that its two sides
share so much (glosses, names, numbers, letters) and have such lengths not by chance, less a price for its shape.
Sentences without a counterpart are then laid out again on their own, to find paragraphs that the translation has moved.
Finally, single sentences that share enough are paired wherever they are.

The search is bounded. Two sentences that share something rare are a point. The heaviest chain of points that rises on
both sides shows roughly where each sentence has its counterpart, and beads are tried only around that chain (Gale and
Church, "A program for aligning sentences in bilingual corpora", 1993, and Melamed, "Bitext maps and alignment via
pattern recognition", 1999; here with evidence that is cheap to look up).
"""

from termalign.passages.passages import Passage, passages

__all__ = ["Passage", "passages"]
