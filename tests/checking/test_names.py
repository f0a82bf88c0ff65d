"""Names, acronyms, and what is left untranslated."""

import pytest

from termalign import check

FOUND = [
    ("name", "Python で書く。", "It is written in Perl.", "Perl"),
    ("name", "Lundh の資料による。", "From the material of Smith.", "Smith"),
    ("name", "田中太郎が決めた。", "It was decided by Robert Harrison.", "Robert"),
    ("name", "Python オブジェクトを返す。", "Returns a Harrison object.", "Harrison"),
    ("name", "監督の佐藤健太さんは語った。", "Director Kenji Sato said so.", "Kenji"),
    ("name", "社長の渡辺一郎", "Ichiro TANABE, President", "TANABE"),
    ("name", "渡辺一郎氏と山田花子氏", "Mr. Jiro Watanabe and Ms. Hanako Yamada", "Jiro"),
    ("acronym", "HTTP を使う。", "It uses FTP.", "FTP"),
    ("acronym", "HIV検査を受けた。", "TOKYO -- He took an AIDS test.", "AIDS"),
    ("acronym", "SNSで広まった。", "It spread in TOKYO on NHK.", "TOKYO"),
    ("untranslated", "設定を開く。", "", ""),
    ("untranslated", "設定を開く。", "   ", ""),
    ("untranslated", "設定を開く。", "設定を開く。", "設定を開く。"),
    ("untranslated", "設定を開く。", "Open the 設定.", "設定"),
    ("untranslated", "草枕 旅の丸寝の 紐", "The poem 草枕 旅の丸寝の 紐 is here.", "草枕 旅の丸寝の 紐"),
    ("untranslated", "竟空と号した。", "He called himself 竟空.", "竟空"),
    ("untranslated", "一、二", "one、two", "、"),
]
QUIET = [
    ("Python で書く。", "It is written in Python."),
    ("PYTHON で書く。", "It is written in Python."),
    ("Python オブジェクトを返す。", "Returns a Python object."),
    ("Icon プログラミング言語の Icon 式", "expressions of the Icon Programming Language"),
    ("HTTP を使う。", "It uses the hypertext transfer protocol."),
    ("SNSで広まった。", "TOKYO -- It spread on social media."),
    ("JRは再開した。", "NAGOYA (Kyodo) -- The railway resumed service."),
    ("``Path`` を返す。", "Returns it."),
    (":class:`Thing` を返す。", "Returns a Thong."),
    ("田中太郎が決めた。", "It was decided by Taro Tanaka."),
    ("渡辺一郎氏", "Mr. Kazuo Watanabe"),
    ("渡辺一郎氏", "Mr. Watanabe"),
    ("渡辺一郎氏", "President Watanabe"),
    ("渡辺一郎右衛門", "Ichiroemon Watanabe"),
    ("渡辺一郎氏とその妻", "Mr. Ichiro Watanabe and his wife Hanako Watanabe"),
    ("鈴木一朗投手", "Ichiro Suzuki, a pitcher"),
    ("内閣ノ首班トシ機務ヲ奏宣ス。", "As the first among ministers, the Premier reports to the Naikaku."),
    ("「設定」と書く。", 'Write "設定".'),
    ("彌彦とも書かれる。", "The name was also written as 彌彦."),
    ("身欠きのあと、三枚に下ろす。", "After 身欠き (migaki), it is cut into three pieces."),
    ("戸令（こりょう）に基づく。", "It is based on the Code of Households."),
    ("OK", "OK"),
    ("", ""),
    ("123", ""),
]


@pytest.mark.parametrize(("kind", "ja", "en", "what"), FOUND)
def test_found(kind: str, ja: str, en: str, what: str) -> None:
    findings = list(check([(ja, en)], kinds=["name", "acronym", "untranslated"]))
    assert [finding.kind for finding in findings] == [kind]
    assert findings[0].found == what


@pytest.mark.parametrize(("ja", "en"), QUIET)
def test_quiet(ja: str, en: str) -> None:
    assert not list(check([(ja, en)], kinds=["name", "acronym", "untranslated"]))
