"""A self-contained HTML page with the pictures of any number of alignments. It has no scripts and loads nothing."""

from collections.abc import Iterable, Sequence

import termalign.pictures.filter as filter
from termalign.arguments import checked, checked_alignments, strings
from termalign.pictures.captions import Language, words_of
from termalign.pictures.clean import escaped
from termalign.pictures.scene import Linked
from termalign.pictures.section import Section, section
from termalign.pictures.style import style
from termalign.termbase import Glossary, GlossaryLike


def page(
    alignments: Iterable[Linked],
    *,
    title: str = "Alignment",
    names: Iterable[str] = (),
    language: Language = "en",
    glossary: GlossaryLike | None = None,
) -> str:
    """Return a self-contained HTML page with the pictures of alignments.

    Sentence pairs are drawn with ribbons. Long texts, lists of terms and mixed texts are shown with their terms marked, and so
    are sentence pairs on a narrow screen. Every link can be reached by the keyboard and shows its evidence, and a table below
    the picture lists all links and evidence. The page needs no script and loads nothing.

    Parameters
    ----------
    alignments : iterable of Alignment
        The alignments, in the order in which the page shows them.
    title : str
        The title of the page, as plain text.
    names : iterable of str
        What the page calls the alignments: one name for each, as plain text. By default, they are numbered.
    language : {"en", "ja"}
        The language of the page's own text.
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms with readings, which take precedence in the furigana.

    Returns
    -------
    str
        A whole HTML document, which can be encoded as UTF-8 whatever the texts contain.

    Raises
    ------
    TypeError
        If an element is not an alignment, or the title is not a string.
    ValueError
        If the language is neither of the two, or the names are not as many as the alignments.

    Examples
    --------
    >>> from termalign import align
    >>> from termalign.pictures import page
    >>> html = page([align("桜島が噴火した。", "Sakurajima erupted.")], title="Volcanoes")
    >>> html.startswith("<!doctype html>"), "<script" in html
    (True, False)
    """
    checked(title, "title")
    words = words_of(language)
    shown = list(checked_alignments(alignments))
    told = None if glossary is None else Glossary.of(glossary)
    called = strings(names, "names", "a name") or [""] * len(shown)
    if len(called) != len(shown):
        raise ValueError(f"expected a name for each of the {len(shown)} alignments, found {len(called)} names")
    sections = [
        section(each, k, name=name, alone=len(shown) == 1, fixed=True, words=words, glossary=told)
        for k, (each, name) in enumerate(zip(shown, called, strict=True), 1)
    ]
    links = [found for each in sections for found in each.links]
    kinds = filter.kinds_of(links)
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{words.language}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(title)}</title>",
            f"<style>\n{_style(sections, filter.rules(kinds))}</style></head>",
            "<body><main>",
            *(filter.inputs(kinds, words) if len(links) > 1 else ()),
            f'<header><h1 dir="auto">{escaped(title)}</h1><p>{words.counted(len(shown), len(links))}</p>',
            *(filter.labels(kinds, words) if len(links) > 1 else ()),
            '</header><div class="pictures">',
            *(each.html for each in sections),
            f"</div></main><footer>{words.footer}</footer></body></html>\n",
        ]
    )


def _style(sections: Sequence[Section], filter_rules: Iterable[str]) -> str:
    """Return a style sheet with only the rules that the sections need, and the rules of the filter."""
    numbers = max((found.number for each in sections for found in each.links), default=0)
    rows = max((len(each.links) for each in sections), default=0)
    return "\n".join([style(numbers, rows), *filter_rules, ""])
