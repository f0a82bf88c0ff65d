"""The kana syllabary: each mora with its Latin spellings.

The sources are Kenkyūsha and ALA-LC for Hepburn, Cabinet notification no. 1 of 1954, table 1, for Kunrei, and its table 2,
kana by kana (ISO 3602 strict), for Nihon. Morae of loanwords are from Cabinet notification no. 2 of 1991. Kunrei and Nihon
have no letters for those. Where Hepburn's letters would be another mora (ti is チ), an apostrophe distinguishes the two (t'i
is ティ).
"""

from typing import NamedTuple

# mora, Hepburn [, Kunrei [, Nihon]]: a missing column repeats the one before it.
_TABLE = """
ア a;イ i;ウ u;エ e;オ o
カ ka;キ ki;ク ku;ケ ke;コ ko;キャ kya;キュ kyu;キョ kyo
サ sa;シ shi si;ス su;セ se;ソ so;シャ sha sya;シュ shu syu;ショ sho syo
タ ta;チ chi ti;ツ tsu tu;テ te;ト to;チャ cha tya;チュ chu tyu;チョ cho tyo
ナ na;ニ ni;ヌ nu;ネ ne;ノ no;ニャ nya;ニュ nyu;ニョ nyo
ハ ha;ヒ hi;フ fu hu;ヘ he;ホ ho;ヒャ hya;ヒュ hyu;ヒョ hyo
マ ma;ミ mi;ム mu;メ me;モ mo;ミャ mya;ミュ myu;ミョ myo
ヤ ya;ユ yu;ヨ yo
ラ ra;リ ri;ル ru;レ re;ロ ro;リャ rya;リュ ryu;リョ ryo
ワ wa;ヰ i i wi;ヱ e e we;ヲ o o wo
ガ ga;ギ gi;グ gu;ゲ ge;ゴ go;ギャ gya;ギュ gyu;ギョ gyo
ザ za;ジ ji zi;ズ zu;ゼ ze;ゾ zo;ジャ ja zya;ジュ ju zyu;ジョ jo zyo
ダ da;ヂ ji zi di;ヅ zu zu du;デ de;ド do;ヂャ ja zya dya;ヂュ ju zyu dyu;ヂョ jo zyo dyo
バ ba;ビ bi;ブ bu;ベ be;ボ bo;ビャ bya;ビュ byu;ビョ byo
パ pa;ピ pi;プ pu;ペ pe;ポ po;ピャ pya;ピュ pyu;ピョ pyo
クヮ ka ka kwa;グヮ ga ga gwa
イェ ye;ウィ wi;ウェ we;ウォ wo;ウュ wyu;キェ kye;ギェ gye
クァ kwa;クィ kwi;クェ kwe;クォ kwo;グァ gwa;グィ gwi;グェ gwe;グォ gwo
シェ she sye;ジェ je zye;チェ che tye;スィ si s'i;ズィ zi z'i
ツァ tsa;ツィ tsi;ツェ tse;ツォ tso;ツュ tsyu
ティ ti t'i;トゥ tu t'u;テュ tyu t'yu;ディ di d'i;ドゥ du d'u;デュ dyu d'yu
ニェ nye;ヒェ hye;ビェ bye;ピェ pye;ミェ mye;リェ rye;ホゥ hu h'u
ファ fa;フィ fi;フェ fe;フォ fo;フャ fya;フュ fyu;フョ fyo
ヴァ va;ヴィ vi;ヴ vu;ヴェ ve;ヴォ vo;ヴャ vya;ヴュ vyu;ヴョ vyo
ヷ va;ヸ vi;ヹ ve;ヺ vo
ァ a;ィ i;ゥ u;ェ e;ォ o;ャ ya;ュ yu;ョ yo;ヮ wa;ヵ ka;ヶ ke
ㇰ k;ㇱ s;ㇲ s;ㇳ t;ㇴ n;ㇵ h;ㇶ h;ㇷ p;ㇸ h;ㇹ h;ㇺ m;ㇻ r;ㇼ r;ㇽ r;ㇾ r;ㇿ r
"""


class Syllable(NamedTuple):
    """The Latin spellings of a mora."""

    hepburn: str
    kunrei: str
    nihon: str


def _read_table() -> dict[str, Syllable]:
    table = {}
    for cell in _TABLE.replace("\n", ";").split(";"):
        if cell:
            kana, *spellings = cell.split(" ")
            spellings += spellings[-1:] * (3 - len(spellings))
            table[kana] = Syllable(*spellings)
    return table


SYLLABLES = _read_table()
