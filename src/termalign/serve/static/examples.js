// Something to try, for each kind of input.

export const EXAMPLES = {
  translation: {
    ja: "警察庁は特殊詐欺の被害額が95億円に上ったと10月1日に発表した。",
    en: "The National Police Agency (NPA) said on October 1 that losses from special fraud came to 9.5 billion yen.",
  },
  terms: {
    terms: "匿名・流動型犯罪グループ\n特殊詐欺\n警察庁\n闇バイト\n消費税",
    en: "The National Police Agency (NPA) has set up a team against Tokuryu, the anonymous and fluid crime groups that recruit through yami baito, or dark part-time jobs. Special fraud (tokushu sagi) is what the Tokuryu live on, the NPA says.",
  },
  pairs: {
    pairs: [
      ["桜島が噴火した。", "Sakurajima erupted."],
      ["ユーザーを3人まで登録できる。", "Up to 30 users can be registered."],
      ["会議は10月1日に東京で開かれた。", "The meeting was held in Tokyo on October 2."],
      ["消費税は10％です。", "The consumption tax is 10%."],
    ].map((pair) => pair.join("\t")).join("\n"),
  },
  mixed: {
    mixed: "Tokuryu, short for “匿名・流動型犯罪グループ”, are anonymous and fluid crime groups. They recruit through dark part-time jobs (闇バイト).",
  },
};
