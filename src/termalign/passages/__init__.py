"""The division of a long text and its translation into corresponding passages.

Comparing every term of a document with all of its English takes time that grows with the square of its length, and lets a word
two hundred sentences away compete with the one that renders the term. So a long text is cut into passages first, and each is
aligned by itself. The objective is that of sentence alignment: of all ways to cut both texts, in their order, into beads of no
or a few sentences a side, take the one whose beads have the greatest sum of evidence, that is of log odds that what the two
sides of a bead share (words by their glosses, names, numbers, letters) and how long they are is no accident, less what a bead
of its shape costs. What a bead leaves without a counterpart is laid out again by itself, so that a paragraph that stands
elsewhere in the translation finds its own; last, what shares enough to be a pair wherever it stands is one.

The search is bounded. Sentences that share what is rare on both sides are points; the heaviest chain of points that rises on
both sides says about where each sentence has its counterpart, and only around the chain are beads tried (Gale and Church,
"A program for aligning sentences in bilingual corpora", 1993, and Melamed, "Bitext maps and alignment via pattern recognition",
1999, by what is cheap to look up).
"""

from termalign.passages.document import Passage, passages

__all__ = ["Passage", "passages"]
