"""Japanese text: the runs of nouns that may be terms, predicates, and what a mixed text may contain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.japanese.stretches import stretches
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

TEXT = st.text(st.sampled_from("警察庁は特殊詐欺を調べた。・ー、 \nAZ3９ﾊﾞ㍿か\u3099😀𠮷\0\ud800（）"), max_size=24)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("警察庁は特殊詐欺を調べた。", ["警察庁", "特殊詐欺"]),
        ("匿名・流動型犯罪グループの摘発", ["匿名・流動型犯罪グループ", "摘発"]),
        ("東京都と大阪府", ["東京都", "大阪府"]),
        ("95億円を奪った", ["95億円"]),
        ("AIを使う", ["AI"]),
        ("首相、会見で謝罪", ["首相", "会見", "謝罪"]),
        ("反社会的勢力", ["反社会的勢力"]),
        ("社会的な責任", ["社会", "責任"]),  # 的 makes an adjective of what stands before it
        ("Welsh Parliament Memberの案", ["Welsh Parliament Member", "案"]),
        ("Burt's BeesとDr.Martens", ["Burt's Bees", "Dr.Martens"]),
        ("同社の“JAL”は", ["同社", "JAL"]),
        ("1.5倍、1,234円、3.5%減", ["1.5倍", "1,234円", "3.5%減"]),
        ("シリカを5質量%含む", ["シリカ", "5質量%"]),
        ("銀が12.5モル%を占める", ["銀", "12.5モル%"]),
        ("長さは2 μm、圧力は10^-3 Pa", ["長さ", "2 μm", "圧力", "10^-3 Pa"]),
        ("生成熱は−92 kJ/molだ", ["生成熱", "−92 kJ/mol"]),
        ("移動度は1.5 × 10^3 cm^2/Vsだ", ["移動度", "1.5 × 10^3 cm^2/Vs"]),
        ("Windows 11 Proは", ["Windows 11", "Pro"]),
        ("法輪堂-1969年の再建", ["法輪堂", "1969年", "再建"]),  # a dash
        ("5月-8月と10-15人", ["5月-8月", "10-15人"]),  # a range
        ("社会的不公正", ["社会的不公正"]),
        ("建設のため議会に", ["建設", "ため", "議会"]),
        ("引き継ぎ以来親欧米派政府は", ["引き継ぎ以来", "親欧米派政府"]),
        ("ドナルド トランプ大統領", ["ドナルド トランプ大統領"]),  # some writers set katakana words apart, and figures
        ("約 10 人が 2016 年 11 月の午前 2:30 に", ["約 10 人", "2016 年 11 月", "午前 2:30"]),
        ("米国は 11 月", ["米国", "11 月"]),
        ("10 東京", ["10", "東京"]),
        ("EU 離脱とApple 東京", ["EU 離脱", "Apple", "東京"]),  # a short form, and a word
        ("リンゴ 東京", ["リンゴ", "東京"]),
        (
            "美しさと大きさ、男らしさ、使いやすさ",
            ["美しさ", "大きさ", "男らしさ", "使いやすさ"],
        ),  # nouns made of adjectives
        ("新しい考え方、働き方改革", ["考え方", "働き方改革"]),  # and of verbs
        ("高さ50メートルの塔", ["高さ", "50メートル", "塔"]),
        ("2から4インチの雨、5人から3人に", ["2から4インチ", "雨", "5人", "3人"]),
        ("カップ史上2番目の300km 以上", ["カップ史上", "2番目", "300km 以上"]),
        ("紀元前3世紀、4人中1人", ["紀元前3世紀", "4人中1人"]),
        ("「トクリュウ」とは", ["トクリュウ"]),
        ("・警察", ["警察"]),
        ("走った", []),
        ("", []),
        ("。、！", []),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    ja = JapaneseText(text)
    assert [ja.surface(a, b) for a, b in ja.runs] == runs


@pytest.mark.parametrize(
    ("text", "predicates"),
    [("警察が調べた", ["調べ"]), ("美しい花が咲く", ["美しい", "咲く"]), ("警察庁の発表", []), ("考え方の美しさ", [])],
)
def test_predicates(text: str, predicates: list[str]) -> None:
    ja = JapaneseText(text)
    assert [ja.morphemes[i].surface for i in ja.predicates] == predicates


def test_range_at_needs_both_borders() -> None:
    ja = JapaneseText("特殊詐欺を調べた")
    assert ja.range_at(0, 4) == (0, 2)
    assert ja.range_at(0, 3) is None
    assert ja.range_at(1, 4) is None


@given(TEXT)
def test_runs_are_in_order_apart_and_slice_back(raw: str) -> None:
    ja = JapaneseText(raw)
    last = 0
    for a, b in ja.runs:
        assert last <= a < b <= len(ja.morphemes)
        last = b
        start, end = ja.offsets(a, b)
        assert 0 <= start < end <= len(raw)
    for start, end in stretches(ja, Lexicon.default()):
        assert 0 <= start < end <= len(raw)
