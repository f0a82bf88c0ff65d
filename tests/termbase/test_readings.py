"""The readings that a glossary gives terms: in romanised text, in furigana, and on the command line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner, Alignment, Glossary, align, annotate, romanize
from termalign.cli import main

GLOSSARY = Glossary.of(
    [
        {"ja": "飯寿司", "en": "izushi", "reading": "いずし"},
        {"ja": "柿の葉寿司", "en": "sushi in persimmon leaves", "reading": "かきのはずし"},
        {"ja": "幸村", "en": "Yukimura", "reading": "ユキムラ"},
        {"ja": "菅", "en": "Suga", "reading": "すが"},
        {"ja": "大阪天満宮", "en": "Osaka Tenmangu", "reading": "おおさか てんまんぐう"},
        {"ja": "上方落語", "en": "Kamigata rakugo", "reading": "Kamigata"},
        {"ja": "サーバー", "en": "server", "reading": "サーバア"},
        {"ja": "引っ越し", "en": "move", "reading": "てんきょ"},
        {"ja": "警察庁", "en": "NPA"},
        {"ja": "東京都", "en": "Tokyo", "reading": "とうきょうと"},
        {"ja": "清水寺", "en": "Kiyomizu-dera Temple", "reading": "きよみずでら"},
        {"ja": "千利休", "en": ["the tea master Rikyu", "Sen no Rikyū"], "reading": "せんのりきゅう"},
        {"ja": "千宗旦", "en": "Sotan", "reading": "せん・の・そうたん"},
        {"ja": "大伴家持", "en": "Yakamochi the poet", "reading": "おおとものやかもち"},
        {"ja": "伴大納言", "en": "Ban dainagon", "reading": "バンダイナゴン"},
        {"ja": "金剛峯寺", "en": "Kongobuji", "reading": "こんごうぶじ"},
        {"ja": "唐招提寺", "en": "Toshodai-ji", "reading": "とうしょうだいじ"},
        {"ja": "日本史", "en": "history of Japan", "reading": "にほんし"},
        {"ja": "井上", "en": "Inoue", "reading": "いのうえ"},
        {"ja": "城ノ沢町", "en": "Jonosawa Town", "reading": "じょうのさわまち"},
        {"ja": "上南駅", "en": "Kaminami Station", "reading": "かみなみえき"},
        {"ja": "御園橋", "en": "Misono Bridge", "reading": "みそのばし"},
        {"ja": "税務課", "en": "Tax Division", "reading": "ぜいむか"},
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("飯寿司を食べた。", "izushi o tabeta."),
        ("城ノ沢町の上南駅", "Jonosawa-machi no Kaminami-eki"),
        ("御園橋を渡る。", "Misono-bashi o wataru."),
        ("税務課へ", "Zeimuka e"),
        ("柿の葉寿司と飯寿司", "kaki no hazushi to izushi"),
        ("菅さんは幸村を見た。", "Suga-san wa Yukimura o mita."),
        ("大阪天満宮", "Osaka Tenmangu"),
        ("飯寿司\n幸村", "izushi\nYukimura"),
        ("ＪＲ　飯寿司", "JR izushi"),
        ("警察庁", "keisatsucho"),
        ("東京都の清水寺", "Tokyo-to no Kiyomizu-dera"),
        ("千利休の孫、千宗旦", "Sen no Rikyu no mago, Sen no Sotan"),
        ("大伴家持が来た。", "Otomo no Yakamochi ga kita."),
        ("伴大納言と大納言", "Ban dainagon to dainagon"),
        ("唐招提寺と金剛峯寺", "Toshodai-ji to Kongobuji"),
        ("日本史", "Nihonshi"),
        ("井上", "Inoue"),
        ("上方落語", romanize("上方落語")),
        ("菅原", "Sugawara"),
        ("サーバを引越した。", "saba o hikkoshita."),
        ("", ""),
    ],
)
def test_romanize(text: str, expected: str) -> None:
    assert romanize(text, glossary=GLOSSARY) == expected


def test_systems() -> None:
    assert romanize("柿の葉寿司", "kunrei", glossary=GLOSSARY) == "kaki no hazusi"
    assert romanize("唐招提寺と井上", "kunrei", glossary=GLOSSARY) == "Tôsyôdai-zi to Inoue"


@given(st.text("飯寿司柿の葉幸村菅さん大阪天満宮3はABーﾊﾟ \n", max_size=20))
def test_readings_of_nothing_change_nothing(text: str) -> None:
    assert romanize(text, glossary={"飯寿司": "izushi"}) == romanize(text)
    romanize(text, glossary=GLOSSARY)


def kana(alignment: Alignment) -> str:
    return annotate(alignment, style="html", glossary=GLOSSARY)


def test_furigana() -> None:
    found = Aligner(glossary=GLOSSARY).align(["菅", "警察庁"], "Suga, Kan and the NPA")
    assert "<ruby>菅<rt>すが</rt></ruby>" in kana(found)
    assert "<rt>けいさつ</rt>" in kana(found)
    assert "<ruby>千<rt>せんの</rt></ruby><ruby>利休<rt>りきゅう</rt></ruby>" in kana(align("千利休", "Sen no Rikyū"))
    kan = align("菅が来た。", "Kan came.")
    assert all(">かん<" in picture for picture in (kan.to_html(), kan.to_svg()))
    assert all(">すが<" in picture for picture in (kan.to_html(glossary=GLOSSARY), kan.to_svg(glossary=GLOSSARY)))
    pages = align("菅\n警察庁\n\n" * 9, "Kan and the NPA").to_html(glossary=GLOSSARY), found.to_html(glossary=GLOSSARY)
    assert all("<ruby>菅<rt>すが</rt></ruby>" in page for page in pages)


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "g.csv"
    file.write_text("用語,よみ,訳語\n菅,すが,Suga\n", encoding="utf-8")
    for command, expected in (
        (["romanize", "菅"], "Suga\n"),
        (["romanize", "--all", "菅"], "Suga\tKan"),
        (["annotate", "--format", "markdown", "--text", "菅が来た。", "Kan came."], "<ruby>菅<rt>すが</rt></ruby>"),
        *((["align", "--format", form, "--text", "菅が来た。", "Kan came."], ">すが<") for form in ("svg", "html")),
    ):
        assert main([command[0], "--glossary", str(file), *command[1:]]) == 0
        assert expected in capsys.readouterr().out
