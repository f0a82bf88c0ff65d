"""Spans, reasons, parts and links made quickly: a text has a hundred of them.

A frozen data class sets each of its fields by a call. Here an object is made in the shape of a class that is not frozen, which
then becomes the real one, in less than half of the time. Arguments go by position.
"""

from typing import TYPE_CHECKING

from termalign.model import Evidence, Link, Part, Span

if TYPE_CHECKING:
    span, reason, part, link = Span, Evidence, Part, Link
else:

    class span:
        """Make a `Span`."""

        __slots__ = Span.__slots__

        def __init__(self, start, end, text):
            self.start = start
            self.end = end
            self.text = text
            self.__class__ = Span

    class reason:
        """Make an `Evidence`."""

        __slots__ = Evidence.__slots__

        def __init__(self, kind, strength, coverage, forms):
            self.kind = kind
            self.strength = strength
            self.coverage = coverage
            self.forms = forms
            self.__class__ = Evidence

    class part:
        """Make a `Part`."""

        __slots__ = Part.__slots__

        def __init__(self, ja, en, kind):
            self.ja = ja
            self.en = en
            self.kind = kind
            self.__class__ = Part

    class link:
        """Make a `Link`."""

        __slots__ = Link.__slots__

        def __init__(self, ja, en, kind, score, evidence, parts):
            self.ja = ja
            self.en = en
            self.kind = kind
            self.score = score
            self.evidence = evidence
            self.parts = parts
            self.__class__ = Link
