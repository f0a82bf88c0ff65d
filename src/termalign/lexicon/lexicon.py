"""The `Lexicon`: an immutable stack of dictionaries, learned renderings and the user's glossary."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from numbers import Real
from typing import Self

from termalign.arguments import checked, path_given
from termalign.formats.glossaries import GlossaryEntry, GlossaryLike, given_entries
from termalign.formats.glossaries.entry import renderings_of
from termalign.learned import Model
from termalign.lexicon.entries import KanjiEntry, NameEntry, Rendering, WordEntry
from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.metadata import metadata
from termalign.lexicon.store import PACKAGED, Store, open_store

_PACKAGED_PATH = str(PACKAGED)

_Layer = Mapping[str, tuple[Rendering, ...]]


@dataclass(frozen=True, eq=False, repr=False)
class Lexicon:
    """The dictionaries, with learned renderings and the user's glossary on top.

    A lexicon is immutable: adding a layer returns a new lexicon. It holds a path and plain data, and can be pickled. It is
    equal only to itself, not to an unpickled copy, because caches look it up by identity: comparing large glossaries would
    take time. Its file is opened at the first look-up, once for each process and thread.

    Parameters
    ----------
    file : str, optional
        A compiled lexicon file, as made by `build_lexicon`. By default the packaged file is used, wherever it is installed,
        so a pickled lexicon also works on another machine.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"匿名・流動型犯罪グループ": "Tokuryu"})
    >>> lexicon.renderings("匿名・流動型犯罪グループ")[0].en
    'Tokuryu'
    >>> [gloss.text for gloss in lexicon.words("詐欺")[0].glosses][:2]
    ['fraud', 'swindle']
    >>> [name.romaji for name in lexicon.names("北川景子")]
    ['Kitagawa Keiko']
    """

    file: str | None = None
    """The compiled file; None for the packaged one."""
    _glossary: _Layer = field(default_factory=dict)
    _learned: _Layer = field(default_factory=dict)
    _longest: int = 0
    model: Model | None = None
    """The model learned from sentence pairs (see `Aligner.fit`): it adds evidence for links, but no terms."""
    glossary_entries: tuple[GlossaryEntry, ...] = ()
    """The entries of the glossary, with their notes and forbidden renderings, which are not evidence for links."""

    def __post_init__(self) -> None:
        if self.file is not None:
            path_given(self.file, "file")

    def __getstate__(self) -> dict[str, object]:
        """Return the fields, without what is cached in the lexicon."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def __repr__(self) -> str:
        """Return the number of terms of each layer, and the file unless it is the packaged one."""
        file = [] if self.file is None else [repr(self.file)]
        layers = [f"{name}={size}" for name, size in self.layer_sizes().items() if size]
        model = [] if self.model is None else [f"model={self.model!r}"]
        return f"Lexicon({', '.join(file + layers + model)})"

    def __dir__(self) -> list[str]:
        """Return the public attributes, so that completion shows nothing else."""
        about = ["default", "file", "glossary_entries", "glossary_terms", "layer_sizes", "metadata", "model", "path"]
        looked_up = ["associations", "has", "kanji", "names", "related", "renderings", "words"]
        return sorted([*about, *looked_up, "with_glossary", "with_learned", "with_model"])

    @classmethod
    def default(cls) -> "Lexicon":
        """Return the packaged lexicon, always the same object.

        Raises
        ------
        LexiconError
            At the first look-up, if the packaged lexicon has not been compiled.
        """
        return _default()

    def words(self, term: str) -> tuple[WordEntry, ...]:
        """Return the dictionary entries of words that are written as `term`, the likeliest first."""
        return self._store.words(term)

    def names(self, term: str) -> tuple[NameEntry, ...]:
        """Return the proper names that are written as `term`."""
        return self._store.names(term)

    def kanji(self, character: str) -> KanjiEntry | None:
        """Return the readings and meanings of a character, or None if the dictionary does not have it."""
        return self._store.kanji(character)

    def has(self, term: str) -> bool:
        """Return whether any layer has `term` as a word or a name."""
        if self._glossary or self._learned:
            checked(term, "term")
            key = headword_key(term)
            if key in self._glossary or key in self._learned:
                return True
        return self._store.has(term)

    def may_be_clipped(self, term: str) -> bool:
        """Return False only if it is certain that no word in the dictionary is short for `term` (`WordEntry.clip_of`)."""
        return self._store.may_be_clipped(term)

    def renderings(self, term: str) -> tuple[Rendering, ...]:
        """Return the renderings of a term: first those of the glossary, then learned ones, then the dictionary's glosses.

        A rendering in several sources is listed only once, under the first.

        Examples
        --------
        >>> lexicon = Lexicon.default().with_glossary({"詐欺": "scam"})
        >>> [(found.en, found.source) for found in lexicon.renderings("詐欺")][:3]
        [('scam', 'glossary'), ('fraud', 'dictionary'), ('swindle', 'dictionary')]
        """
        found = {rendering.en: rendering for rendering in self.told(term)}
        for word in self.words(term):
            for gloss in word.glosses:
                found.setdefault(gloss.text, Rendering(gloss.text, "dictionary", 1 / (1 + gloss.sense), gloss.note))
        return tuple(found.values())

    def told(self, term: str) -> tuple[Rendering, ...]:
        """Return the renderings of a term in the glossary, followed by those in the learned layer.

        A rendering in both is listed only once, under the glossary.
        """
        if not self._glossary and not self._learned:
            return ()
        checked(term, "term")
        key = headword_key(term)
        ours = self._glossary.get(key, ())
        learned = self._learned.get(key, ())
        if not ours or not learned:
            return ours or learned
        known = {rendering.en for rendering in ours}
        return ours + tuple(rendering for rendering in learned if rendering.en not in known)

    def writings(self, key: str) -> tuple[str, ...]:
        """Return other spellings of a word, which differ in okurigana, kana or ー.

        Spellings with another kanji (交叉, 交差) are marked with ``!``: most, but not all of them, are the same word.

        Parameters
        ----------
        key : str
            The word, folded by `termalign.lexicon.folding.folded`.

        Examples
        --------
        >>> from termalign.lexicon.folding import folded
        >>> Lexicon.default().writings(folded("引越"))
        ('ひっこし', '引っ越し', '引越し')
        """
        return self._store.writings(key)

    def related(self, stem: str) -> tuple[tuple[str, float], ...]:
        """Return English stems that often gloss the same Japanese words as `stem`, with a weight in (0, 1]."""
        return tuple(self._store.related(stem).items())

    def all_relatives(self, stems: Iterable[str]) -> list[Mapping[str, float]]:
        """Return `related` of each of `stems` as a mapping from stem to weight, the strongest first."""
        return list(map(self._store.related, stems))

    def associations(self, character: str) -> tuple[tuple[str, float], ...]:
        """Return the English stems that gloss the compounds of a kanji, with their probability."""
        return tuple(self._store.associations(character).items())

    def associates(self, character: str) -> Mapping[str, float]:
        """Return `associations` as a mapping from stem to probability, the likeliest first."""
        return self._store.associations(character)

    def with_glossary(self, glossary: GlossaryLike | None) -> Self:
        """Return a lexicon with the user's terms on top; they replace an earlier glossary's entries for these terms.

        With None, return a lexicon without a glossary.

        Parameters
        ----------
        glossary : Glossary, mapping, iterable of (ja, en) pairs, path, or None
            The glossary. A path is read with `Glossary.read`.

        Raises
        ------
        GlossaryError
            If the file is not a glossary.
        """
        if glossary is None:
            longest = max(map(len, self._learned), default=0)
            return replace(self, _glossary={}, _longest=longest, glossary_entries=())
        layer: dict[str, tuple[Rendering, ...]] = {}
        entries = given_entries(glossary)
        for entry in entries:
            renderings = tuple([Rendering(en, "glossary", 1.0, entry.note) for en in renderings_of(entry)])
            if renderings:
                key = headword_key(entry.ja)
                layer[key] = tuple(dict.fromkeys((*layer.get(key, ()), *renderings)))
        replaced = {headword_key(entry.ja) for entry in entries}
        kept = [entry for entry in self.glossary_entries if headword_key(entry.ja) not in replaced]
        before = {key: renderings for key, renderings in self._glossary.items() if key not in replaced}
        return replace(
            self,
            _glossary={**before, **layer},
            _longest=self._longest_with(layer),
            glossary_entries=(*entries, *kept),
        )

    def with_learned(self, learned: Mapping[str, Iterable[tuple[str, float]]]) -> Self:
        """Return a lexicon with learned renderings.

        Parameters
        ----------
        learned : mapping of str to iterable of (str, float)
            For each Japanese term, its English renderings, best first, each with a weight in (0, 1].

        Raises
        ------
        TypeError, ValueError
            If `learned` is not such a mapping; the message names the term.
        """
        if not isinstance(learned, Mapping):
            raise TypeError(f"learned must be a mapping from terms to renderings, not {type(learned).__name__}")
        layer: dict[str, tuple[Rendering, ...]] = {}
        for ja, renderings in learned.items():
            checked(ja, "a learned term")
            if isinstance(renderings, str | bytes) or not isinstance(renderings, Iterable):
                raise TypeError(f"learned[{ja!r}] must be a list of (English, weight), not {renderings!r}")
            layer[headword_key(ja)] = tuple([_learned(ja, rendering) for rendering in renderings])
        return replace(self, _learned={**self._learned, **layer}, _longest=self._longest_with(layer))

    def with_model(self, model: Model | None) -> Self:
        """Return a lexicon with a learned model in place of an earlier one; with None, a lexicon without a model.

        Raises
        ------
        TypeError
            If `model` is not a model.
        """
        if model is not None and not isinstance(model, Model):
            raise TypeError(f"model must be a Model, not {type(model).__name__}; for a file, pass Model.load(path)")
        return replace(self, model=model)

    def _longest_with(self, layer: _Layer) -> int:
        return max(self._longest, max(map(len, layer), default=0))

    @property
    def glossary_terms(self) -> frozenset[str]:
        """The Japanese terms (NFKC) of the glossary and of the learned layer."""
        return frozenset(self._glossary) | frozenset(self._learned)

    @property
    def longest_glossary_term(self) -> int:
        """The number of characters of the longest of `glossary_terms`, or 0.

        Examples
        --------
        >>> Lexicon.default().with_glossary({"匿流": "Tokuryu"}).longest_glossary_term
        2
        """
        return self._longest

    def layer_sizes(self) -> dict[str, int]:
        """Return the number of terms of each layer: ``"glossary"`` and ``"learned"``."""
        return {"glossary": len(self._glossary), "learned": len(self._learned)}

    def metadata(self) -> dict[str, object]:
        """Return the sources with versions and dates, the counts, and the licence, as shown by ``termalign lexicon info``."""
        return metadata(self.path, self.layer_sizes(), self.model)

    @property
    def path(self) -> str:
        """The path of the compiled file."""
        return _PACKAGED_PATH if self.file is None else self.file

    @property
    def _store(self) -> Store:
        return open_store(self.path)


def _learned(ja: str, rendering: object) -> Rendering:
    """Return a learned rendering of a term, after checking its type and weight."""
    if not isinstance(rendering, tuple | list) or len(rendering) != 2 or not isinstance(rendering[1], Real):
        raise TypeError(f"learned[{ja!r}] must be a list of (English, weight), not of {rendering!r}")
    en, weight = rendering[0], float(rendering[1])
    checked(en, f"learned[{ja!r}]: en")
    if not 0 < weight <= 1:
        raise ValueError(f"learned[{ja!r}]: a weight must be above 0 and at most 1, not {weight}")
    return Rendering(en, "learned", weight, "")


@cache
def _default() -> Lexicon:
    return Lexicon()
