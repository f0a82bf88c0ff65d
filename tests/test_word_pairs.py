"""Links brought down to pairs of tokens: what goes with a word that has a link."""

import pytest

from termalign import Aligner, align_words
from termalign.japanese.tagger import tokenize
from termalign.words import Tokens, scored_pairs, token_pairs


@pytest.mark.parametrize(
    ("ja", "en", "pair", "paired"),
    [
        ("寺 は 焼失 し た 。", "the temple burned down .", ("焼失", "down"), True),
        ("寺 は 焼失 し た 。", "the temple burned down the hill .", ("焼失", "down"), False),  # a preposition
        ("寺 は 大き い 。", "the temple down there is big .", ("寺", "down"), False),  # after a noun
        ("駅 から 200 m で あ る 。", "it is 200m from the station .", ("m", "200m"), True),
        ("新 西国 十九 番 札所", "no. 19 new saigoku site", ("番", "no."), True),
        ("新 西国 十九 番 札所", "no. 19 new saigoku site", ("西国", "no."), False),
        ("1971 年 再建", "rebuilt in year 1971 .", ("年", "year"), True),
        ("1971 年 再建", "rebuilt in year 1971 .", ("年", "1971"), False),
        ("1971 年 再建", "rebuilt in 1971 .", ("年", "1971"), True),
        ("出版 社 、 1978", "publishing company , year 1978", ("1978", "year"), True),
        ("宝亀 元年 に 建て た 。", "built in the 1st year of Hoki .", ("元年", "1st"), True),
        ("宝亀 元年 に 建て た 。", "built in the 1st year of Hoki .", ("宝亀", "1st"), False),
        ("宝亀 3 年 （ 772 年 ） に 建て た 。", "built in the third year of hoki .", ("772", "hoki"), True),
        ("承徳 3 年 （ 1099 年 ） に 参詣 し た 。", "he worshipped in 1099 .", ("承徳", "1099"), True),
        ("承徳 3 年 、 1099 人 が 参詣 し た 。", "1099 people worshipped .", ("承徳", "1099"), False),
        ("本尊 を 安置 する 。", "they enshrine the honzon ( main image of worship ) .", ("本尊", "honzon"), True),
        ("本尊 を 安置 する 。", "they enshrine the honzon ( main image of worship ) .", ("本尊", "main"), True),
        ("密教 を 学ん だ 。", "he studied mikkyo , that is , esoteric buddhism .", ("密教", "esoteric"), True),
        ("鞍馬 寺 は 寺院 で ある 。", "kurama-dera is a temple .", ("寺", "temple"), False),  # it renders another word
        ("道 が 整備 さ れ た 。", "the way was improved .", ("さ", "way"), False),  # makes a verb of the noun
        ("話 を 伝え て おり 、", "the story is told .", ("おり", "is"), False),  # helps the verb
        ("標高 差 の 単位", "the unit of the altitudes", ("差", "altitudes"), True),
        ("国道 2 号 を 通 る 。", "it takes national highway 2 .", ("号", "2"), True),
        ("寺 の 差 を 見 た 。", "he saw the temple .", ("差", "temple"), False),  # a word of its own
        ("没後 に 追贈 さ れ た 。", "it was conferred after his death .", ("没後", "after"), True),
        ("死 を 悼 む 。", "they mourn after his death .", ("死", "after"), False),
        ("弟子 入り し た 市 。", "the city where he became a pupil .", ("し", "city"), False),  # する, read like 市
        ("寿永 2 年 （ 1183 年 ） 7 月 に 入京 。", "in july 1183 he entered kyoto .", ("月", "july"), True),
        ("寿永 2 年 （ 1183 年 ） 7 月 に 入京 。", "in july 1183 he entered kyoto .", ("年", "july"), False),
        ("寿永 2 年 （ 1183 年 ） 7 月 に 入京 。", "in july 1183 he entered kyoto .", ("寿永", "1183"), True),
        ("生駒 山 に あ る 。", "it is on mount ikoma-yama .", ("山", "mount"), True),
        ("全国 11 の 店", "11 stores around the country", ("全国", "11"), False),
        # marks stand apart in tokens, not in dates
        ("1562 年 5 月 19 日 の 情勢", "the situation of may 19 , 1562", ("1562", "1562"), True),
        ("1562 年 5 月 19 日 の 情勢", "the situation of may 19 , 1562", ("1562", "may"), False),
        # what a number or a name says of a run is said of no more than it
        ("宿駅 は 42 箇所 設置 さ れ た 。", "there were 42 stations .", ("箇所", "42"), True),
        ("宿駅 は 42 箇所 設置 さ れ た 。", "there were 42 stations .", ("設置", "42"), False),
        ("信楽 香 仁 の 著書", "a book by shigaraki", ("信楽", "shigaraki"), True),
        ("信楽 香 仁 の 著書", "a book by shigaraki", ("仁", "shigaraki"), False),
        ("国鉄 キ ハ 181 系 気動 車", "diesel cars series kiha 181", ("181", "181"), True),
        ("国鉄 キ ハ 181 系 気動 車", "diesel cars series kiha 181", ("国鉄", "181"), False),
        ("2009 年 現在 も 続い て いる 。", "it was still held in 2009 .", ("年", "2009"), True),
        ("2009 年 現在 も 続い て いる 。", "it was still held in 2009 .", ("現在", "2009"), False),
        # a counter goes with what is counted, where nothing else renders that
        ("以上 9 件 に つい て", "the nine incidents described above .", ("件", "incidents"), True),
        ("以上 9 件 の 事件 に つい て", "the nine incidents described above .", ("事件", "incidents"), True),
        ("以上 9 件 の 事件 に つい て", "the nine incidents described above .", ("件", "incidents"), False),
        ("三 代 目 の 社長", "the third president", ("目", "president"), False),
        ("転 法輪 堂 の 再建", "the hall was rebuilt", ("堂", "hall"), True),
        ("転 法輪 堂 の 再建", "the hall was rebuilt", ("法輪", "hall"), False),
        ("約 8 , 000 名 の 兵", "about 8,000 soldiers", (",", "8,000"), False),
        ("650 万 年 前 に", "6.5 million years ago", ("万", "million"), True),
        ("650 万 年 前 に", "6.5 million years ago", ("万", "years"), False),
        ("三十 年 余 の 間", "for about 30 years .", ("余", "about"), True),
        ("寺 の 祭 （ 9 / 15 ）", "the festival of the temple until september", ("15", "until"), False),
        ("祈願 祭 （ 4 月 上旬 ）", "kigan ceremony ( early april )", ("祭", "ceremony"), True),
        ("祈願 祭 （ 4 月 上旬 ）", "kigan ceremony ( early april )", ("祭", "kigan"), False),
        ("清 の 上海 市 に 赴い た 。", "he went to shanghai in qing .", ("上海", "shanghai"), True),
        ("清 の 上海 市 に 赴い た 。", "he went to shanghai in qing .", ("市", "shanghai"), False),
        ("五葉 庵 に 入っ た 。", "he entered goyo-an .", ("庵", "goyo-an"), True),
        ("島津 氏 ・ 佐竹 氏 の 領国", "the domains of the shimazu and satake clans", ("氏", "clans"), True),
        ("島津 氏 ・ 佐竹 氏 の 領国", "the domains of the shimazu and satake clans", ("氏", "shimazu"), False),
        (
            "従兄弟 に あたる 縁 で 養女 と なる 。",
            "as a cousin she became an adopted daughter .",
            ("あたる", "became"),
            False,
        ),
        (
            "従兄弟 に あたる 縁 で 養女 と なる 。",
            "as a cousin she became an adopted daughter .",
            ("なる", "became"),
            True,
        ),
        ("創立 者 は 弟子 と さ れ て いる 。", "it is said that a disciple established it .", ("者", "said"), False),
    ],
)
def test_pairs(ja: str, en: str, pair: tuple[str, str], paired: bool) -> None:
    ja_tokens, en_tokens = ja.split(), en.split()
    pairs = {(ja_tokens[i], en_tokens[j]) for i, j in align_words(ja_tokens, en_tokens)}
    assert (pair in pairs) == paired


def test_every_pair_has_a_score() -> None:
    aligner = Aligner()
    for ja, en in (
        ("1971年再建", "rebuilt in year 1971"),
        ("宝亀3年（772年）に建てた。", "built in the 3rd year of Hoki"),
        ("島津氏・佐竹氏の領国", "the domains of the Shimazu and Satake clans"),
    ):
        ja_tokens, en_tokens = Tokens.joined([*ja], spaced=False), Tokens.joined(en.split(), spaced=True)
        links = aligner.align(ja_tokens.text, en_tokens.text).links
        scored = scored_pairs(links, ja_tokens, en_tokens, tokenize(ja_tokens.text))
        assert [pair[:2] for pair in scored] == token_pairs(links, ja_tokens, en_tokens, tokenize(ja_tokens.text))
        assert all(0 < score <= 1 for _, _, score in scored)


def test_a_text_keeps_its_marks() -> None:
    ja, en = "鳥居がある。", "There is a torii (shrine gate)."
    assert {(0, 3), (0, 4), (0, 5)} <= set(align_words(ja, en))


@pytest.mark.parametrize("ja", ["㍿テスト、ﾄﾞｲﾂと東京", "㍿テスト は ﾄﾞｲﾂ と 東京", "ｶﾞｶﾞｶﾞと東京的"])
def test_offsets_are_of_the_text_as_given(ja: str) -> None:
    at = [m.surface for m in tokenize(ja)].index("東京")
    assert (at, 2) in align_words(ja, "Germany and Tokyo")
