"""How the pages become a site: sphinx-build -W --keep-going -n docs build/site (see CONTRIBUTING.md)."""

import re
from collections.abc import Iterator
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

project = "termalign"
author = "The termalign authors"
copyright = author
release = version = version_of("termalign")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode", "sphinx_copybutton"]

source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the docstrings say it in words, and the signatures stay short
autodoc_class_signature = "mixed"
napoleon_google_docstring = False
napoleon_use_ivar = True

# NumPy style: a name in single backticks is a parameter or something of the library.
default_role = "py:obj"
nitpicky = True
nitpick_ignore_regex = [
    ("py:obj", "KINDS"),
    ("py:class", "Decimal|Fraction|EnglishText"),
    # Types of the standard library: its inventory is on the network, and the site is built without.
    ("py:.*", r"(str|int|float|bool|None|dict|list|tuple|set|frozenset|bytes|object|property|Path)"),
    ("py:.*", r"(collections|typing|pathlib|argparse|sqlite3)\..*"),
    ("py:exc", r"(TypeError|ValueError|OSError|ModuleNotFoundError|ImportError)"),
]

html_theme = "furo"
html_title = f"termalign {release}"
html_static_path: list[str] = []
html_copy_source = False
html_show_sphinx = False
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True


# The tree of pages is here rather than in the pages, which people also read without building the site. Pages that do not
# exist are ignored, and pages that no group names come last.
PAGES = Path(__file__).parent
TREE = {
    "Tutorial": ["quickstart"],
    "How-to guides": [
        "term-lists",
        "term-bases",
        "learn",
        "check",
        "check-in-pipelines",
        "select",
        "extract",
        "annotate",
        "project",
        "pictures",
        "pipelines",
        "spark",
        "serve",
        "servers",
        "semantic",
        "trace",
    ],
    "Reference": [
        "command-line",
        "commands",
        "api/termalign",
        "api/*",
        "formats",
        "alignment-formats",
        "features",
        "comparisons",
        "quantities",
        "romanize",
        "lexicon",
    ],
    "Explanation": [
        "how-it-works",
        "evidence/index",
        "score",
        "accuracy",
        "check-accuracy",
        "ablation",
        "growth",
        "limits",
    ],
    "The project": ["versions", "licences", "changelog", "contributing"],
}
BELOW = {"evidence/index": ["evidence/*"]}


def tree(docname: str) -> Iterator[str]:
    """The toctrees of a page."""
    if docname == "index":
        named = [page for group in TREE.values() for page in group] + ["index"]
        others = sorted(page.stem for page in PAGES.glob("*.md") if page.stem not in named)
        for caption, group in {**TREE, "More": others}.items():
            there = [page for page in group if "*" in page or (PAGES / f"{page}.md").exists()]
            if there:
                yield toctree(there, caption)
    elif docname in BELOW:
        yield toctree(BELOW[docname])


def toctree(pages: list[str], caption: str = "") -> str:
    """One toctree, shown in the sidebar only; names are relative to docs/."""
    head = [":hidden:", ":glob:", *([f":caption: {caption}"] if caption else [])]
    return "\n".join(["", "```{toctree}", *head, *(f"/{page}" for page in pages), "```", ""])


def unnamed(text: str) -> Iterator[str]:
    """What the package exports and its page does not name yet."""
    import termalign

    names = [name for name in termalign.__all__ if name.isidentifier() and not name.startswith("__")]
    if rest := [name for name in names if f":: termalign.{name}\n" not in text]:
        yield "\n## More\n\n```{eval-rst}\n"
        for name in rest:
            kind = "class" if isinstance(getattr(termalign, name), type) else "function"
            yield f".. auto{kind}:: termalign.{name}\n" + ("   :members:\n" if kind == "class" else "")
        yield "```\n"


def for_the_site(app: Sphinx, docname: str, source: list[str]) -> None:
    """What a page has on the site only: its toctrees, and pages of the repository's root under their names here."""
    text = re.sub(r"\]\((?:\.\./)+(CHANGELOG|CONTRIBUTING)\.md", lambda m: f"](/{m[1].lower()}.md", source[0])
    text = re.sub(r"\n+```$", "\n```", text, flags=re.M)  # the last line of an example is for doctest
    source[0] = text + "".join(tree(docname)) + "".join(unnamed(text) if docname == "api/termalign" else ())


def fields_for_people(app: Sphinx, doctree: nodes.document) -> None:
    """A type is prose, "iterable of (ja, en) pairs or path": only the classes in it are links. Attributes are called so."""
    for reference in list(doctree.findall(pending_xref)):
        if reference["reftype"] == "class" and not re.match(r"(\w+\.)*[A-Z]\w*$", reference["reftarget"]):
            reference.replace_self(reference.children)
    for name in doctree.findall(nodes.field_name):
        if name.astext() == "Variables":
            name.replace_self(nodes.field_name("", "Attributes"))


def literal_parameter(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.TextElement | None:
    """What single backticks hold and is no name of the library is a parameter: shown as it is, and no dead link.

    Names that begin with a capital are classes, and names of the public interface are what they are: those must be found.
    """
    import termalign

    name = str(node["reftarget"])
    if node["reftype"] != "obj" or re.match(r"[A-Z]\w*$", name) or name in termalign.__all__:
        return None
    return content


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", for_the_site)
    app.connect("doctree-read", fields_for_people)
    app.connect("missing-reference", literal_parameter)
    return {"parallel_read_safe": True}
