"""Where things stand in a picture: nothing lies upon anything else, and ribbons cross no letter."""

import re
from itertools import pairwise

import pytest
from alignments import alignments
from hypothesis import given
from work import calls

from termalign import Aligner, Alignment
from termalign.pictures.lines import Block, lay_out
from termalign.pictures.metrics import em_width, japanese_width
from termalign.pictures.pieces import english, japanese
from termalign.pictures.ribbons import WIDTH, Drawing
from termalign.pictures.scene import drawable, numbered
from termalign.pictures.threads import Ways

LONG = (
    "福岡県警は11月5日、匿名・流動型犯罪グループの男ら12人を詐欺の疑いで逮捕し、暗号資産の口座を調べていると発表した。"
    * 3,
    "Fukuoka Prefectural Police said on November 5th that they had arrested 12 members of a crime group for fraud. "
    * 3,
)


def blocks(alignment: Alignment, width: float) -> list[Block]:
    links = drawable(numbered(alignment.links))
    found = []
    for side, cut in (("ja", japanese), ("en", english)):
        spans = sorted({(getattr(f.link, side).start, getattr(f.link, side).end) for f in links})
        text = getattr(alignment, side)
        pieces = cut(text, spans, [f.link for f in links]) if cut is japanese else english(text, spans)
        found.append(lay_out(pieces, range(1, len(spans) + 1), width))
    return found


def assert_apart(block: Block) -> None:
    for k, line in enumerate(block.lines):
        for one, other in pairwise(line.placed):
            assert one.x + one.piece.room <= other.x + 0.01
        fragments = [fragment for fragment in block.fragments if fragment.line == k]
        for left, right in pairwise(fragments):
            assert left.x1 < right.x0
        for placed in line.placed:
            end = placed.x + placed.piece.room
            inside = [f for f in fragments if f.x0 < end and placed.x < f.x1]
            if placed.piece.chip is None:
                assert inside == []
            else:
                (chip,) = inside
                assert chip.chip == placed.piece.chip
                assert chip.x0 < placed.x
                assert end < chip.x1
        for gap in line.gaps:
            assert not any(placed.x < gap < placed.x + placed.piece.room for placed in line.placed)
            assert not any(fragment.x0 < gap < fragment.x1 for fragment in fragments)


@pytest.mark.parametrize("sign", "△▲▼○→①※×Ⅲ“…")
def test_a_sign_is_not_squeezed_in_japanese(sign: str) -> None:
    assert japanese_width(sign) == japanese_width("亜")


@pytest.mark.parametrize("sign", "△▲▼○→①")
def test_a_sign_that_latin_fonts_lack_has_room_in_english(sign: str) -> None:
    assert em_width("m") < em_width(sign) <= em_width("亜")


@pytest.mark.parametrize("char", "aé°²€α1-ｱ")
def test_a_letter_or_a_narrow_sign_is_as_wide_in_japanese_as_in_english(char: str) -> None:
    assert japanese_width(char) == em_width(char) < 1


@given(alignments())
def test_no_piece_and_no_chip_lies_upon_another(alignment: Alignment) -> None:
    for block in blocks(alignment, 400):
        assert_apart(block)


@given(alignments())
def test_lines_keep_to_their_width_unless_one_piece_is_wider(alignment: Alignment) -> None:
    for block in blocks(alignment, 400):
        for line in block.lines:
            assert line.width <= 400 or len(line.placed) == 1


@given(alignments())
def test_all_of_the_text_is_there_but_white_space(alignment: Alignment) -> None:
    for block, text in zip(blocks(alignment, 400), (alignment.ja, alignment.en), strict=True):
        drawn = "".join(placed.piece.text for line in block.lines for placed in line.placed)
        assert len(drawn) == len("".join(text.split()))


def test_a_real_text_of_many_lines_is_laid_out_without_overlap() -> None:
    alignment = Aligner().align(*LONG)
    for block in blocks(alignment, WIDTH):
        assert len(block.lines) > 2
        assert_apart(block)


def test_lines_are_of_like_length() -> None:
    for block in blocks(Alignment(*LONG), WIDTH):
        widths = [line.width for line in block.lines]
        assert min(widths) > 0.5 * max(widths)


@pytest.mark.parametrize("mark", ["、", "。", "」", "）", "ー", "っ"])
def test_no_line_begins_with_what_closes(mark: str) -> None:
    block = lay_out(japanese(f"警察庁{mark}" * 60, [], []), [], 300)
    assert len(block.lines) > 5
    assert not any(line.placed[0].piece.text.startswith(mark) for line in block.lines)


@pytest.mark.parametrize("mark", ["「", "（"])
def test_no_line_ends_with_what_opens(mark: str) -> None:
    block = lay_out(japanese(f"{mark}警察庁」" * 60, [], []), [], 300)
    assert not any(line.placed[-1].piece.text.endswith(mark) for line in block.lines)


def test_a_line_end_in_the_text_is_a_line_end_in_the_picture() -> None:
    block = lay_out(english("one two\nthree", []), [], 500)
    assert [[placed.piece.text for placed in line.placed] for line in block.lines] == [["one", "two"], ["three"]]


def test_a_word_wider_than_the_line_is_cut() -> None:
    block = lay_out(english("x" * 5000, []), [], 300)
    assert max(line.width for line in block.lines) <= 300
    assert sum(len(placed.piece.text) for line in block.lines for placed in line.placed) == 5000


def test_a_gap_is_given_to_one_ribbon_only() -> None:
    block = lay_out(english("one two three four", []), [], 500)
    ways = Ways(500)
    places = sorted(ways.past(block.lines[0], 60.0) for _ in range(12))
    assert all(right - left >= 2.9 for left, right in pairwise(places))
    assert not any(p.x < place < p.x + p.piece.room for place in places for p in block.lines[0].placed)


def test_the_way_of_a_ribbon_takes_no_more_work_after_many_others() -> None:
    line = lay_out(english("one two three four", []), [], 500).lines[0]

    def ways(times: int) -> list[float]:
        taken = Ways(500)
        return [taken.past(line, 60.0) for _ in range(times)]

    assert calls(lambda: ways(300)) <= 4.5 * calls(lambda: ways(100))


@given(alignments())
def test_everything_drawn_is_inside_the_picture(alignment: Alignment) -> None:
    drawing = Drawing(alignment.ja, alignment.en, drawable(numbered(alignment.links)), 400)
    body = drawing.body()
    for x, y, width in re.findall(r'<text x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"', body):
        assert float(x) + float(width) <= drawing.width
        assert float(y) <= drawing.height
    assert body.count('class="r ') == len(drawing.links)
    assert_ribbons_inside(drawing)


def assert_ribbons_inside(drawing: Drawing) -> None:
    for path in re.findall(r' d="([^"]+)"', drawing.body()):
        assert all(0 <= float(x) <= drawing.width for x in re.findall(r"(?<![\d.V ])-?[\d.]+(?= )", path))


def test_many_ribbons_beside_full_lines_stay_inside() -> None:
    ja = "東京、大阪、京都、奈良、福岡、札幌、仙台、広島、長崎、横浜。" * 6
    en = "Tokyo, Osaka, Kyoto, Nara, Fukuoka, Sapporo, Sendai, Hiroshima, Nagasaki, Yokohama. " * 6
    alignment = Aligner().align(ja, en)
    for width in (300, 966):
        drawing = Drawing(ja, en, drawable(numbered(alignment.links)), width)
        assert len(drawing.links) > 40
        assert_ribbons_inside(drawing)


@pytest.mark.parametrize(("text", "ems"), [("警察", 2), ("ﾊﾝ", 1), ("e\u0301", 0.556), ("é", 0.556), ("i", 0.222)])
def test_widths(text: str, ems: float) -> None:
    assert em_width(text) == pytest.approx(ems)


def test_quotation_marks_are_wide_in_a_japanese_font() -> None:
    assert japanese_width("“") == 1
    assert em_width("“") < 0.5
