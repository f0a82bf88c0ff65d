"""Variant forms of kanji in names, and the forms under which dictionaries list them.

The pairs of the personal-name form and the jōyō form are those of Japan's family-register usage (Ministry of
Justice, koseki unified characters); only forms that names really have are listed.
"""

_PAIRS = """
髙高 﨑崎 嵜崎 碕崎 𠮷吉 濵浜 濱浜 邉辺 邊辺 澤沢 齋斎 齊斉 廣広 國国 嶋島 嶌島 櫻桜 瀧滝 龍竜 惠恵
榮栄 團団 圓円 寶宝 實実 壽寿 將将 專専 眞真 禮礼 靜静 鐵鉄 鑛鉱 黑黒 德徳 綠緑 緖緒 衞衛 豐豊 轉転
澁渋 淺浅 濟済 灣湾 獨独 畫画 發発 縣県 總総 聲声 與与 舊旧 藝芸 藥薬 藏蔵 處処 觀観 譽誉 變変 賣売
醫医 釋釈 關関 雙双 靈霊 鷄鶏 鹽塩 麥麦 點点 齒歯 萬万 會会 亞亜 來来 冨富 凛凜 劍剣 勳勲 單単 嚴厳
壯壮 學学 寬寛 對対 峯峰 帶帯 廳庁 弌一 彌弥 從従 應応 戰戦 戶戸 拂払 擇択 曉暁 條条 樂楽 樣様 歐欧
歸帰 殘残 每毎 氣気 淸清 溪渓 燈灯 爲為 狀状 狹狭 甁瓶 當当 盜盗 祕秘 稻稲 穗穂 竝並 粹粋 絲糸 經経
纖繊 臺台 莊荘 號号 蠶蚕 證証 讀読 豫予 輕軽 鄰隣 醉酔 隱隠 雜雑 靑青 顯顕 餘余 驛駅 髓髄 體体 鬪闘
默黙 龜亀 桒桑 槗橋 栁柳 舘館 逹達 曻昇 昻昂 遙遥 瑤瑶 堯尭 禰祢 賴頼 埜野 穐秋 亰京 假仮 兒児 刄刃
卷巻 參参 圖図 增増 壞壊 姬姫 孃嬢 巖巌 廢廃 攝摂 敎教
"""

_FORMS = {pair[0]: pair[1] for pair in _PAIRS.split()}
_TABLE = str.maketrans(_FORMS)


def standard_forms(text: str) -> str:
    """Return `text` with variant kanji in their standard forms, so that offsets stay the same.

    Examples
    --------
    >>> standard_forms("髙﨑"), standard_forms("𠮷野家"), standard_forms("高崎")
    ('高崎', '吉野家', '高崎')
    """
    return text.translate(_TABLE)
