"""Terms of a glossary: missing, forbidden, in another spelling, inconsistent."""

import unicodedata

import pytest
from glossaries import glossary
from tables import rows

from termalign import Glossary, check
from termalign.checking import repair
from termalign.formats.glossaries.entry import Check
from termalign.formats.languages import Language
from termalign.model import FindingKind
from termalign.termbase import GlossaryEntry

CASES = rows("checking_terms.tsv")
KINDS: tuple[FindingKind, ...] = ("missing", "forbidden")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    findings = check([(case["ja"], case["en"])], glossary(case["glossary"]), kinds=KINDS)
    said = [f"{f.kind}:{f.term}" + (f":{f.found}" if f.kind == "forbidden" else "") for f in findings]
    assert ";".join(said) == (case["findings"] or "")


@pytest.mark.parametrize(
    ("en", "renderings", "message", "instruction"),
    [
        (
            "Deletes the customer.",
            "user",
            "ユーザー seems to be translated as “customer”. Use “user”, as in the glossary.",
            "Translate ユーザー as “user”; replace “customer” if that is its translation.",
        ),
        (
            "Deletes it.",
            "user|account",
            "ユーザー is not translated as in the glossary. Use “user” or “account”.",
            "Translate ユーザー as “user” or “account”.",
        ),
        (
            "Deletes the customer.",
            "user!customer",
            "The glossary forbids “customer” for ユーザー. Use “user”.",
            "Do not use “customer” for ユーザー: use “user”.",
        ),
        (
            "Deletes the customer.",
            "!customer",
            "The glossary forbids “customer” for ユーザー.",
            "Do not use “customer” for ユーザー: say it otherwise.",
        ),
    ],
)
def test_a_finding_says_what_to_do(en: str, renderings: str, message: str, instruction: str) -> None:
    (finding,) = check([("ユーザーを削除する。", en)], glossary(f"ユーザー={renderings}"), kinds=KINDS)
    assert (finding.message, repair(finding)) == (message, instruction)


@pytest.mark.parametrize(
    ("term", "rendering", "ja", "en", "found"),
    [
        ("銅の鍵", "Copper Key", "リュカに銅の鍵を渡す", "Give the Coper Key to Luka", "Coper Key"),
        ("セレスティア", "Celestia", "セレスティアの竪琴を取り戻せ", "Recover Celeste's harp", "Celeste"),
        ("女王イゾルデ", "Queen Isolde", "女王イゾルデに謁見する", "Gain an audience with Queen Isabella", "Queen Isabella"),
        ("強くてニューゲーム", "New Game+", "強くてニューゲームで引き継ぐ。", "In New Gmae+, you carry it over.", "New Gmae+"),
        ("利用規約", "terms of service", "利用規約に同意する", "I agree to the terms of sevice", "terms of sevice"),
        ("灰の荒野", "Ashen Wastes", "灰の荒野では水が要る。", "Take plenty of water to the Barren Hills.", "Barren Hills"),
        ("霧の港", "Misthaven", "霧の港で話を聞く", "Talk to them in Fogport", "Fogport"),
        ("魔物", "monster", "歌を聞くと、魔物が眠ってしまう。", "When creatures hear her sing, they fall asleep.", ""),
        ("召喚獣", "Eidolon", "召喚獣を呼び出す。召喚獣は去る。", "Summons a spirit, which leaves.", ""),
        ("認証コード", "verification code", "ようこそ。認証コードを入力してください。", "Welcome. Enter it.", ""),
        ("権限", "permission", "知的財産権と権限を持つ。", "They have intellectual property rights.", ""),
        ("領収書", "receipt", "領収書を発行する。", "Issues the voucher.", "voucher"),
        ("移行ツール", "migration tool", "移行ツールを使うと、データを移行できる。", "You can migrate data.", ""),
        ("米", "rice", "しかし米は売れた。", "It sold, however.", ""),
        ("経産省", "METI", "経産省は、法律に基づき命令を行った。", "Pursuant to the Act, it issued an order.", ""),
        pytest.param(
            *("経済産業省", "Ministry of Economy", "経済産業省は命令を行った。", "Pursuant to the Act, it issued an order.", ""),
            marks=pytest.mark.xfail(strict=True, reason="Act is the only other name"),
        ),
        ("通知領域", "notification area", "通知領域のアイコンを右クリックする。", "Right-click the icon in the status bar.", ""),
    ],
)  # fmt: skip
def test_what_seems_to_be_the_translation(term: str, rendering: str, ja: str, en: str, found: str) -> None:
    (finding,) = check([(ja, en)], {term: rendering}, kinds=["missing", "name"])
    assert (finding.kind, finding.found) == ("missing", found)


def test_a_pronoun_may_stand_for_a_person() -> None:
    (named,) = check([("バルザは消えた。", "The man vanished.")], {"バルザ": "Balza"}, kinds=["missing"], min_score=0)
    (meant,) = check([("バルザは消えた。", "He vanished.")], {"バルザ": "Balza"}, kinds=["missing"], min_score=0)
    (thing,) = check([("飛空艇は消えた。", "He vanished.")], {"飛空艇": "airship"}, kinds=["missing"], min_score=0)
    assert meant.score < min(named.score, thing.score)


def test_what_the_file_mostly_says_decides() -> None:
    """One sentence without the rendering is an error where fifty have it, and none where the term goes by many words."""
    kept = [("関数を呼ぶ。", "Calls the function.")] * 50
    astray = [("関数を定義する。", "Defines the routine.")]
    strict = [f.score for f in check(kept + astray, {"関数": "function"}, kinds=["missing"], min_score=0)]
    loose = [("関数を書く。", f"Writes {word}.") for word in ("it", "code", "them", "procedures", "this", "that")]
    free = [f.score for f in check(loose + astray, {"関数": "function"}, kinds=["missing"], min_score=0)]
    assert len(strict) == 1
    assert strict[0] > max(free)


WRONG = [(f"乙は第{k}号の報告書を提出する。", f"The Contractor shall submit Report No. {k}.") for k in range(1, 6)]


@pytest.mark.parametrize(
    ("pairs", "units"),
    [
        (WRONG[:3], ["1", "2", "3"]),
        (WRONG, ["1", "2", "3", "4", "5"]),
        ([*WRONG, ("乙は休む。", "Party B rests.")], ["1", "2", "3", "4", "5"]),
        (WRONG[:2], []),  # too few to be sure
        ([*WRONG, *[("乙は休む。", "Party B rests.")] * 3], []),  # two renderings
        ([("関数を書く。", f"Writes {word}.") for word in ("it", "code", "them", "this", "that")], []),
        ([("文字列を読む。", "Reads the string.")] * 5, []),  # a part of another word
    ],
)
def test_a_file_that_ignores_the_glossary(pairs: list[tuple[str, str]], units: list[str]) -> None:
    terms = {"乙": "Party B", "関数": "function", "文字": "character"}
    found = [f for f in check(pairs, terms, kinds=["missing"]) if f.severity == "error"]
    assert [f.unit for f in found] == units
    for finding in found:
        assert (finding.found, finding.expected) == ("Contractor", ("Party B",))
        assert finding.message.endswith("Most of the file deviates.")


def grants(*words: str) -> list[tuple[str, str]]:
    """Units that render 権限 by each of these words."""
    return [
        (f"{k}番のファイルの権限を変更します。", f"Change the {word} of file {k}.") for k, word in enumerate(words, 1)
    ]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["rights"] * 27 + ["permission"] * 13, 27),
        (["permission"] * 20 + ["rights"] * 20, 20),
        (["permission", "rights"], 1),
        (["rights", "privileges"] * 3, 6),
        (["permission"] * 9, 0),
        (["permissions", "permission"] * 5, 0),
        (["permitted use", "permission"] * 5, 0),
    ],
)
def test_each_unit_is_reported_whatever_the_other_units_have(words: list[str], wrong: int) -> None:
    pairs, terms = grants(*words), {"権限": "permission"}
    found = {f.number for f in check(pairs, terms, kinds=["missing"])}
    alone = {number for number, pair in enumerate(pairs, 1) for _ in check([pair], terms, kinds=["missing"])}
    assert found == alone
    assert len(found) == wrong


def test_an_inconsistent_term_has_an_instruction_for_its_unit() -> None:
    pairs = grants(*["rights"] * 9, *["permission"] * 5)
    (finding,) = check(pairs, {"権限": "permission"}, kinds=["inconsistent"])
    assert repair(finding) == "Translate 権限 as “permission”; replace “rights” if that is its translation."


@pytest.mark.parametrize(
    ("en", "instruction"),
    [
        ("We promote improvement.", "Keep カイゼン as it is, in place of “improvement”."),
        ("We promote it.", "Keep カイゼン as it is."),
    ],
)
def test_a_term_that_stays_is_to_be_kept(en: str, instruction: str) -> None:
    (finding,) = check([("カイゼンを進める。", en)], [{"ja": "カイゼン", "translate": False}])
    assert repair(finding) == instruction


def test_a_term_that_is_not_translated() -> None:
    terms = Glossary((GlossaryEntry("終活ノート", ("Shukatsu Note",), translate=False),))
    assert [f.expected for f in check([("終活ノートを買う。", "Buys an ending notebook.")], terms)] == [
        ("Shukatsu Note",)
    ]
    assert not list(check([("終活ノートを買う。", "Buys Shukatsu Note.")], terms))


@pytest.mark.parametrize(
    ("en", "is_kept"),
    [
        ("Pull the gacha.", True),
        ("Gacha rates: 3%", True),
        ("Pull again. Gacha is fun.", True),
        ("New Gacha Rates", True),
        ("Pull the Gacha.", False),
        ("Pull the lottery.", False),
    ],
)
def test_capitals_of_a_term_that_is_not_translated(en: str, is_kept: bool) -> None:
    terms = Glossary((GlossaryEntry("ガチャ", ("gacha",), translate=False),))
    assert is_kept is not any(check([("ガチャを引く。", en)], terms, kinds=["missing"]))


def test_spellings_are_checked_where_that_is_asked_for() -> None:
    pairs = [("サーバを止める。", "Stops the server."), ("サーバーを止める。", "Stops the server.")]
    assert not list(check(pairs, {"サーバー": "server"}))
    (finding,) = check(pairs, {"サーバー": "server"}, kinds=["variant"])
    assert (finding.unit, finding.found, finding.expected) == ("1", "サーバ", ("サーバー",))


def test_listed_spellings_are_no_variants_of_each_other() -> None:
    move = dict.fromkeys(["引っ越し", "引越し"], "move")
    pairs = [(f"{ja}が終わる。", "The move ends.") for ja in (*move, "引越")]
    assert [(found.unit, found.found) for found in check(pairs, move, kinds=["variant"])] == [("3", "引越")]


def test_a_forbidden_rendering_names_the_spelling_of_the_text() -> None:
    shrine = ["神輿", "御神輿", "お神輿"]
    banned = Glossary(tuple(GlossaryEntry(ja, ("portable shrine",), forbidden=("palanquin",)) for ja in shrine))
    (finding,) = check([("お神輿を担ぐ。", "They carry the palanquin.")], banned, kinds=["forbidden"])
    assert finding.term == "お神輿"


def test_a_text_that_is_translated_in_two_ways() -> None:
    pairs = [
        ("設定を保存しますか。よろしいですか。", "Save the settings?"),
        ("設定を保存しますか。よろしいですか。", "Do you save settings."),  # the same words
        ("設定を保存しますか。よろしいですか。", "Keep the settings?"),
        ("保存", "Save"),
        ("保存", "Saved"),  # a label may differ from place to place
    ]
    (finding,) = check(pairs, kinds=["inconsistent"])
    assert (finding.unit, finding.severity, finding.expected) == ("3", "warning", ("Save the settings?",))
    assert finding.message == "Unit 1 has another translation of the same Japanese: “Save the settings?”."
    assert (
        repair(finding) == "Translate as elsewhere, “Save the settings?”, unless this place needs another translation."
    )


@pytest.mark.parametrize(
    ("translations", "expected"),
    [
        (["Tell us within 6 days.", "Tell us within 5 days."], "1 number"),
        (["Tell us within 5 days.", "Tell us within 6 days."], "2 number"),
        (["Report returns within 6 days.", "Tell us within 6 days."], "1 number, 2 number"),
        (["Tell us within 5 days.", "Tell us by fax within 5 days."], "2 forbidden"),
        (["Tell us within 5 days.", "Tell us of 返品 within 5 days."], "2 untranslated"),
        (["Tell us within 5 days.", "Report returns within 5 days."], "2 inconsistent"),
        (
            ["Tell us within 6 days.", "Tell us within 5 days.", "Report returns within 5 days."],
            "1 number, 3 inconsistent",
        ),
    ],
)
def test_another_finding_explains_why_two_translations_differ(translations: list[str], expected: str) -> None:
    terms = glossary("連絡=!fax")
    found = check([("返品は5日以内にご連絡ください。", en) for en in translations], terms)
    assert ", ".join(f"{finding.unit} {finding.kind}" for finding in found) == expected


def test_a_rendering_that_keeps_coming_is_said_once() -> None:
    pairs = [("警察が来た。", "The police came.")] * 5 + [("警察が動いた。", "The constabulary moved.")] * 4
    found = list(check(pairs, {"警察": "police"}, kinds=["inconsistent"]))
    assert len(found) <= 1
    for finding in found:
        assert (finding.severity, finding.term) == ("note", "警察")


def test_a_word_with_an_access_key_is_named_as_written() -> None:
    (finding,) = check(
        [("ファイルの一覧(&L)を開く。", "Opens the list of fi&els.")], {"ファイル": "files"}, kinds=KINDS
    )
    assert finding.en
    assert (finding.found, finding.texts[1][finding.en.start : finding.en.end]) == ("fi&els", "fi&els")


@pytest.mark.parametrize(
    ("english", "count"),
    [
        ("\u014ckubo Toshimichi sailed from Yokohama.", 0),
        ("O\u0304kubo Toshimichi sailed from Yokohama.", 0),  # looks the same
        ("Okubo Toshimichi sailed from Yokohama.", 0),
        ("Toshimichi \u014ckubo sailed from Yokohama.", 0),
        ("Toshimichi Okubo left Yokohama.", 1),
    ],
)
def test_accents_and_order_make_no_other_translation(english: str, count: int) -> None:
    ja = "大久保利通は横浜から出航したがった。"
    pairs = [(ja, "\u014ckubo Toshimichi sailed from Yokohama."), (unicodedata.normalize("NFD", ja), english)]
    assert len(list(check(pairs))) == count


@pytest.mark.parametrize(
    ("said", "source", "ja", "en", "expected"),
    [
        ("", "ja", "国際配送送料無料キャンペーン", "International delivery for free", ""),
        ("always", "ja", "国際配送送料無料キャンペーン", "International delivery for free", "missing 送料"),
        ("always", "ja", "送料は無料です。", "The shipping fee is waived.", ""),
        ("always", "ja", "送料を支払う。", "Pay it.", "missing 送料"),
        ("never", "ja", "送料を支払う。", "Pay it.", ""),
        ("never", "ja", "送料を支払う。", "Pay the postage.", "forbidden 送料"),
        ("always", "en", "購入後に店舗で知らされます。", "After buying it, you are told about the shipping fee in the shop.",
         "missing shipping fee"),
        ("never", "en", "支払う。", "Pay the shipping fee.", ""),
    ],
)  # fmt: skip
def test_terms_that_are_checked_always_or_never(said: Check, source: Language, ja: str, en: str, expected: str) -> None:
    terms = [GlossaryEntry("送料", ("shipping fee",), forbidden=("postage",), check=said)]
    found = check([(ja, en)], terms, kinds=KINDS, source=source, min_score=0.8)
    assert ", ".join(f"{finding.kind} {finding.term}" for finding in found) == expected


def test_a_term_that_is_never_checked_is_not_inconsistent() -> None:
    pairs = [("警察が来た。", "The constabulary came.")] * 4 + [("警察が動いた。", "The police moved.")] * 2
    assert [f for f in check(pairs, [GlossaryEntry("警察", ("police",))]) if f.term]
    assert not [f for f in check(pairs, [GlossaryEntry("警察", ("police",), check="never")]) if f.term]


@pytest.mark.parametrize(
    ("english", "missing"),
    [
        ("A machine outage deleted the customers' bills.", {"サーバー", "障害", "ユーザー", "請求書"}),
        ("A machine failure deleted the customers' bills.", {"サーバー", "ユーザー", "請求書"}),
        ("A server failure deleted the users' invoices.", set()),
    ],
)
def test_a_translation_that_ignores_the_whole_glossary(english: str, missing: set[str]) -> None:
    glossary = {"サーバー": "server", "障害": "failure", "ユーザー": "user", "請求書": "invoice"}
    found = check([("サーバーの障害でユーザーの請求書が消えた。", english)], glossary)
    assert {finding.term for finding in found if finding.kind == "missing"} == missing
