"""The public API as a type checker sees it. mypy and pyright read this file (strictly); nothing runs it.

A `type: ignore` here is an assertion too: both report it as unused once the error is gone.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, assert_type

from termalign import (
    Abbreviation,
    Aligner,
    Alignment,
    Evidence,
    Glossary,
    Lexicon,
    Link,
    Part,
    Projection,
    Span,
    Termbase,
    __version__,
    align,
    align_mixed,
    align_words,
    annotate,
    extract,
    find_abbreviations,
    parse_quantities,
    project,
    read_pairs,
    romanizations,
    romanize,
    write_pairs,
)
from termalign import Alinger as Alinger  # type: ignore[attr-defined]
from termalign.formats import GlossaryEntry
from termalign.formats.alignments import alignment_lines
from termalign.kana import romanize_kana
from termalign.learned import Model
from termalign.model import KINDS
from termalign.pictures import page
from termalign.quantities import quantity_rules

JA, EN = "匿名・流動型犯罪グループ", "Anonymous and Fluid Crime Groups"


def functions() -> None:
    assert_type(align(JA, EN), Alignment)
    assert_type(align([JA], EN), Alignment)
    assert_type(align((term for term in (JA,)), EN), Alignment)
    assert_type(align(JA, EN, terms=["匿名", "犯罪"]), Alignment)
    assert_type(align(JA, EN, terms=[(0, 2), (3, 5)]), Alignment)
    assert_type(align(JA, EN, terms=[Span(0, 2, "匿名"), "犯罪"]), Alignment)
    assert_type(align_mixed(f"Tokuryu, short for {JA} ({EN})"), Alignment)
    assert_type(align_words(JA, EN), list[tuple[int, int]])
    assert_type(align_words(["匿名", "の"], ["an", "anonymous"]), list[tuple[int, int]])
    assert_type(romanize(JA), str)
    assert_type(romanize(JA, system="kunrei"), str)
    assert_type(romanizations(JA), list[str])
    assert_type(find_abbreviations(EN), list[Abbreviation])
    version: str = __version__
    assert version
    assert_type(extract([(JA, EN)]), Termbase)
    assert_type(extract("memory.tmx", known={JA: EN}, stop=[JA], n_process=2), Termbase)
    assert_type(project(align(JA, EN), [(0, 2), (3, 5, "ORG"), Span(0, 2, "匿名")]), list[Projection | None])
    assert_type(annotate(align(JA, EN), style="html", names=True), str)


def results(alignment: Alignment, link: Link, span: Span, abbreviation: Abbreviation) -> Iterator[Link]:
    assert_type(alignment.ja, str)
    assert_type(alignment.en, str)
    assert_type(alignment.links, tuple[Link, ...])
    assert_type(alignment.unaligned, tuple[Span, ...])
    assert_type(alignment.situation, Literal["translation", "terms", "both", "mixed"] | None)
    assert_type(alignment.renderings(), dict[str, list[str]])
    assert_type(alignment.to_json(), str)
    assert_type(alignment.to_json(indent=2, sort_keys=True), str)
    assert_type(alignment.to_pharaoh(), str)
    assert_type(alignment.to_html(title=EN), str)
    assert_type(alignment.to_svg(), str)
    assert_type(alignment.tokens(), tuple[list[str], list[str]])
    assert_type(alignment.token_links(), list[tuple[int, int, float]])
    assert_type(Alignment.from_dict(alignment.to_dict()), Alignment)
    for link in alignment:
        assert_type(Link.from_dict(link.to_dict()), Link)
        assert_type(Span.from_dict(link.en.to_dict()), Span)
    assert_type(Alignment.from_json(alignment.to_json()), Alignment)
    assert_type(alignment.explain(), str)
    assert_type(link.ja, Span)
    assert_type(link.en, Span)
    assert_type(link.kind, str)
    assert_type(link.score, float)
    assert_type(link.evidence, tuple[Evidence, ...])
    assert_type(link.parts, tuple[Part, ...])
    assert_type((span.start, span.end, span.text), tuple[int, int, str])
    assert_type((abbreviation.short, abbreviation.long), tuple[Span, Span])
    yield from alignment


def configured(lexicon: Lexicon) -> None:
    aligner = Aligner(lexicon=lexicon, glossary={"匿流": "Tokuryu"}, min_score=0.5, kinds={"gloss", "romaji"})
    assert_type(aligner.align(JA, EN), Alignment)
    assert_type(aligner.align([JA], EN), Alignment)
    assert_type(aligner.align_mixed(EN), Alignment)
    assert_type(aligner.align_words(JA, EN), list[tuple[int, int]])
    learned = Aligner.fit([(JA, EN)])
    assert_type(aligner.fit(read_pairs("memory.tmx")), Aligner)
    assert_type(learned.model, Model | None)
    learned.save("memory.model")
    assert_type(Aligner.load(Path("memory.model"), glossary={"匿流": "Tokuryu"}), Aligner)
    assert_type(align(JA, EN, model="memory.model"), Alignment)
    for alignment in aligner.pipe([(JA, EN)]):
        assert_type(alignment, Alignment)
    known: list[tuple[str | list[str], str, int]] = [(JA, EN, 7), ([JA], EN, 8)]
    assert_type(aligner.pipe(known, as_context=True), Iterator[tuple[Alignment, int]])
    aligner.pipe([(JA, EN, 7)])  # type: ignore[list-item]


def settings(aligner: Aligner) -> None:
    assert_type(aligner.glossary, Glossary)
    assert_type(aligner.lexicon, Lexicon)
    assert_type((aligner.min_score, aligner.max_comparisons), tuple[float, int | None])
    assert_type(aligner.kinds, frozenset[str] | None)
    aligner.min_score = 0.9  # type: ignore[misc]
    aligner.kinds = frozenset({"gloss"})  # type: ignore[misc]


def files(path: Path, glossary: Glossary) -> None:
    assert_type(read_pairs(path), Iterator[tuple[str, str]])
    assert_type(read_pairs((path, "a.en")), Iterator[tuple[str, str]])
    assert_type(write_pairs("a.tmx", read_pairs("a.po"), format="tmx"), int)
    assert_type(Glossary.read(path, format="tbx"), Glossary)
    glossary.write(path, format="deepl")


def configured_by_name() -> None:
    assert_type(align(JA, EN, glossary="terms.tsv", min_score=0.2, kinds=["gloss"], semantic=False), Alignment)
    assert_type(align_mixed(EN, glossary=[("匿流", "Tokuryu")]), Alignment)
    assert_type(align_words(JA, EN, kinds=KINDS), list[tuple[int, int]])
    assert_type(align(JA, EN, glossary={"匿流": ["Tokuryu", "T3"]}, situation="both"), Alignment)
    assert_type(align(JA, EN, situation="terms"), Alignment)
    assert_type(Aligner().pipe([(JA, EN)], situation="translation"), Iterator[Alignment])


def as_a_sequence(alignment: Alignment) -> None:
    assert_type(alignment[0], Link)
    assert_type(alignment[:2], tuple[Link, ...])
    assert_type(len(alignment), int)


def mistakes(span: Span) -> None:
    Aligner.load("x", glosary={})  # type: ignore[call-arg]
    Aligner.load("x", model="y")  # type: ignore[call-arg]
    Aligner.load("x", min_score="high")  # type: ignore[arg-type]
    align(JA, EN).to_json(idnent=2)  # type: ignore[call-arg]
    align(JA, EN, min_scor=0.2)  # type: ignore[call-arg]
    align_mixed(EN, min_scor=0.2)  # type: ignore[call-arg]
    align_words(JA, EN, lexikon=None)  # type: ignore[call-arg]
    align(JA, EN, min_score="high")  # type: ignore[arg-type]
    align(JA, EN, situation="translated")  # type: ignore[arg-type]
    align(JA, EN, situation="mixed")  # type: ignore[arg-type]
    Aligner().align(JA, EN, situation="mixed")  # type: ignore[arg-type]
    Aligner().pipe([(JA, EN)], situation="mixed")  # type: ignore[call-overload]
    annotate(align(JA, EN), style="svg")  # type: ignore[arg-type]
    project(align(JA, EN), [(0, 2)], side="fr")  # type: ignore[arg-type]
    parse_quantities(EN, "fr")  # type: ignore[arg-type]
    quantity_rules("fr")  # type: ignore[arg-type]
    page([align(JA, EN)], language="fr")  # type: ignore[arg-type]
    alignment_lines([align(JA, EN)], "doccano", offsets="bytes")  # type: ignore[arg-type]
    romanize_kana("カナ", "wapuro")  # type: ignore[arg-type]
    GlossaryEntry(JA, (EN,), status="wanted")  # type: ignore[arg-type]
    Aligner(kinds=["glos"])  # type: ignore[list-item]
    Aligner(kinds="gloss")  # type: ignore[arg-type]
    Aligner.fit(["犬"])  # type: ignore[list-item]
    Aligner(model=5)  # type: ignore[arg-type]
    Aligner(glossary=5)  # type: ignore[arg-type]
    align(JA.encode(), EN)  # type: ignore[arg-type]
    align(JA, EN.encode())  # type: ignore[arg-type]
    align(JA, EN, [JA])  # type: ignore[call-arg]
    romanize(JA, system="heburn")  # type: ignore[arg-type]
    span.start = 3  # type: ignore[misc]
