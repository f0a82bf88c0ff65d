"""A text as it is read: without ruby, marks of notes and line breaks inside sentences, and with superscripts as such."""

from termalign.text.note_marks import without_note_marks
from termalign.text.raised import with_raised
from termalign.text.ruby import without_ruby
from termalign.text.unseen import HIDDEN
from termalign.text.wrapped import in_one_line, unwrapped


def without_page(text: str, *, is_term: bool = False) -> str:
    r"""Return a text of the same length, with what a page adds to it hidden, and superscripts as such.

    A term has no line breaks of its own.

    Examples
    --------
    >>> without_page("犯人¹は島原《しまばら》\nの人だ。").replace("\u2060", "")
    '犯人は島原の人だ。'
    """
    text = without_note_marks(with_raised(without_ruby(text)))
    return in_one_line(text) if is_term else unwrapped(text)


def as_term(text: str) -> str:
    r"""Return a term, cut out of a text, without what a page adds to it.

    Examples
    --------
    >>> as_term("匿名・流動型\n　犯罪グループ"), as_term("crime\ngroup"), as_term("島原《しまばら》の乱")
    ('匿名・流動型犯罪グループ', 'crime group', '島原の乱')
    """
    return without_page(text, is_term=True).replace(HIDDEN, "")
