"""Markup in a text, which is not part of its words.

Markup is placeholders, tags, addresses, reStructuredText roles and directives, mnemonics, and legal forms in brackets.
"""

import re
from collections.abc import Iterator

from termalign.text.blanks import blanked_at

_FORMS = "株有合資社財独学医"  # 株式会社, 有限会社, 合同会社 …
_NAME = r"[A-Za-z]\w*(?:[+.:-]\w+)*+"  # of reStructuredText
_ROLE = rf"(?<![\w:]):({_NAME}):(?=`)"

_SORTS = {
    "latex": r"\\[A-Za-z]+\{",  # in \emph{words}, the braces hold words: no markup
    "address": (
        r"\b(?:[a-z][a-z0-9+.-]{0,40}://|www\.)[^\s<>\"'`\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+(?<![.,;:!?)\]*])"
    ),
    "mail": r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+",
    "variable": r"(?P<mark>[@$%])[A-Z][A-Z0-9_]+(?P=mark)|\[\[[A-Z][A-Z0-9_]+\]\]",  # @NAME@, %NAME%, [[NAME]], of games
    "parameter": r"\$\([A-Z][\w.]*(?:\[[\w,]*\])?\)",  # $(NAME), $(SEQUENCE[n,m])
    "scheme": r"(?<![\w~/])~[aAsS](?![\w~/])",
    "printf": (
        r"(?<![0-9%])%(?:(?P<argument>[0-9]+)\$)?[-+#0]*+(?:[0-9]++|\*)?(?P<precision>\.(?:[0-9]+|\*))?"
        r"(?:hh|h|ll|l|j|z|t|L)?(?P<conversion>[diouxXeEfFgGcrsSpn@])"
        r"(?(argument)|(?(precision)|(?:(?<=s)(?=[A-Z])|(?![A-Za-z]))))"  # %.2fmm and %sName, but not 50 %discount
    ),
    "named": r"%\(\w+\)[-+ #0]*[0-9]*(?:\.[0-9]+)?[diouxXeEfFgGcrsa]",  # %(name)s
    "numbered": r"(?<![\w%])%[1-9](?![\w%]|[.,][0-9])",  # Qt's %1
    "protected": r"%%\w+%%",  # a tool's own piece: %%XPP_12%%
    "icu": r"\{\s*(?P<name>\w+)\s*,\s*(?:plural|select|selectordinal|number|date|time)\b",
    "braces": r"\$\{[^{}]*\}|\{\{[\w.$:,| -]*\}\}|\{ ?[\w.$-]*(?:![rsa])?(?::[^{}\s]*)? ?\}",  # ${name} {{ name }} {name:>10}
    "tag": r"(?P<opening></?(?:[A-Za-z][\w:.-]*(?:=[^\s<>]*)?|[0-9]+(?=/?>)))(?:\s[^<>]*)?/?>",  # <b>, <color=red>
    "comment": r"<!--[^<]*-->",
    "entity": r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);",
    "role": _ROLE,  # of :class:`dict`, not what it is of
    "substitution": rf"(?<![\w|`])\|{_NAME}(?<!\|.)\|(?u:(?![^\W_]|[|`]))",  # |version|, no cell of a table
    "directive": rf"(?<!\S)\.\.\ {_NAME}::(?!\S)",  # .. note::
    "mnemonic": r"\([&_~][A-Za-z0-9]\)",  # access keys of a menu
    "path": r"\b[A-Za-z]:\\[\w\\.$-]+",
    "control": r"\\[A-Za-z]+\[\w*\]",  # \C[1], of games
    "escape": r"\\[ntr\\](?![a-z])|\\[ux][0-9A-Fa-f]{2,8}",
    "form": rf"\([{_FORMS}]\)",
}
#: The sorts of placeholders, which a program replaces.
PLACEHOLDERS = frozenset({"variable", "parameter", "scheme", "printf", "named", "numbered", "protected", "braces"})
_SIGNS = re.compile(rf"[%{{<&@\\_`|]|\(~|\$[(A-Z]|~[aAsS]|\[\[|://|www\.|::|\([{_FORMS}]\)")
_MARKUP = "|".join(f"(?P<{sort}>{pattern})" for sort, pattern in _SORTS.items())
_BRANCH = r"(?P<branch>offset:[0-9]+|(?:=[0-9]+|\b(?:zero|one|two|few|many|other|male|female))\s*\{|#)"
_IN_TEXTS, _IN_MESSAGES = re.compile(_MARKUP, re.ASCII), re.compile(f"{_BRANCH}|{_MARKUP}", re.ASCII)
_ICU, _ROLES = re.compile(_SORTS["icu"], re.ASCII), re.compile(_ROLE, re.ASCII)

ADDRESS = re.compile(f"(?P<address>{_SORTS['address']})|(?P<mail>{_SORTS['mail']})", re.ASCII)
#: Code in backticks. Its words are not markup.
CODE = re.compile(r"(?<![\w`])(?P<ticks>`++)(?P<code>[^`\n]+)(?P=ticks)(?!`)", re.ASCII)


def in_code(said: str, text: str) -> bool:
    """Return whether code in a text has these characters.

    >>> in_code("{0}", "`extends {0}` fails"), in_code("{0}", "{0} fails")
    (True, False)
    """
    return any(said in code[0] for code in CODE.finditer(text))


#: Tags that only change how a text looks: <b>5</b> mg is read as 5 mg.
_FORMATTING = re.compile(r"</?(?:b|big|em|font|i|mark|s|small|span|strong|u|[0-9]+)(?:\s[^<>]*)?>", re.IGNORECASE)


def pieces(text: str) -> Iterator[re.Match[str]]:
    """Yield each piece of markup in a text, in order. Its `lastgroup` is its sort.

    Examples
    --------
    >>> [(piece.lastgroup, piece[0]) for piece in pieces("%(n)d <b>items</b>")]
    [('named', '%(n)d'), ('tag', '<b>'), ('tag', '</b>')]
    """
    if _SIGNS.search(text):
        pattern = _IN_MESSAGES if _ICU.search(text) else _IN_TEXTS
        yield from (piece for piece in pattern.finditer(text) if piece.lastgroup != "latex")


def is_placeholder(text: str) -> bool:
    """Return whether a text is one placeholder of a program.

    Examples
    --------
    >>> [is_placeholder(text) for text in ("%s", "{{ name }}", "%1$d", "<b>", "%s files")]
    [True, True, True, False, False]
    """
    first = next(pieces(text), None)
    return first is not None and first[0] == text and first.lastgroup in PLACEHOLDERS


def markup_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the code point range of each piece of markup in a folded text, in order.

    Examples
    --------
    >>> text = "%s を<b>保存</b>(&S)。50%増、詳細は https://example.com/help か :ref:`help` を参照"
    >>> [text[start:end] for start, end in markup_spans(text)]
    ['%s', '<b>', '</b>', '(&S)', 'https://example.com/help', ':ref:']
    """
    yield from (piece.span() for piece in pieces(text))


def without_markup(text: str) -> str:
    """Return the text with markup replaced by spaces, so that offsets stay the same.

    Examples
    --------
    >>> without_markup("use :class:`dict`")
    'use        `dict`'
    >>> without_markup("%d 個の<b>ファイル</b>を{0}へ")
    '   個の   ファイル    を   へ'
    """
    return blanked_at(text, markup_spans(text))


def roles(text: str) -> list[str]:
    """Return the names of the reStructuredText roles in a text.

    Examples
    --------
    >>> roles("extend :py:class:`dict`; it may raise :exc:`KeyError`")
    ['py:class', 'exc']
    """
    return _ROLES.findall(text) if "`" in text else []


def formatting(text: str) -> list[tuple[int, int]]:
    """Return the code point ranges of the tags that only change how a text looks, in order.

    Examples
    --------
    >>> text = '<b>5</b><br>mg, <span class="x">2<td>'
    >>> [text[start:end] for start, end in formatting(text)]
    ['<b>', '</b>', '<span class="x">']
    """
    return [tag.span() for tag in _FORMATTING.finditer(text)] if "<" in text else []
