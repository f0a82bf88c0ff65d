"""A quantity is rendered by its value: what has another value, unit, order or bound does not render it."""

import pytest

from termalign import Aligner

ALIGNER = Aligner()
#: A sentence with one quantity in 【】, the English, and its rendering; "" if it is not rendered.
CASES = [
    ("工費は【3億円】だった。", "The work cost 300 million yen.", "300 million yen"),
    ("工費は【3億円】だった。", "The work cost 30 million yen.", ""),
    ("工費は【3億円】だった。", "The work cost 300 million dollars.", ""),
    ("死者は【12人】に上った。", "Twelve people died.", "Twelve people"),
    ("死者は【12人】に上った。", "The ticket cost 12 dollars.", ""),
    ("会議は【6月8日】に開かれた。", "The meeting was held on June 8.", "June 8"),
    ("会議は【6月8日】に開かれた。", "The meeting was held on June 18.", ""),
    ("会議は【6月8日】に開かれた。", "The meeting was held on Monday.", "Monday"),
    ("【第7条】の規定による。", "Under Article 7.", "Article 7"),
    ("【第7条】の規定による。", "The seven articles apply.", ""),
    ("【午後4時】に始まる。", "It starts at 4 p.m.", "4 p.m."),
    ("【午後4時】に始まる。", "It starts at 4 a.m.", ""),
    ("【5月下旬】に咲く。", "It blooms in late May.", "late May"),
    ("【5月下旬】に咲く。", "It blooms in early May.", ""),
    ("【30歳以上】の人", "people aged 30 or older", "aged 30 or older"),
    ("【30歳以上】の人", "people under 30", ""),
    ("【30歳以上】の人", "people not under 30", "not under 30"),
    ("【4連勝】を飾った。", "They won four straight games.", "four straight games"),
    ("【4連勝】を飾った。", "It was after four straight losses.", ""),
    ("会費は【年2回】払う。", "Fees are paid twice a year.", "twice a year"),
    ("会費は【年2回】払う。", "Fees are paid two years later.", ""),
    ("遅延は【100ミリ秒】である。", "The delay is 100 ms.", "100 ms"),
    ("遅延は【100ミリ秒】である。", "The delay is 100 m.", ""),
    ("会議室は【4階】にある。", "The rooms are on the fourth floor.", "fourth floor"),
    ("会議室は【4階】にある。", "The rooms fill four floors.", ""),
    ("【9月】に始まる。", "It starts in September.", "September"),
    ("【9月】に始まる。", "It lasts nine months.", ""),
    ("【1970年代】の曲", "songs of the 1970s", "1970s"),
    ("【1970年代】の曲", "songs of the 1870s", ""),
    ("【プラス2.5%】だった。", "It was minus 2.5%.", ""),
    ("休館は【火曜日】だ。", "It is closed on Tuesdays.", "Tuesdays"),
    ("休館は【火曜日】だ。", "It is closed on Fridays.", ""),
    ("塩【小さじ1】を加える。", "Add one teaspoon of salt.", "one teaspoon"),
    ("塩【小さじ1】を加える。", "Add one tablespoon of salt.", ""),
    ("車は【時速80キロ】で走った。", "The car ran at 80 kilometers an hour.", "80 kilometers an hour"),
    ("車は【時速80キロ】で走った。", "The car was 80 kilometers from the town.", ""),
    ("【高校2年生】の姉", "my sister, who left high school two years ago", "high school"),
    ("【8歳】で習い始めた。", "She began at the age of eight.", "age of eight"),
    ("【8歳】で習い始めた。", "She took lessons for eight years.", ""),
    ("【7位】に入った。", "Seven of them finished.", ""),
    ("【3連覇】を果たした。", "They beat three former champions.", ""),
    ("容量は【20GB以下】だ。", "The capacity is no larger than 20 GB.", "no larger than 20 GB"),
    ("容量は【20GB以下】だ。", "The capacity is larger than 20 GB.", ""),
    ("徒歩【15分足らず】だ。", "It is just over 15 minutes on foot.", ""),
    ("衛星は【秒速8キロ】で飛ぶ。", "The satellite flies at 8 kilometers per second.", "8 kilometers per second"),
    ("衛星は【秒速8キロ】で飛ぶ。", "The satellite flies at 8 kilometers per hour.", ""),
    ("成長率は【マイナス0.4%】だった。", "Growth was +0.4%.", ""),
    ("【9回表】に追いついた。", "They tied it in the bottom of the ninth.", ""),
    ("【三万円以上】の罰金に処する。", "A fine of not more than 30,000 yen is imposed.", ""),
    ("【一日】も早い回復を祈る。", "We pray for a speedy recovery by the 1st.", ""),
    ("【第三号】に掲げる者", "persons set forth in paragraph (3)", ""),
    ("【第三号】に掲げる者", "persons set forth in item (iii)", "item (iii)"),
    ("祖父は【一人】で暮らす。", "My grandfather has one dog.", ""),
    ("【神奈川3区】で勝った。", "She won in Kanagawa's 3rd District.", "Kanagawa's 3rd District"),
]  # fmt: skip


def rendering(marked: str, en: str) -> str:
    start, end = marked.index("【"), marked.index("】") - 1
    ja = marked.replace("【", "").replace("】", "")
    found = ALIGNER.align(ja, en, situation="translation", terms=[(start, end)])
    return "; ".join(link.en.text for link in found)


@pytest.mark.parametrize(("marked", "en", "expected"), CASES)
def test_a_quantity_that_is_picked(marked: str, en: str, expected: str) -> None:
    assert rendering(marked, en) == expected
