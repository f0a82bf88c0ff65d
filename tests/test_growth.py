"""The work for a longer text, which grows with the text and not with its square."""

from collections.abc import Callable
from itertools import count, islice

import pytest
from work import calls

from termalign import Aligner, Alignment, Evidence, Link, Span, align, align_mixed, project

Ready = Callable[[], object]


def given(ja: str, en: str, *terms: str) -> Callable[[int], Ready]:
    return lambda n: lambda: align(ja * n, en * n, terms=terms)


def places(ja: str, en: str, start: int, end: int) -> Callable[[int], Ready]:
    size = len(ja)
    return lambda n: lambda: align(ja * n, en * n, terms=[(size * k + start, size * k + end) for k in range(n)])


def prices(n: int) -> Ready:
    """Return the alignment of a mixed text with `n` prices, most of which would be the same if they were rounded."""
    amounts = [10_001 + 7 * k for k in range(n)]
    return lambda: align_mixed("、".join(f"{k}円" for k in amounts) + " " + ", ".join(f"{k} yen" for k in amounts))


def figures(n: int) -> Ready:
    """Return the alignment of a sentence with `n` figures, each of which is given."""
    ja, en = ("".join(f"{10_001 + 37 * k}{mark}" for k in range(n)) for mark in ("、", ", "))
    return lambda: align(ja, en, terms=[(6 * k, 6 * k + 5) for k in range(n)])


def joined(n: int) -> Ready:
    """Return the alignment of `n` terms that are given by their places; without capitals, any English words may be a name."""
    terms = "警察 学校 会社 経済 大学 医療 法律 地震 鉄道 空港 漁業 音楽 映画 選挙 裁判".split()
    english = "police school company economy university medicine law earthquake railway airport fishery music film election trial"
    ja, en = "の".join(terms[:n]), " of ".join(english.split()[:n])
    return lambda: align(ja, en, terms=[(3 * k, 3 * k + 2) for k in range(n)])


def mixed(ja: str, en: str) -> Callable[[int], Ready]:
    return lambda n: lambda: align_mixed(f"{en}（{ja}）" * n)


def compound(n: int) -> Ready:
    """Return the alignment of a compound of `n` nouns that ends like a title, by an aligner that does not know it yet."""
    return lambda: Aligner().align_mixed(f"the prime minister of schools ({'学校' * n}首相)")


def listed(ja: str, en: str) -> Callable[[int], Ready]:
    return lambda n: lambda: align(ja * n, en * n, situation="terms")


def loanword(k: int) -> tuple[str, str]:
    """Return a made-up katakana word with its spelling; the first 5,832 differ."""
    kana = "ベル ブラ クリ カン コー ディ フェ グラ ハン ジョ ラン メル モン パー プロ サン シェ トル".split()
    latin = "bel bra cri can cor di fe gra han jo lan mel mon per pro san she tol".split()
    at = [7 * k // 18**power % 18 for power in range(3)]
    return "".join(kana[k] for k in at), "".join(latin[k] for k in at)


def loanwords(n: int) -> Ready:
    """Return the alignment of a mixed text with `n` different words in katakana, new ones each time: no cache has them."""
    numbers = count(n)
    return lambda: align_mixed(
        ", ".join(f"{latin.title()} ({kana})" for kana, latin in map(loanword, islice(numbers, n)))
    )


def people(n: int) -> Ready:
    """Return the alignment of a list of `n` people, many of whom share a family or a given name, with a text that names each."""
    families = [("佐藤", "Sato"), ("鈴木", "Suzuki"), ("高橋", "Takahashi"), ("田中", "Tanaka"), ("伊藤", "Ito")]
    given_names = "健太 翔太 美咲 花子 一郎 直樹 恵子 由美 大輔 誠".split()
    spelled = "Kenta Shota Misaki Hanako Ichiro Naoki Keiko Yumi Daisuke Makoto".split()
    everyone = [(f + g, f"{y} {x}") for g, y in zip(given_names, spelled, strict=True) for f, x in families][:n]
    return lambda: align([ja for ja, _ in everyone], ", ".join(en for _, en in everyone))


def one_price(n: int) -> Ready:
    """Return the alignment of a price with a text that mentions it `n` times."""
    return lambda: align(["百円"], "100 yen, " * n)


def untranslated(n: int) -> Ready:
    """Return the alignment of `n` given terms with a text of one word, which is not cut into passages."""
    return lambda: align("C++の灰、" * n, "ash", terms=[(6 * k + 4, 6 * k + 5) for k in range(n)])


def linked(n: int) -> Alignment:
    """Return an alignment of `n` names in brackets, each with its link."""
    ja, en = "（東京）、" * n, "(Tokyo), " * n
    spans = [(Span.of(ja, 5 * k + 1, 5 * k + 3), Span.of(en, 9 * k + 1, 9 * k + 6)) for k in range(n)]
    evidence = (Evidence("romaji", 0.9, 1.0, ("トウキョウ", "Tokyo")),)
    return Alignment(ja, en, tuple([Link(ja, en, "romaji", 0.9, evidence) for ja, en in spans]))


def marked(n: int) -> Ready:
    """Return the projection of every name."""
    found = linked(n)
    return lambda: project(found, [link.en for link in found], side="en")


@pytest.mark.parametrize(
    ("prepare", "few"),
    [
        pytest.param(given("桜島", "Sakurajima ", "島桜"), 20, id="a term that crosses words"),
        pytest.param(given("桜島、", "Sakurajima, ", "桜島"), 20, id="a term that is a word"),
        pytest.param(listed("株式会社と", "Co., Ltd.\n"), 30, id="a legal form said again and again"),
        pytest.param(listed("桜島と", "Sakurajima\n"), 30, id="a name said again and again"),
        pytest.param(places("「桜島」", '"Sakurajima" ', 0, 2), 40, id="many places"),
        pytest.param(places("「桜島」", '"Sakurajima" ', 1, 3), 20, id="many names in capitals"),
        pytest.param(mixed("桜島 火山灰 300 m 500 km 10 kg", ""), 90, id="many figures between spaces"),
        pytest.param(compound, 90, id="a compound that may be a name with a title"),
        pytest.param(figures, 80, id="many figures given in one sentence"),
        pytest.param(prices, 100, id="many prices with the same first digits"),
        pytest.param(people, 16, id="many people with the same family names"),
        pytest.param(one_price, 500, id="a price mentioned many times"),
        pytest.param(untranslated, 240, id="many given terms against a word"),
        pytest.param(marked, 100, id="many marks among brackets"),
    ],
)
def test_three_times_the_text_takes_about_three_times_the_work(prepare: Callable[[int], Ready], few: int) -> None:
    assert calls(prepare(3 * few)) <= 5 * calls(prepare(few))


def test_different_katakana_words_are_compared_with_few_words_however_long_the_text() -> None:
    assert calls(loanwords(600)) <= 3.5 * calls(loanwords(200))


def test_each_of_many_possible_names_is_compared_with_a_bounded_number_of_others() -> None:
    assert calls(joined(15)) <= 25 * calls(joined(5))  # three times the terms, each with about eight times the names


def test_a_mark_without_links_is_sought_nearby_however_long_the_text() -> None:
    def work(n: int) -> int:
        found = Alignment("桜島は高い山である。" * n, "Sakurajima is a high mountain. " * n, ())
        return calls(lambda: project(found, [(0, 10)], side="en"))

    assert work(600) <= 1.5 * work(150)


def test_a_limit_on_comparisons_bounds_the_work_for_given_terms() -> None:
    def work(most: int | None) -> int:
        return calls(lambda: Aligner(max_comparisons=most).align("桜島" * 40, "Sakurajima " * 40, terms=["島桜"]))

    assert work(100) < work(None) / 3
