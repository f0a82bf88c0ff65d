"""The result of an alignment: two texts and the links between them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from termalign.arguments import checked
from termalign.compact import packed_links, packed_spans, unpacked_links, unpacked_spans
from termalign.formats.characters import encodable, escaped, has_halves
from termalign.members import list_of, mapping_of, member, text_of
from termalign.model import Link, Situation, Span, link_of, span_in
from termalign.text import as_term, without_access_keys

if TYPE_CHECKING:
    from termalign.termbase import GlossaryLike
    from termalign.tokens import Tokens


_MOST_SPACES = 1_000  # that each level of JSON is indented by


class JsonOptions(TypedDict, total=False):
    """The options of `json.dumps`."""

    skipkeys: bool
    ensure_ascii: bool
    check_circular: bool
    allow_nan: bool
    cls: type[json.JSONEncoder] | None
    indent: int | str | None
    separators: tuple[str, str] | None
    default: Callable[[Any], Any] | None
    sort_keys: bool


@dataclass(frozen=True, slots=True, repr=False)
class Alignment:
    """The links between a Japanese and an English text, as a sequence.

    Examples
    --------
    >>> from termalign import align
    >>> found = align(["警察庁", "消費税"], "The National Police Agency (NPA) said so.")
    >>> found.renderings()
    {'警察庁': ['NPA', 'National Police Agency']}
    >>> [span.text for span in found.unaligned]
    ['消費税']
    """

    ja: str
    """The Japanese text as given; the terms of a list are joined with ``"\\n"``, without the white space around them."""
    en: str
    """The English text as given."""
    links: tuple[Link, ...] = ()
    """The links, in Japanese order: iterating over the alignment yields them, and ``alignment[0]`` is the first."""
    unaligned: tuple[Span, ...] = ()
    """Japanese terms that nothing in the English renders. In a text, a compound is not listed if any part of it has a link: if
    the English has only *separatists* for カタルーニャ人分離主義者, カタルーニャ人 is not listed.
    """
    situation: Situation | None = field(default=None, compare=False)
    """How the two sides were read: ``"translation"``, as a text and its translation; ``"terms"``, as terms and a text that
    mentions them; ``"both"``, in both of these ways, because neither was clearly right; ``"mixed"``, as one text in both
    languages. None if unknown, as in an alignment read from a file. Comparing two alignments ignores it.
    """
    complete: bool = field(default=True, compare=False)
    """Whether everything was compared. If not, `Aligner.max_comparisons` was reached: terms further on in the texts may lack
    links, and may be in `unaligned` without having been searched for.
    """

    def __iter__(self) -> Iterator[Link]:
        return iter(self.links)

    def __len__(self) -> int:
        return len(self.links)

    @overload
    def __getitem__(self, k: int) -> Link: ...
    @overload
    def __getitem__(self, k: slice) -> tuple[Link, ...]: ...
    def __getitem__(self, k: int | slice) -> Link | tuple[Link, ...]:
        return self.links[k]

    def __repr__(self) -> str:
        """Return both texts, shortened, with the numbers of links and unaligned terms; `explain` shows the links."""
        texts = f"{_shortened(self.ja)}, {_shortened(self.en)}"
        cut = "" if self.complete else ", complete=False"
        return f"Alignment({texts}, links={len(self.links)}, unaligned={len(self.unaligned)}{cut})"

    def __reduce__(self) -> tuple[Any, ...]:
        packed = packed_links(self.links), packed_spans(self.unaligned)
        return _unpacked, (self.ja, self.en, *packed, self.situation, self.complete)

    @property
    def coverage(self) -> float:
        """How much of a text and its translation the links explain, 0 to 1: the lower of two shares.

        One is the share of the Japanese terms that have a link, the other that of the English content words in links; in
        both, each link counts as much as its score. Texts that do not translate each other have a low coverage, and so have
        texts of which one lacks a part of the other. For a list of terms, it says nothing.

        Examples
        --------
        >>> from termalign import align
        >>> translations = "Sakurajima erupted.", "Sakurajima erupted. Schools were closed.", "Add this book to your cart."
        >>> [round(align("桜島が噴火した。", en).coverage, 1) for en in translations]
        [1.0, 0.5, 0.0]
        """
        from termalign.coverage import coverage

        return coverage(self.links, len(self.unaligned), self.en)

    def renderings(self) -> dict[str, list[str]]:
        """Return each term's distinct English renderings, best first, without line breaks, ruby and access keys in them.

        Examples
        --------
        >>> from termalign import align
        >>> align(["警察庁"], "The National Police Agency (NPA) said so. The NPA knows.").renderings()
        {'警察庁': ['NPA', 'National Police Agency']}
        """
        ranked: dict[str, dict[str, float]] = {}
        english = without_access_keys(self.en, self.ja)
        for link in self.links:
            scores, en = ranked.setdefault(as_term(link.ja.text), {}), as_term(english[link.en.start : link.en.end])
            scores[en] = max(link.score, scores.get(en, 0.0))
        return {ja: sorted(scores, key=lambda en: -scores[en]) for ja, scores in ranked.items()}

    def to_dict(self) -> dict[str, Any]:
        """Return the alignment as plain dictionaries, lists, strings and numbers; offsets are code points.

        The key ``"complete"`` is present only if its value is false.

        Examples
        --------
        >>> from termalign import align
        >>> found = align("桜島が噴火した。", "Sakurajima erupted.").to_dict()
        >>> list(found), found["links"][0]["en"]
        (['ja', 'en', 'links', 'unaligned'], {'start': 0, 'end': 10, 'text': 'Sakurajima'})
        """
        return {
            "ja": self.ja,
            "en": self.en,
            "links": [link.to_dict() for link in self.links],
            "unaligned": [span.to_dict() for span in self.unaligned],
            **({} if self.complete else {"complete": False}),
        }

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Alignment":
        """Rebuild an alignment from the result of `to_dict`, or from a parsed line of JSON Lines.

        Raises
        ------
        KeyError
            If a member is missing, except ``evidence`` and ``parts`` of a link, which are optional.
        TypeError, ValueError
            If a member is invalid. A span's offsets must be code points of its text, and its ``text`` must be the text
            at these offsets. The message names the member.

        Examples
        --------
        >>> from termalign import align
        >>> found = align("桜島が噴火した。", "Sakurajima erupted.")
        >>> Alignment.from_dict(found.to_dict()) == found
        True
        """
        return cls(*_members(found), complete=_is_complete(found))

    def to_json(self, **options: Unpack[JsonOptions]) -> str:
        """Return the result of `to_dict` as JSON; `options` are passed to `json.dumps`.

        UTF-8 can encode the result, because lone surrogates are escaped. If two of them are adjacent and
        a reader of JSON would join them into one character, all are written as U+FFFD instead.

        Raises
        ------
        ValueError
            If `indent` is more than 1,000 spaces.
        """
        indent = options.get("indent")
        if isinstance(indent, int) and indent > _MOST_SPACES:
            raise ValueError(f"indent must be at most {_MOST_SPACES:,}")
        settings: JsonOptions = {"ensure_ascii": False, **options}
        found = self.to_dict()
        if has_halves(self.ja) or has_halves(self.en):
            found = json.loads(encodable(json.dumps(found, ensure_ascii=False)))
        return escaped(json.dumps(found, **settings))

    @classmethod
    def from_json(cls, text: str) -> "Alignment":
        """Rebuild an alignment from the result of `to_json`, or from a line of JSON Lines.

        Raises
        ------
        KeyError, TypeError, ValueError
            As for `from_dict`, or if `text` is not JSON.

        Examples
        --------
        >>> from termalign import align
        >>> found = align("桜島が噴火した。", "Sakurajima erupted.")
        >>> Alignment.from_json(found.to_json()) == found
        True
        """
        checked(text, "text")
        return cls.from_dict(json.loads(text))

    def to_pharaoh(self) -> str:
        """Return token pairs ``i-j``, 0-based, in the Pharaoh format of statistical aligners.

        The Japanese tokens are those of `tokenize`, the English ones those of `align_words`. Function words are left
        out.

        Examples
        --------
        >>> from termalign import align
        >>> align("警察庁は詐欺を調べた。", "The National Police Agency looked into fraud.").to_pharaoh()
        '0-2 1-3 3-6'
        """
        return " ".join(f"{i}-{j}" for i, j, _ in self.token_links())

    def tokens(self) -> tuple[list[str], list[str]]:
        """Return the Japanese and the English tokens that `token_links` refers to.

        Examples
        --------
        >>> from termalign import align
        >>> align("桜島が噴火した。", "Sakurajima erupted.").tokens()
        (['桜島', 'が', '噴火', 'し', 'た', '。'], ['Sakurajima', 'erupted'])
        """
        ja, en = self._tokens()
        return ja.forms(), en.forms()

    def token_links(self) -> list[tuple[int, int, float]]:
        """Return token pairs with the scores of their links: ``(i, j, score)``, 0-based, sorted.

        The Japanese tokens are those of `tokenize`, the English ones those of `align_words`. Function words are left
        out.

        Examples
        --------
        >>> from termalign import align
        >>> [(i, j) for i, j, score in align("桜島が噴火した。", "Sakurajima erupted.").token_links()]
        [(0, 0), (2, 1)]
        """
        from termalign.japanese.tagger import tokenize
        from termalign.tokens import token_links

        return token_links(self.links, *self._tokens(), tokenize(self.ja))

    def _tokens(self) -> "tuple[Tokens, Tokens]":
        from termalign.tokens import Tokens

        return Tokens.of_japanese(self.ja), Tokens.of_english(self.en)

    def to_html(self, *, title: str = "Alignment", glossary: "GlossaryLike | None" = None) -> str:
        """Return an HTML page with the picture and the evidence; `termalign.pictures.page` takes many alignments.

        Parameters
        ----------
        title : str
            The title of the page, as plain text.
        glossary : Glossary, or any argument of `Glossary.of`, optional
            Terms with readings, which take precedence in the furigana.

        Examples
        --------
        >>> from termalign import align
        >>> align("桜島が噴火した。", "Sakurajima erupted.").to_html().startswith("<!doctype html>")
        True
        """
        from termalign.pictures import page

        return page([self], title=title, glossary=glossary)

    def to_svg(self, *, width: float | None = None, glossary: "GlossaryLike | None" = None) -> str:
        """Return the picture alone as an SVG document, for a sentence pair or a short text.

        Parameters
        ----------
        width : float, optional
            The maximum width of a line, in pixels; 966 by default.
        glossary : Glossary, or any argument of `Glossary.of`, optional
            Terms with readings, which take precedence in the furigana.

        Raises
        ------
        TypeError, ValueError
            If `width` is not a number above 0.

        Examples
        --------
        >>> from termalign import align
        >>> align("桜島が噴火した。", "Sakurajima erupted.").to_svg().startswith("<svg")
        True
        """
        from termalign.pictures import drawing
        from termalign.pictures.ribbons import WIDTH

        return drawing(self, width=WIDTH if width is None else width, glossary=glossary)

    def _repr_html_(self) -> str:
        """Return the HTML that a notebook shows."""
        from termalign.pictures import fragment

        return fragment(self)

    def explain(self) -> str:
        """Return an explanation of the links: a line for each link, with a line for each of its parts and reasons.

        Examples
        --------
        >>> from termalign import align
        >>> print(align(["桜島"], "Sakurajima erupted.").explain())
        桜島 ↔ Sakurajima  romaji 0...
            romaji 0...: サクラジマ ~ Sakurajima
        """
        lines: list[str] = []
        for link in self.links:
            lines.append(f"{as_term(link.ja.text)} ↔ {as_term(link.en.text)}  {link.kind} {link.score:.2f}")
            for part in link.parts:
                lines.append(f"    {as_term(part.ja.text)} – {as_term(part.en.text)}  {part.kind}")
            for reason in link.evidence:
                lines.append(f"    {reason.kind} {reason.strength:.2f}: {' ~ '.join(map(as_term, reason.forms))}")
        return "\n".join(lines)


def _shortened(text: str) -> str:
    """Return the beginning of a text in quotes, to identify the text."""
    return repr(text if len(text) <= 30 else text[:29] + "…")


def _unpacked(
    ja: str,
    en: str,
    links: Iterable[tuple[Any, ...]],
    unaligned: Iterable[tuple[int, int]],
    situation: Situation | None = None,
    complete: bool = True,
) -> Alignment:
    return Alignment(ja, en, unpacked_links(links, ja, en), unpacked_spans(unaligned, ja), situation, complete)


def _members(found: Mapping[str, Any]) -> tuple[str, str, tuple[Link, ...], tuple[Span, ...]]:
    """Return the texts, links and unaligned terms of an alignment given as a dictionary; see `Alignment.from_dict`."""
    what = "an alignment"
    mapping_of(found, what)
    ja, en = text_of(member(found, "ja", what), "ja"), text_of(member(found, "en", what), "en")
    return (
        ja,
        en,
        tuple(
            link_of(link, f"links[{k}]", ja, en)
            for k, link in enumerate(list_of(member(found, "links", what), "links"))
        ),
        tuple(
            span_in(span, f"unaligned[{k}]", ja)
            for k, span in enumerate(list_of(member(found, "unaligned", what), "unaligned"))
        ),
    )


def _is_complete(found: Mapping[str, Any]) -> bool:
    """Return whether everything was compared for an alignment given as a dictionary; the key is present only if false."""
    said = found.get("complete", True)
    if not isinstance(said, bool):
        raise TypeError(f"complete must be true or false, not {type(said).__name__}")
    return said
