"""Texts with something of most kinds of evidence in them."""

PAIRS = [
    (
        "警察庁は特殊詐欺の被害額が95億円に上ったと10月1日に発表した。",
        "The National Police Agency said on October 1st that losses from special fraud came to 9.5 billion yen.",
    ),
    (
        "広末涼子さんは静岡県の新東名高速道路で事故を起こした。",
        "Ryoko Hirosue had an accident on the Shin-Tomei Expressway in Shizuoka Prefecture.",
    ),
    ("闇バイトの募集はソーシャルメディアに多い。", "Postings for yami baito are common on social media."),
    ("日本航空（JAL）は客室乗務員のスニーカーを認めた。", "Japan Airlines (JAL) lets its cabin crew wear sneakers."),
    ("桜島が噴火し、鹿児島空港に灰が降った。", "Sakurajima erupted, and ash fell on Kagoshima Airport."),
    ("", ""),
    ("今日は。", "Hello."),
]
TERMS = ["特殊詐欺", "警察庁", "消費税", "匿名・流動型犯罪グループ"]
ARTICLE = (
    "The National Police Agency warned of Tokuryu, short for “匿名・流動型犯罪グループ” "
    "(Anonymous and Fluid Crime Groups), and of special fraud (tokushu sagi). "
    "Tokuryu is new; the National Police Agency watches it."
)
MIXED = [
    ARTICLE,
    "The yakuza (ヤクザ) and 闇バイト, or yami baito, are not Tokuryu (匿流).",
    "95億円 is 9.5 billion yen, and 95億円 is 95億円.",
    "東京 Tokyo 東京",
    "日本語だけ",
    "no Japanese",
]
