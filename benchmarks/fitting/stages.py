"""The models of the score, fitted one after the other: each is made with the one before in use."""

import random
from collections.abc import Callable
from typing import NamedTuple

import termalign.score as score
from benchmarks.data import Folder, Pair
from benchmarks.fitting.choices import (
    annotated,
    choice_examples,
    context_examples,
    given_examples,
    worthwhile,
)
from benchmarks.fitting.claims import Claims, article_examples, naming_examples
from benchmarks.fitting.logistic import Example, fit
from termalign import Aligner
from termalign.meaning.encoder import packaged

RARE = (
    *("acronym", "acronym/defined", "clip", "clip/morae", "apposition", "verbatim", "number", "date"),
    *("glossary", "learned", "name", "apposition/in-english", "gloss/tail"),
)
"""Kinds of evidence that the data hardly shows: they keep the strength that their matcher gives them."""
CLAIM_PRIOR = {"logit": 1.0, "plural-generic": -4.0, "quoted": 0.5}
CHOICE_PRIOR = {"choice/logit": 1.0}

Weights = dict[str, float]
Kept = Callable[[str], bool]
"""Whether a document is one to fit on."""


class Located(NamedTuple):
    """Sentence pairs with located terms."""

    kyoto: list[Pair]
    law: list[Pair]
    news: list[Pair]


class Stages:
    """The development data, and the models fitted on it.

    Parameters
    ----------
    folder : Folder
        With ``kyoto_terms``, ``law_terms``, ``news_links``, ``kftt_words`` and ``article``;
        ``news_text`` says which sentences of news are of one document.
    """

    def __init__(self, folder: Folder) -> None:
        self.aligner = Aligner(min_score=0.0)
        document_of = {ja: document for document, ja, _ in folder.running_text()}
        news = [pair._replace(document=document_of.get(pair.ja, pair.document)) for pair in folder.news()]
        self.located = Located(folder.pairs("kyoto_terms.jsonl"), folder.pairs("law_terms.jsonl"), news)
        random.Random(3).shuffle(self.located.kyoto)
        self.words = folder.records("kftt_words.jsonl")
        self.texts = list(annotated(news, self.words))
        collect = Claims(self.aligner, seed=0)
        self.claims = [
            *collect.examples(self.located.kyoto[:1800], 1500, 1.0),
            *collect.examples(self.located.law, 300, 2.0),
            *collect.examples(self.located.news, 600, 4.0),
            *article_examples(self.aligner, folder, 6.0),
            *naming_examples(self.aligner, 0.7),
        ]

    def fitted(self, kept: Kept = lambda document: True) -> tuple[Weights, dict[str, list[Example]]]:
        """Weights fitted on the documents that are `kept`, and the examples of every document, by stage.

        They are also the weights in use when it returns. Choice and context examples are made with the models before
        them, so that those of documents left out are what the aligner would have seen there.
        """
        weights = fit(_of(self.claims, kept), CLAIM_PRIOR, 30.0, left_out=RARE)
        score.use(weights)
        found = worthwhile(self.aligner, self.texts)
        choices = [
            *choice_examples(self.texts, found),
            *given_examples(self.aligner, self.located.kyoto[:450], 0.3),
            *given_examples(self.aligner, self.located.law, 0.6),
            *given_examples(self.aligner, self.located.news, 0.5),
        ]
        weights |= fit(_of(choices, kept), CHOICE_PRIOR, 2.0, free="choice/bias")
        score.use(weights)
        places = list(context_examples(self.aligner, self.texts, found))
        weights |= fit(_of(places, kept), {}, 2.0, free="context/bias")
        alike = list(context_examples(self.aligner, self.texts, found, packaged()))
        weights |= fit(_of(alike, kept), {}, 2.0, free="semantic/bias")
        score.use(weights)
        return weights, {"claim": self.claims, "choice": choices, "context": places, "semantic": alike}


def _of(examples: list[Example], kept: Kept) -> list[Example]:
    return [example for example in examples if kept(example.document)]
