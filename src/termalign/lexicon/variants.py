"""Old and variant forms of characters, for names and words that the dictionary has only in the standard form.

The pairs of a variant and its standard form are the Kangxi forms that the table of Jōyō kanji (常用漢字表, 2010) gives in
brackets, and variants that are common in names (髙橋, 𠮷野, 山﨑, 渡邉).
"""

PAIRS = (
    "亞亜 惡悪 壓圧 圍囲 爲為 醫医 壹壱 隱隠 榮栄 營営 衞衛 驛駅 圓円 鹽塩 緣縁 艷艶 應応 歐欧 毆殴 "
    "櫻桜 奧奥 橫横 溫温 穩穏 假仮 價価 畫画 會会 壞壊 懷懐 繪絵 槪概 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 "
    "勸勧 卷巻 寬寛 歡歓 罐缶 觀観 關関 陷陥 顏顔 氣気 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 峽峡 挾挟 敎教 "
    "狹狭 堯尭 曉暁 區区 驅駆 勳勲 薰薫 羣群 徑径 惠恵 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 藝芸 擊撃 "
    "缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 硏研 縣県 險険 顯顕 驗験 嚴厳 廣広 恆恒 鑛鉱 號号 國国 黑黒 "
    "濟済 碎砕 齋斎 劑剤 册冊 雜雑 參参 慘惨 棧桟 蠶蚕 贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 舍舎 "
    "寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒 敍叙 奬奨 將将 燒焼 稱称 證証 乘乗 剩剰 "
    "壤壌 孃嬢 條条 淨浄 疊畳 穰穣 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 眞真 盡尽 圖図 粹粋 醉酔 隨随 髓髄 "
    "數数 樞枢 聲声 靜静 齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 雙双 壯壮 搜捜 插挿 "
    "爭争 總総 聰聡 莊荘 裝装 騷騒 增増 臟臓 藏蔵 屬属 續続 墮堕 體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 "
    "澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 聽聴 敕勅 鎭鎮 遞逓 鐵鉄 轉転 "
    "點点 傳伝 黨党 盜盗 燈灯 當当 鬭闘 德徳 獨独 讀読 屆届 繩縄 貳弐 惱悩 腦脳 廢廃 拜拝 賣売 麥麦 "
    "發発 髮髪 拔抜 蠻蛮 祕秘 濱浜 甁瓶 拂払 佛仏 竝並 變変 邊辺 辯弁 瓣弁 辨弁 步歩 穗穂 寶宝 豐豊 "
    "沒没 飜翻 萬万 滿満 默黙 彌弥 藥薬 譯訳 豫予 餘余 與与 譽誉 搖揺 樣様 謠謡 遙遥 來来 賴頼 亂乱 "
    "覽覧 龍竜 兩両 獵猟 綠緑 壘塁 淚涙 勵励 禮礼 隸隷 靈霊 齡齢 戀恋 爐炉 勞労 樓楼 郞郎 祿禄 錄録 "
    "灣湾 瑤瑶 "
    "戶戸 歸帰 每毎 狀状 稻稲 鬪闘 龜亀 姬姫 舖舗 曾曽 瘦痩 麵麺 曆暦 "
    # in names
    "髙高 﨑崎 𠮷吉 邉辺 濵浜 槗橋 嶋島 嶌島 桒桑 栁柳 舘館 冨富 峯峰 淸清 靑青 曻昇 渕淵 㟢崎 "
    "嵜崎 碕崎 凛凜 弌一 鄰隣 逹達 昻昂 禰祢 埜野 穐秋 亰京 刄刃 巖巌"
)
_VARIANTS = frozenset(pair[0] for pair in PAIRS.split())
_STANDARD = str.maketrans({pair[0]: pair[1] for pair in PAIRS.split()})


def standard_form(text: str) -> str:
    """Return `text` with standard forms in place of old and variant ones.

    >>> standard_form("髙橋"), standard_form("國會"), standard_form("高橋")
    ('高橋', '国会', '高橋')
    """
    return text if _VARIANTS.isdisjoint(text) else text.translate(_STANDARD)
