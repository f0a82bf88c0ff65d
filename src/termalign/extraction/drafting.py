"""The extraction of terms from a bitext."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from termalign.aligner import Aligner
from termalign.arguments import instance_of, instances_of, score_of, strings, whole_number
from termalign.extraction.association import associations
from termalign.extraction.forms import Usage, citation_form, cited_as_elsewhere, usage
from termalign.extraction.observation import Observation, Sighting, observed
from termalign.extraction.occurrences import terms_of
from termalign.extraction.ranking import Proposal, proposals
from termalign.extraction.regrouping import regrouped
from termalign.extraction.spool import Spool
from termalign.extraction.tally import RenderingTally, count_meetings, frequent, tallied, together
from termalign.extraction.term_entry import Example, Form, Rendering, TermEntry
from termalign.extraction.termbase import Termbase
from termalign.formats.pairs import Pairs, Unit, units_of
from termalign.lexicon import Lexicon
from termalign.termbase import Glossary, GlossaryLike, spelling_key
from termalign.text import bare, excerpt

LEAST_LINK = 0.1  # lowest score of a link to count; weak links count because they may recur
_AROUND = 120  # code points of an example shown on either side of a term or rendering
_NAMED = 0.2  # share of links with a capital like a name's from which the rendering is one
_MOST_TERMS = 100_000  # number of the most frequent terms to count in detail


class Options(TypedDict, total=False):
    """The settings of `extract`; see its docstring."""

    aligner: Aligner | None
    known: GlossaryLike | None
    stop: Iterable[str]
    min_count: int
    min_score: float
    examples: int
    n_process: int


def extract(
    pairs: Pairs,
    *,
    aligner: Aligner | None = None,
    known: GlossaryLike | None = None,
    stop: Iterable[str] = (),
    min_count: int = 1,
    min_score: float = 0.5,
    examples: int = 2,
    n_process: int = 1,
) -> "Termbase":
    """Propose the terms of a bitext with their renderings.

    All pairs are aligned, and the evidence for each term is pooled: how often which words render it, and how often it occurs
    in the same pairs as these words. A term that single pairs do not link, such as a compound that is not rendered part by
    part, gets the words that most of its pairs have. A term is proposed if it is more frequent in the bitext than in general
    text, and one of its renderings is likely enough.

    Parameters
    ----------
    pairs : iterable of (ja, en), or path
        Sentences or paragraphs with their translations, or the path of a bitext file. They are read once and never all held
        in memory. A third member of a pair is its name.
    aligner : Aligner, optional
        An aligner with your settings. The renderings of its glossary are trusted.
    known : Glossary, or any argument of `Glossary.of`, optional
        Terms to leave out, in any spelling.
    stop : iterable of str
        More terms to leave out.
    min_count : int
        The minimum number of pairs with a term.
    min_score : float
        The minimum probability of a rendering, 0 to 1.
    examples : int
        The maximum number of examples for each term.
    n_process : int
        The number of processes, including this one.

    Returns
    -------
    Termbase
        The entries, best first.

    Raises
    ------
    TypeError, ValueError
        If an argument is invalid.
    FormatError, OSError
        If `pairs` is a file that cannot be read.

    Notes
    -----
    Memory is bounded by the counts of the 100,000 most frequent terms. The links are stored in two temporary files, each of
    about half a kilobyte per pair, which are read several times.

    Examples
    --------
    >>> pairs = [
    ...     ("引数は省略できる。", "The argument can be omitted."),
    ...     ("引数リストの長さ", "the length of the argument list"),
    ...     ("二つの引数を取る。", "It takes two arguments."),
    ... ]
    >>> [(entry.ja, [rendering.text for rendering in entry.en], entry.count) for entry in extract(pairs)][0]
    ('引数', ['argument'], 3)
    """
    if aligner is None:
        aligner = Aligner(min_score=LEAST_LINK)
    instance_of(aligner, Aligner, "aligner")
    extraction = Extraction(
        known=known,
        stop=stop,
        min_count=min_count,
        min_score=min_score,
        examples=examples,
        lexicon=aligner.lexicon,
    )
    return extraction.terms(observations(units_of(pairs), aligner, n_process))


def observations(units: Iterable[Unit], aligner: Aligner, n_process: int = 1) -> Iterator[Observation]:
    """Align pairs and yield an observation of each, in order."""
    instance_of(aligner, Aligner, "aligner")
    names: deque[str] = deque()

    def texts() -> Iterator[tuple[str, str]]:
        for number, unit in enumerate(instances_of(units, Unit, "units"), 1):
            names.append(unit.id or str(number))
            yield bare(unit.ja).text, bare(unit.en).text

    for alignment in aligner.pipe(texts(), n_process=n_process, situation="translation"):
        yield observed(names.popleft(), alignment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The settings of `extract`, and a method that turns observations into terms.

    The observations may have been made in another process.
    """

    known: GlossaryLike | None = None
    stop: Iterable[str] = ()
    min_count: int = 1
    min_score: float = 0.5
    examples: int = 2
    lexicon: Lexicon = field(default_factory=Lexicon.default)
    _left_out: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        score_of(self.min_score)
        whole_number(self.min_count, "min_count")
        whole_number(self.examples, "examples", 0)
        instance_of(self.lexicon, Lexicon, "lexicon")
        glossary = Glossary() if self.known is None else Glossary.of(self.known)
        terms = [*(entry.ja for entry in glossary), *strings(self.stop, "stop", "stop: a term")]
        object.__setattr__(self, "_left_out", frozenset(map(spelling_key, terms)))

    def terms(self, seen: Iterable[Observation]) -> Termbase:
        """Return the terms of a bitext, given the observations of its pairs."""
        with Spool[Observation]() as aligned, Spool[Observation]() as spool:
            units = sum(1 for _ in aligned.kept(instances_of(seen, Observation, "seen")))
            words = terms_of(aligned)
            found = associations(aligned, words)
            counts = frequent(spool.kept(regrouped(each, found, words) for each in aligned), _MOST_TERMS)
            written = together(counts, spelling_key)
            tallies = tallied(spool, written)
            count_meetings(spool, tallies, written)
            chosen = [
                proposal
                for proposal in proposals(tallies, self.min_score, self.lexicon.has, self._is_common)
                if proposal.tally.units >= self.min_count and spelling_key(proposal.key) not in self._left_out
            ]
            shown = examples_of(spool, {p.key: p.renderings[0][0] for p in chosen}, written, self.examples)
            renderings = [rendering for proposal in chosen for _, rendering, _ in proposal.renderings]
            english = usage((each.forms for each in renderings), (each.forms for each in renderings if _is_name(each)))
            return Termbase(tuple([_entry(p, shown.get(p.key, ()), english) for p in chosen]), units)

    def _is_common(self, term: str) -> bool:
        return any(word.common for word in self.lexicon.words(term))


def _entry(proposal: Proposal, examples: Iterable[Example], written: Usage) -> TermEntry:
    (ja, _), *others = proposal.tally.spellings.most_common()
    renderings = [_rendering(tally, chance, written) for _, tally, chance in proposal.renderings]
    return TermEntry(
        ja,
        tuple([Form(*other) for other in others]),
        tuple(renderings),
        proposal.tally.times,
        proposal.tally.units,
        round(proposal.termhood, 2),
        tuple(examples),
    )


def _rendering(tally: RenderingTally, chance: float, written: Usage) -> Rendering:
    form = cited_as_elsewhere(citation_form(tally.forms), written, is_name=_is_name(tally))
    counted = tuple([Form(*each) for each in tally.forms.most_common()])
    return Rendering(form, round(chance, 4), tally.links, tally.kinds.most_common(1)[0][0], counted)


def _is_name(tally: RenderingTally) -> bool:
    return tally.named >= _NAMED * tally.links


def examples_of(
    observations: Iterable[Observation], wanted: Mapping[str, str], written: Mapping[str, str], most: int
) -> dict[str, list[Example]]:
    """Return at most `most` examples of each wanted term with its rendering, those with the best links first.

    `wanted` gives the key of the rendering for each term, and `written` the term for each spelling.
    """
    found: dict[str, list[tuple[float, Example]]] = {}
    for seen in observations if most else ():
        for s in seen.sightings:
            key = written.get(seen.term(s), "")
            if s.i == s.j or wanted.get(key) != seen.key(s.i, s.j):
                continue
            best = found.setdefault(key, [])
            score = s.score - s.within  # prefer examples in which the term is not part of a longer one
            if len(best) < most or score > best[-1][0]:
                best.append((score, _example(seen, s)))
                best.sort(key=lambda scored: -scored[0])
                del best[most:]
    return {key: [example for _, example in best] for key, best in found.items()}


def _example(seen: Observation, s: Sighting) -> Example:
    ja, term = excerpt(seen.ja, s.start, s.end, _AROUND)
    en, rendering = excerpt(seen.en, s.en_start, s.en_end, _AROUND)
    return Example(seen.unit, ja, en, term, rendering)
