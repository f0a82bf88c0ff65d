"""Placeholders and tags that only one of the texts has."""

from pathlib import Path

import pytest

from termalign import check
from termalign.checking import repair
from termalign.cli import main

FOUND = [
    ("@PC_NAME@が来た。", "The hero came.", [("@PC_NAME@", "")]),
    ("%PLACE%へ。", "To $PLACE$.", [("%PLACE%", ""), ("", "$PLACE$")]),
    ("[[NAME]]が来た。", "[[NAMES]] came.", [("[[NAME]]", "[[NAMES]]")]),
    ("{item}を得た。", "Got { item }.", [("{item}", "{ item }")]),
    ("%s を削除しました。", "Deleted.", [("%s", "")]),
    ("%sは%dです。", "%d is %s.", [("%s", "%d"), ("%d", "%s")]),
    ("%1$sは%2$dです。", "%s is %s.", [("%2$d", "%s")]),
    ("%(name)s を開く。", "Open %(nmae)s.", [("%(name)s", "%(nmae)s")]),
    ("%1 を開く。", "Open %2.", [("%1", "%2")]),
    ("{name}さん、こんにちは。", "Hello, {nmae}.", [("{name}", "{nmae}")]),
    ("${user} を削除する。", "Delete the user.", [("${user}", "")]),
    ("<color=red>危険</color>", "<color=blue>Danger</color>", [("<color=red>", "<color=blue>")]),
    ("{name}さんは%sを持つ。", "It has %d.", [("{name}", ""), ("%s", "%d")]),
    ("{{ user }} を削除する。", "Delete {{user}} at {{time}}.", [("", "{{time}}")]),
    ("{count, plural, other {# 件}}", "{n, plural, one {# item} other {# items}}", [("{count, plural", "{n, plural")]),
    ("<b>注意</b>して開く。", "Open it with <b>care.", [("</b>", "")]),
    ('<a href="{0}">ここ</a>', '<a href="{1}">here</a>', [("{0}", "{1}")]),
    ('<img alt="%(name)s"/>を開く。', '<img alt="name"/> opens.', [("%(name)s", "")]),
    ("パッケージは PyPI.org にある。", "Packages are on PyPy.org.", [("PyPI.org", "PyPy.org")]),
    ("v%sは%rです。", "This is v%s.", [("%r", "")]),
    ("{user.name}さん、こんにちは。", "Hello.", [("{user.name}", "")]),
    ("収益%s給与%s課税", "Income%sSalary", [("%s", "")]),
    ("幅(%.2fmm)です。", "The width is %.3d mm.", [("%.2f", "%.3d")]),
    ("%Y 年の %(name)s", "%(nmae)s in %Y", [("%(name)s", "%(nmae)s")]),
    ("<0>保存</0>する。", "Save it.", [("<0>", ""), ("</0>", "")]),
    ("注意して開く。", "Open it with <b>care</b>.", [("", "<b>"), ("", "</b>")]),
    ("<player>が勝った。", "The player has won.", [("<player>", "")]),
    (r"\C[1]剣\C[0]を得た。", r"You got \C[1]a sword.", [(r"\C[0]", "")]),
    (
        '<a href="https://x.example/k">開発者</a>ページ',
        'The <a href="https://x.example/k">Developers page',
        [("</a>", "")],
    ),
    (
        "https://x.example/oauthで取得します。",
        "Get it at https://x.example/auth.",
        [("https://x.example/oauth", "https://x.example/auth")],
    ),
    ("help@x.example へ", "Contact hello@x.example.", [("help@x.example", "hello@x.example")]),
    ("`gift`の既定値は`false`です。", "The default of `gift` is `true`.", [("`false`", "`true`")]),
    (":func:`os.open`を呼ぶ。", "Calls :func:`os.fdopen`.", [("`os.open`", "`os.fdopen`")]),
    ("Ctrl+S で保存します。", "Press Ctrl+D to save.", [("Ctrl+S", "Ctrl+D")]),
    ("Ctrl+Shift+Sを押す。", "Press Ctrl+S.", [("Ctrl+Shift+S", "Ctrl+S")]),
    ("⌘S で保存します。", "Press Cmd+D to save.", [("⌘S", "Cmd+D")]),
    ("Ｃｔｒｌ＋Ｓで保存", "Save with Ctrl + Shift + S", [("Ｃｔｒｌ＋Ｓ", "Ctrl + Shift + S")]),
    ("Altキーを押しながらF4を押す。", "Press Ctrl+F4.", [("Altキーを押しながらF4", "Ctrl+F4")]),
    ("{version}に更新します。", "Updating to {version}{version}.", [("{version}", "{version}")]),
    ("{0}を変更しました。", "Changed {0} to {0}.", [("{0}", "{0}")]),
    ("{0}を{0}に変更しました。", "Changed {0}.", [("{0}", "{0}")]),
    ("%(name)sを消す。", "Delete %(name)s%(name)s.", [("%(name)s", "%(name)s")]),
    ("<b>保存</b>を押す。", "Press <b>Save</b></b>.", [("", "</b>")]),
    ("<b>保存</b>を押す。", "Press </b>Save<b>.", [("", "</b>")]),
    ("<b>保存</b>を押す。", "Press <b><b>Save</b>.", [("", "<b>")]),
    ("<0>保存</0>を押す。", "Press </0>Save<0>.", [("", "</0>")]),
    ("[OK] をクリックする。", "Click [Cancel].", [("[OK]", "[Cancel]")]),
    ("maxRetries は 5 です。", "maxRetry is 5.", [("maxRetries", "maxRetry")]),
    ("max_retries は 5 です。", "max_retry is 5.", [("max_retries", "max_retry")]),
    ("get_user() を呼び出す。", "Call get_users().", [("get_user()", "get_users()")]),
    ("--verbose を指定する。", "Specify --version.", [("--verbose", "--version")]),
    ("config.yaml を編集する。", "Edit config.yml.", [("config.yaml", "config.yml")]),
    ("a.json と b.json", "a.json and c.json", [("b.json", "c.json")]),
    ("ボルトを外します。", "Remove the the bolts.", [("", "the the")]),
    ("ボルトを外します。", "The the bolts are removed by by hand.", [("", "The the"), ("", "by by")]),
]
QUIET = [
    ("この型には 'extends {0}' 制約が必要です。", "It needs an `extends {0}` constraint."),
    ("彼は以前それを持っていた。", "He had had that that day."),
    ("ログインした。", "She logged in in 2020 and went on on foot."),
    ("ビタミンAを1日に1錠", "Vitamin A a day"),
    ("`or or` を消す。", "Delete `or or`."),
    ("次を見る。", "Refer to to-do lists, and the. The end."),
    ("[OK] をクリックする。", "Click *OK*."),
    ("[キャンセル] と [OK]", "[Cancel] and [OK]"),
    ("[OK] をクリックする。", "Click the button."),
    ("[Python](a.html)", "[the page](a.html)"),
    ("max_retries は 5 です。", "The maximum of retries is 5."),
    ("maxRetries は 5 です。", "maxretries is 5."),
    ("get_user() を呼び出す。", "Call `get_user`."),
    ("get_user() を呼び出す。", "Call get_user with --all."),
    ("--verbose か -v を指定する。", "Specify -v or --verbose."),
    ("パッケージは PyPI.org にある。", "Packages are on https://pypi.org/."),
    ("例えばamazon.comの創業者である。", "He is, for example, the founder of Amazon."),
    ("config.yaml を編集する。", "Edit settings.txt, then config.yaml."),
    ("{maxRetries}回", "{maxRetries} times"),
    ("{0}を{1}に{0}した。", "{0}: {1} {0}."),
    ("{0}を{0}に{0}した。", "Changed {0} to {0}."),
    ("%1$sを%2$sに変えた。%2$sは安全です。", "Changed %s to %s."),
    ("<b>保存</b>", "<b>Save</b> or <b>keep</b>"),
    ("<B>保存</b>", "<b>Save</B>"),
    ("<li>灰</li><li>火", "<li>ash</li> <li>fire"),
    ("<b>灰</b></b>", "<b>ash</b></b>"),
    ("<b>灰<br/></b>", "<b>ash<br></b>"),
    ("`<b>`は<b>太字</b>です。", "`</b>` is <b>bold</b>."),
    ("%s の %d 行目", "Line %2$d of %1$s"),
    ("⌘S で保存します。", "Press Cmd+S to save."),
    ("Control+Option+Delete を押す。", "Press Ctrl-Alt-Del."),
    ("Ctrl キーを押しながら S を押す。", "Hold down Ctrl and press S."),
    ("Ctrl+S で保存します。", "Choose Save from the menu."),
    ("Ctrl+C でコピー、Ctrl+V で貼り付け", "Ctrl+V pastes what Ctrl+C has copied."),
    ("Shift-JIS を選ぶ。", "Choose Windows-1252."),
    ("%5.1f 秒かかった。", "It took %.2f seconds."),
    ("{count} 件の項目", "{count, plural, one {an item} other {# items}}"),
    ("{sex, select, male {彼} other {その人}}が", "{sex, select, male {he} female {she} other {they}}"),
    ("{0:>10} を開く。", "Open {0:>10}."),
    ("{{ item }}を得た。", "Got {{item}}."),
    ("@PC_NAME@が来た。", "@PC_NAME@ came."),
    ("$Aと$Bの和", "the sum of A and B"),
    ('<a href="/ja/">ここ</a>を押す。<br>', 'Press <a href="/en/">here</a>.'),
    ('<a href="{{ url }}" title="{n}">ここ</a>', 'Press <a title="{n}" href="{{url}}">here</a>.'),
    ('<a href="/wiki/%E7%81%B0">灰</a>', 'The <a href="/wiki/Ash">ash</a>'),
    ("親鸞〈宗祖〉は", "Shinran <the founder of the sect> is"),
    ("最終更新: %x(%a)%p%I:%M", "Last modified on %a, %b %d, %Y at %I:%M %p"),
    ("%x %p%l:%M", "%l:%M %P, %e %B %Y"),
    ("幅(%.2fmm)です。", "The width is %.2f mm."),
    ("収益%s給与%s課税", "Income%sSalary%sTaxable"),
    ("成功率は 50%d とした。", "The rate was 50% d of it."),
    ("other {0} を選ぶ。", "Choose other {0}."),
    (r"\emph{語}を見る。", r"See the \emph{word}."),
    ("5<10 かつ 20>3", "5 < 10, and 20 > 3"),
    ("50%の<b>増</b>", "an <B>increase</B> of 50%"),
    ("``%s`` は文字列です。", "A string is meant."),
    (":ref:`監査 <auditing>` を見る。", "See the audit."),
    ("{name}さん", ""),
    ("http://x.example/ja/help/を見る。", "See https://x.example/en/help."),
    ("`設定`を開く。", "Open `Settings`."),
    ("``'a'``と`~os.path.join`", '``"a"`` and `os.path.join`'),
    ("`false`です。", "It is false, not `true`."),
    ("https://ja.wikipedia.org/wiki/%E5%B7%AEを見る。", "See https://en.wikipedia.org/wiki/Error."),
    (":ref:`監査イベント <auditing>`", "an :ref:`auditing event <auditing>`"),
]


@pytest.mark.parametrize(("ja", "en", "pairs"), FOUND)
def test_found(ja: str, en: str, pairs: list[tuple[str, str]]) -> None:
    findings = list(check([(ja, en)], kinds=["placeholder"]))
    assert [(f.ja.text if f.ja else "", f.en.text if f.en else "") for f in findings] == pairs
    assert all(f.severity == "error" for f in findings)


@pytest.mark.parametrize(("ja", "en"), QUIET)
def test_quiet(ja: str, en: str) -> None:
    assert not list(check([(ja, en)], kinds=["placeholder"]))


HEAD = '<xliff version="1.2"><file original="a" source-language="{}" target-language="{}"><body>'
#: Both texts of a unit of XLIFF, the placeholders that the English lacks, and the inline codes that one of them lacks
CODES = [
    ('<x id="1" equiv-text="{name}"/>さんです。', "Signed in.", ["{name}"], []),
    ('<ph id="1">%s</ph>を<ph id="2">%s</ph>に移す。', 'Moved <ph id="1">%s</ph>.', ["%s"], []),
    ('<g id="1">左</g>に回し、<x id="2"/>で固定する。', 'Turn it to the <g id="1">left</g>.', [], ['<x id="2"/>']),
    ('<g id="1">警告</g>：<g id="2">触れるな。</g>', '<g id="2">WARNING</g>: Do not touch.', [], ['<g id="1">']),
    ('20<x id="1" ctype="lb"/>個', "20 items", [], ['<x id="1"/>']),
    (
        '<bpt id="1">&lt;b&gt;</bpt>灰<ept id="1">&lt;/b&gt;</ept>',
        '<bpt id="1">&lt;b&gt;</bpt>ash',
        [],
        ['<ept id="1">'],
    ),
    ('<bx id="1" rid="1"/>灰<ex id="2" rid="1"/>', "ash", [], ['<bx id="1">', '<ex id="2">']),
    ('図<ph id="1">&lt;xref/&gt;</ph>', 'Fig. <ph id="1"/> <ph id="1"/>', [], ['<ph id="1"/>']),
    ('図<x id="1"/>', 'Fig. <x id="2"/>', [], ['<x id="1"/>', '<x id="2"/>']),
    ('<x id="1" equiv-text="{name}"/>さんです。', "This is {name}.", [], []),
    ('<ph id="1">%s</ph>を移す。', '<ph id="1">%s</ph> was moved.', [], []),
    ('<g id="1">保存</g>と<g id="2">終了</g>', '<g id="2">Quit</g> and <g id="1">Save</g>', [], []),
    ("<x/>を押す。<ph>[0]</ph>", "Press it.", [], []),
    ('10<g id="1" ctype="x-sup">3</g>個', "10³ cells", [], []),
    ('30<x id="1" equiv-text="&#160;"/>mLを飲む。', "Drink 30 mL.", [], []),
    ('<mrk mtype="term">灰</mrk>', "ash", [], []),
    ('<g id="5">灰</g>', '<g id="pm1111aaaa-0000-4000-8000-000000000001">ash</g>', [], []),
]


@pytest.mark.parametrize("languages", [("ja", "en"), ("en", "ja")])
@pytest.mark.parametrize(("ja", "en", "lost", "codes"), CODES)
def test_codes_of_a_file(
    ja: str, en: str, lost: list[str], codes: list[str], languages: tuple[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "m.xlf"
    source, target = (ja, en) if languages[0] == "ja" else (en, ja)
    body = f'<trans-unit id="1"><source>{source}</source><target>{target}</target></trans-unit>'
    file.write_text(f"{HEAD.format(*languages)}{body}</body></file></xliff>", encoding="utf-8")
    findings = list(check(file, kinds=["placeholder"]))
    assert [finding.ja.text for finding in findings if finding.ja] == lost
    said = [code for finding in findings if not finding.ja for code in finding.expected or finding.found.split(", ")]
    assert sorted(said) == sorted(codes)
    assert all(code in "".join(finding.message for finding in findings) for code in codes)


def test_codes_of_a_memory(tmp_path: Path) -> None:
    both = '<seg>{}<bpt i="1" x="1">&lt;b&gt;</bpt>5<ept i="1">&lt;/b&gt;</ept>{}</seg>'
    variants = [("ja", both.format("", '<ph x="2">[0]</ph><ph>[1]</ph>')), ("en", both.format("a ", ""))]
    units = "".join(f'<tuv xml:lang="{language}">{segment}</tuv>' for language, segment in variants)
    file = tmp_path / "m.tmx"
    file.write_text(f'<tmx version="1.4"><header/><body><tu>{units}</tu></body></tmx>', encoding="utf-8")
    (finding,) = check(file, kinds=["placeholder"])
    assert finding.message == 'The inline code <ph x="2"/> is not in the English.'
    assert repair(finding) == 'Put <ph x="2"/> into the translation.'


def test_a_command_compares_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "m.xlf2"
    head = '<xliff version="2.0" srcLang="ja" trgLang="en"><file id="f"><unit id="u"><segment>'
    body = '<source><pc id="1">灰</pc></source><target><pc id="1">ash</pc><ph id="2"/><ph id="2"/></target>'
    file.write_text(f"{head}{body}</segment></unit></file></xliff>", encoding="utf-8")
    assert main(["check", str(file)]) == 1
    assert 'The inline code <ph id="2"/> is not in the Japanese.' in capsys.readouterr().out


def test_repair_of_a_doubled_word() -> None:
    (finding,) = check([("ボルトを外します。", "Remove the the bolts.")])
    assert finding.message == "“the” is there twice."
    assert repair(finding) == "Write “the” in place of “the the”."


def test_repair() -> None:
    pair = ("{a}は{b}です。<b>", "{c} is. </i><i>")
    assert [repair(finding) for finding in check([pair], kinds=["placeholder"])] == [
        "Put “{a}” into the translation in place of “{c}”.",
        "Put “{b}” into the translation.",
        "Put “<b>” into the translation in place of “</i>”.",
        "Take out “<i>”: the Japanese does not have it.",
    ]


@pytest.mark.parametrize(
    ("name", "ja", "en", "found"),
    [
        ("hours_one", "%d 時間前", "an hour ago", []),
        ("hours.one", "{{count}} 個を{{folder}}に移した。", "One item was moved to {{folder}}.", []),
        ("files:one", "%d 個のファイル", "1 file", []),
        ("files_other", "%d 個のファイル", "files", ["placeholder"]),
        ("hours", "%d 時間前", "an hour ago", ["placeholder"]),
        ("files_one", "{{count}} 個を{{folder}}に移した。", "One item was moved.", ["placeholder", "placeholder"]),
        ("files_one", "{{count}} 個のファイル", "2 files", ["number"]),
    ],
)
def test_a_singular_needs_no_number(name: str, ja: str, en: str, found: list[str], tmp_path: Path) -> None:
    (tmp_path / "units.tsv").write_text(f"id\tja\ten\n{name}\t{ja}\t{en}\n", encoding="utf-8")
    assert [finding.kind for finding in check(tmp_path / "units.tsv")] == found


def test_the_singular_of_a_catalogue_needs_no_number(tmp_path: Path) -> None:
    header = 'msgid ""\nmsgstr "Language: ja\\n"\n\n'
    entry = 'msgid "An hour ago"\nmsgid_plural "%d hours ago"\nmsgstr[0] "{}"\n'
    (tmp_path / "m.po").write_text(header + entry.format("%d 時間前"), encoding="utf-8")
    assert not list(check(tmp_path / "m.po"))
    (tmp_path / "m.po").write_text(header + entry.format("時間前"), encoding="utf-8")
    assert [(finding.kind, finding.unit) for finding in check(tmp_path / "m.po")] == [("placeholder", "2")]
