"""The spaCy component: spans of docs, with the links behind them, through every way that spaCy moves and stores docs."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news import PAIRS, many_pairs

from termalign import Aligner, Glossary
from termalign.integrations.rows import row_of

spacy = pytest.importorskip("spacy")
component = pytest.importorskip("termalign.integrations.spacy")

TERMS = ["匿名・流動型犯罪グループ", "警察庁", "消費税"]
ARTICLE = "The National Police Agency (NPA) went after Anonymous and Fluid Crime Groups."
FOUND = [
    ("Anonymous and Fluid Crime Groups", "匿名・流動型犯罪グループ"),
    ("National Police Agency", "警察庁"),
    ("NPA", "警察庁"),
]


def pipeline(language: str = "en", **config: Any) -> Any:
    nlp = spacy.blank(language)
    nlp.add_pipe("termalign", config=config)
    return nlp


def found_in(doc: Any, key: str = "termalign") -> list[tuple[str, str]]:
    return [(span.text, span.kb_id_) for span in doc.spans[key]]


def links_in(doc: Any, key: str = "termalign") -> list[Any]:
    return [component.link_of(span, key) for span in doc.spans[key]]


def test_the_entry_point_needs_no_import() -> None:
    code = (
        "import spacy\n"
        "nlp = spacy.blank('en'); nlp.add_pipe('termalign', config={'terms': ['桜島']})\n"
        "doc = nlp('Sakurajima erupted.'); print([span.text for span in doc.spans['termalign']])"
    )
    run = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8")
    assert run.stdout == "['Sakurajima']\n", run.stderr


def test_a_list_of_terms() -> None:
    doc = pipeline(terms=TERMS)(ARTICLE)
    alignment = Aligner().align(TERMS, ARTICLE)
    assert found_in(doc) == FOUND
    assert [span.label_ for span in doc.spans["termalign"]] == [link.kind for link in alignment]
    assert links_in(doc) == list(alignment)


def test_a_translation() -> None:
    nlp = pipeline()
    for ja, en in PAIRS:
        doc = nlp.make_doc(en)
        doc._.ja = ja
        assert links_in(nlp(doc)) == list(Aligner().align(ja, en))


def test_a_translation_and_only_some_terms() -> None:
    nlp = pipeline(terms=["桜島"])
    doc = nlp.make_doc("Sakurajima erupted.")
    doc._.ja = "桜島が噴火した。"
    assert found_in(nlp(doc)) == [("Sakurajima", "桜島")]


def test_terms_of_its_own() -> None:
    nlp = pipeline(terms=["消費税"])
    doc = nlp.make_doc(ARTICLE)
    doc._.ja = TERMS
    assert found_in(nlp(doc)) == FOUND


def test_japanese_in_the_text() -> None:
    nlp = pipeline()
    text = "Tokuryu, short for “匿名・流動型犯罪グループ”, is a new word."
    doc = nlp(text)
    assert found_in(doc) == [("Tokuryu", "匿名・流動型犯罪グループ")]
    assert links_in(doc) == list(Aligner().align_mixed(text))
    assert list(nlp("Nothing Japanese at all.").spans["termalign"]) == []
    assert list(nlp("").spans["termalign"]) == []


@pytest.mark.parametrize("n_process", [1, 2])
def test_pipes(n_process: int) -> None:
    nlp = pipeline()
    pairs = many_pairs(60)
    expected = [list(Aligner().align(ja, en)) for ja, en in pairs]
    docs = nlp.pipe(component.docs_of(nlp, pairs), n_process=n_process, batch_size=8)
    assert list(map(links_in, docs)) == expected
    contexts = [(en, {"ja": ja, "id": number}) for number, (ja, en) in enumerate(pairs)]
    piped = list(nlp.pipe(contexts, as_tuples=True, n_process=n_process, batch_size=8))
    assert [links_in(doc) for doc, _ in piped] == expected
    assert [context["id"] for _, context in piped] == list(range(60))


@pytest.mark.parametrize("nothing", [None, float("nan"), "NA"], ids=["None", "NaN", "NA"])
def test_what_is_missing_has_no_links(nothing: Any) -> None:
    if nothing == "NA":
        nothing = pytest.importorskip("pandas").NA
    nlp = pipeline(terms=TERMS)
    pairs = [(nothing, ARTICLE), (TERMS, nothing), (nothing, nothing), ([*TERMS, nothing], ARTICLE)]
    docs = list(nlp.pipe(component.docs_of(nlp, pairs)))
    assert [doc.text for doc in docs] == [ARTICLE, "", "", ARTICLE]
    assert [found_in(doc) for doc in docs] == [[], [], [], FOUND]
    assert [found_in(doc) for doc, _ in nlp.pipe([(ARTICLE, {"ja": nothing})], as_tuples=True)] == [[]]
    doc = nlp.make_doc(ARTICLE)
    doc._.ja = [*TERMS, nothing]
    assert found_in(nlp(doc)) == FOUND


@pytest.mark.parametrize(
    ("side", "context", "error", "message"),
    [
        (
            "en",
            {"en": "桜島が噴火した。"},
            ValueError,
            "the context has 'en', the language of the doc itself: .* as 'ja'",
        ),
        ("en", "桜島が噴火した。", TypeError, r"give \{'ja': '桜島が噴火した。'\}"),
        ("ja", {"ja": "Sakurajima erupted."}, ValueError, "the context has 'ja', .* as 'en'"),
    ],
)
def test_a_translation_under_no_language_is_refused(
    side: str, context: Any, error: type[Exception], message: str
) -> None:
    nlp = pipeline(side=side)
    with pytest.raises(error, match=message):
        list(nlp.pipe([("Sakurajima erupted.", context)], as_tuples=True))


@pytest.mark.parametrize("context", [{"id": 1}, "article-7", 7, None])
def test_other_contexts_are_the_callers(context: Any) -> None:
    ((doc, same),) = pipeline().pipe([("Tokuryu (匿流)", context)], as_tuples=True)
    assert same == context
    assert found_in(doc) == [("Tokuryu", "匿流")]


@pytest.mark.parametrize(
    ("side", "pair", "message"),
    [
        ("en", ("桜島", 5), "pair 1: en must be str, not int"),
        ("en", (5, "Sakurajima"), "pair 1: ja must be str, not int"),
        ("en", {"ja": "桜島", "en": "Sakurajima"}, r"pair 1 must be \(ja, en\), not dict"),
        ("en", "桜S", r"pair 1 must be \(ja, en\), not str"),
        ("ja", (["桜島"], "Sakurajima"), "pair 1: ja must be str, not list"),
    ],
)
def test_pairs_that_are_none(side: str, pair: Any, message: str) -> None:
    nlp = pipeline("xx", side=side)
    docs = component.docs_of(nlp, [("桜島", "Sakurajima"), pair])
    next(docs)
    with pytest.raises(TypeError, match=message):
        next(docs)


def test_docs_of_the_japanese() -> None:
    """Where the component is for Japanese docs, they are made of the Japanese."""
    pairs = [("桜島 が 噴火", "Sakurajima erupted."), ("桜島", None), (None, "Sakurajima")]
    nlp = pipeline("xx", side="ja", alignment_mode="strict")
    docs = list(nlp.pipe(component.docs_of(nlp, pairs)))
    assert [doc.text for doc in docs] == ["桜島 が 噴火", "桜島", ""]
    assert [found_in(doc) for doc in docs] == [[("桜島", "Sakurajima"), ("噴火", "erupted")], [], []]


def test_a_context_that_is_no_translation() -> None:
    nlp = pipeline(terms=TERMS)
    piped = nlp.pipe([(ARTICLE, 7), (ARTICLE, {"id": 7}), (ARTICLE, "桜島")], as_tuples=True)
    assert [found_in(doc) for doc, _ in piped] == [FOUND] * 3


def test_docs_are_stored_and_read(tmp_path: Path) -> None:
    from spacy.tokens import Doc, DocBin

    nlp = pipeline()
    doc = next(iter(nlp.pipe(component.docs_of(nlp, [PAIRS[1]]))))
    links = links_in(doc)
    assert links
    assert any(link.parts for link in links)
    doc.to_disk(tmp_path / "doc")
    bin_ = DocBin(docs=[doc], store_user_data=True).to_bytes()
    others = [
        Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes()),
        Doc(spacy.blank("en").vocab).from_disk(tmp_path / "doc"),
        next(iter(DocBin().from_bytes(bin_).get_docs(spacy.blank("en").vocab))),
        doc.copy(),
    ]
    for other in others:
        assert found_in(other) == found_in(doc)
        assert links_in(other) == links
        assert other._.ja == PAIRS[1][0]


def test_pipelines_are_stored_and_read(tmp_path: Path) -> None:
    """A glossary file is saved with the pipeline, which then needs it no longer."""
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("匿流\tmole\n匿流\tburrower\n", encoding="utf-8")
    text = "A mole is a burrower, said the NPA."
    for config in ({"glossary": str(glossary)}, {"glossary": {"匿流": ["mole", "burrower"]}}):
        nlp = pipeline(terms=["匿流", "警察庁"], min_score=0.5, spans_key="terms", **config)
        nlp.to_disk(tmp_path / "saved")
        data = nlp.to_bytes()
        expected = links_in(nlp(text), "terms")
        assert [link.en.text for link in expected] == ["mole", "burrower", "NPA"]
        glossary.unlink(missing_ok=True)
        assert links_in(spacy.load(tmp_path / "saved")(text), "terms") == expected
        read = spacy.util.load_model_from_config(nlp.config, meta=nlp.meta).from_bytes(data)
        assert links_in(read(text), "terms") == expected


def test_a_glossary_that_is_set_is_stored(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("番号,用語,訳\n1,匿流,mole\n", encoding="utf-8")
    nlp = pipeline(terms=["匿流"])
    assert found_in(nlp("A mole, said the NPA.")) == []
    nlp.get_pipe("termalign").glossary = Glossary.read(file, columns={"ja": "用語", "en": "訳"})
    nlp.to_disk(tmp_path / "saved")
    file.unlink()
    for read in (nlp, spacy.load(tmp_path / "saved")):
        assert found_in(read("A mole, said the NPA.")) == [("mole", "匿流")]
    with pytest.raises(TypeError, match="a glossary must be"):
        nlp.get_pipe("termalign").glossary = 3


def test_settings() -> None:
    text = "Police, meaning the NPA, in Sakurajima"
    terms = ["警察庁", "桜島"]
    assert found_in(pipeline(terms=terms, kinds=["acronym"])(text)) == [("NPA", "警察庁")]
    assert found_in(pipeline(terms=terms, min_score=0.999)(text)) == []
    assert found_in(pipeline(terms=["桜島"], glossary={"桜島": "Police"})(text))[0] == ("Police", "桜島")
    assert pipeline().get_pipe("termalign").aligner.min_score == Aligner().min_score


def test_a_doc_that_is_not_complete_says_so() -> None:
    for most, said in ((1, False), (100_000, None)):
        doc = pipeline(terms=TERMS, max_comparisons=most)(ARTICLE)
        assert doc.spans["termalign"].attrs.get("complete") is said


def test_two_components() -> None:
    nlp = pipeline(terms=["警察庁"])
    nlp.add_pipe("termalign", name="volcanoes", config={"terms": ["桜島"], "spans_key": "volcanoes"})
    doc = nlp("The NPA is not on Sakurajima.")
    assert found_in(doc) == [("NPA", "警察庁")]
    assert found_in(doc, "volcanoes") == [("Sakurajima", "桜島")]


@pytest.mark.parametrize(
    ("mode", "spans"), [("expand", ["Tokuryu_2024", "NPA"]), ("contract", ["NPA"]), ("strict", ["NPA"])]
)
def test_borders_inside_tokens(mode: str, spans: list[str]) -> None:
    """spaCy's token is Tokuryu_2024; the link is of Tokuryu alone, and says so whatever becomes of the span."""
    text = "Tokuryu_2024 is what the NPA says."
    doc = pipeline(terms=["匿流", "警察庁"], alignment_mode=mode)(text)
    assert "Tokuryu_2024" in [token.text for token in doc]
    assert [span.text for span in doc.spans["termalign"]] == spans
    assert [link.en.text for link in links_in(doc)] == ["Tokuryu", "NPA"][-len(spans) :]
    assert [(link["en"], link["en_start"], link["en_end"]) for link in doc.spans["termalign"].attrs["links"]] == [
        ("Tokuryu", 0, 7), ("NPA", 25, 28)
    ]  # fmt: skip


@pytest.mark.filterwarnings(
    "ignore:Dictionary.create\\(\\) is deprecated:DeprecationWarning"
)  # spaCy's call of SudachiPy
def test_a_japanese_doc() -> None:
    pytest.importorskip("sudachipy")
    nlp = pipeline("ja")
    doc = nlp.make_doc("警察庁は犯罪グループを調べた。")
    doc._.en = "The National Police Agency looked into crime groups."
    assert ("警察庁", "National Police Agency") in found_in(nlp(doc))
    assert ("犯罪グループ", "crime groups") in found_in(doc)
    ((piped, _),) = nlp.pipe([("桜島が噴火した。", {"en": "Sakurajima erupted."})], as_tuples=True)
    assert found_in(piped)[0] == ("桜島", "Sakurajima")
    assert found_in(nlp("特殊詐欺（special fraud）")) == [("特殊詐欺", "special fraud")]
    assert found_in(nlp("特殊詐欺")) == []
    (made,) = nlp.pipe(component.docs_of(nlp, [("桜島が噴火した。", "Sakurajima erupted.")]))
    assert found_in(made) == found_in(piped)
    (early,) = component.docs_of(spacy.blank("ja"), [("桜島", "Sakurajima")])
    assert (early.text, early._.en) == ("桜島", "Sakurajima")


@pytest.mark.parametrize(("language", "side"), [("en", None), ("xx", None), ("de", "en")])
def test_languages(language: str, side: str | None) -> None:
    assert pipeline(language, side=side).get_pipe("termalign").side == "en"


def test_another_language_needs_a_side() -> None:
    with pytest.raises(ValueError, match=r"the pipeline is for 'de'.*set side"):
        pipeline("de")


def test_a_learned_model(tmp_path: Path) -> None:
    Aligner.fit([("環境を調べた。", "They studied surroundings."), ("環境がよい。", "Good surroundings.")]).save(
        tmp_path / "a.model"
    )
    assert pipeline(model=str(tmp_path / "a.model")).get_pipe("termalign").aligner.model is not None
    assert pipeline().get_pipe("termalign").aligner.model is None


def test_the_side_can_be_told() -> None:
    nlp = pipeline("xx", side="ja", alignment_mode="strict")
    doc = nlp.make_doc("桜島 が 噴火")
    doc._.en = "Sakurajima erupted."
    assert found_in(nlp(doc)) == [("桜島", "Sakurajima"), ("噴火", "erupted")]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"side": "fr"}, "side: 'fr' is not one of 'en', 'ja'"),
        ({"alignment_mode": "loose"}, "alignment_mode: 'loose' is not one of 'strict'"),
        ({"kinds": ["gloss", "sound"]}, "kinds: 'sound' is not one of"),
        ({"terms": 5}, "terms"),
        ({"no_such": 1}, "no_such"),
    ],
)
def test_settings_that_are_wrong(config: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        pipeline(**config)


def test_a_glossary_that_is_not_there(tmp_path: Path) -> None:
    """That, or a broken one, is said at once."""
    (tmp_path / "broken.tsv").write_text("桜島\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.tsv, line 1"):
        pipeline(glossary=str(tmp_path / "broken.tsv"))
    with pytest.raises(FileNotFoundError, match=r"nothing\.tsv"):
        pipeline(glossary=str(tmp_path / "nothing.tsv"))


def test_a_glossary_that_neither_a_file_nor_the_saved_pipeline_has(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("桜島\tSakura Island\n", encoding="utf-8")
    nlp = pipeline(terms=["桜島"], glossary=str(glossary))
    glossary.unlink()
    with pytest.raises(FileNotFoundError, match=r"glossary\.tsv"):
        spacy.util.load_model_from_config(nlp.config)
    empty = spacy.util.load_model_from_config(nlp.config, meta=nlp.meta)
    with pytest.raises(FileNotFoundError, match=r"glossary\.tsv"):
        empty("Sakurajima")


@pytest.mark.parametrize("spoilt", ["[1]", "[[1]]", "null", "{}x", '[["桜島", "S"]]', "[" * 100_000])
def test_a_saved_glossary_that_is_none(spoilt: str, tmp_path: Path) -> None:
    nlp = pipeline(terms=["桜島"])
    nlp.to_disk(tmp_path / "saved")
    (saved,) = (tmp_path / "saved").rglob("glossary.json")
    saved.write_text(spoilt, encoding="utf-8")
    with pytest.raises(ValueError, match=r"glossary\.json: expected a glossary"):
        spacy.load(tmp_path / "saved")


def test_what_is_no_span_or_doc_is_said_by_its_name() -> None:
    with pytest.raises(TypeError, match="span must be a Span, not None"):
        component.link_of(None)
    with pytest.raises(TypeError, match="doc must be a Doc, not None"):
        component.projected(None)


def test_a_span_of_somebody_else() -> None:
    doc = pipeline(terms=TERMS)(ARTICLE)
    with pytest.raises(ValueError, match="is not a span of"):
        component.link_of(doc[0:1])
    with pytest.raises(ValueError, match="is not a span of"):
        component.link_of(doc.spans["termalign"][0], "other")


def test_half_a_surrogate_pair_in_the_japanese() -> None:
    """spaCy refuses such a text as a doc; on the other side it must neither crash nor shift offsets."""
    nlp = pipeline()
    doc = nlp.make_doc("Sakurajima erupted.")
    ja = "\ud83d\ude00桜島\ud800が噴火した。"
    doc._.ja = ja
    links = links_in(nlp(doc))
    assert next((link.ja.text, ja[link.ja.start : link.ja.end]) for link in links) == ("桜島", "桜島")


NLP = pipeline()
TEXT = st.one_of(
    st.text("Tokuryu桜島NPA。、_-( )\n\0\U00020bb7ｶﾞ", max_size=30), st.sampled_from([en for _, en in many_pairs(40)])
)


@given(TEXT, TEXT | st.none())
def test_offsets_are_exact_and_spans_hold_them(text: str, ja: str | None) -> None:
    doc = NLP.make_doc(text)
    doc._.ja = ja
    NLP(doc)
    rows = doc.spans["termalign"].attrs["links"]
    assert len(rows) == len(doc.spans["termalign"])
    assert rows == [row_of(link) for link in links_in(doc)]
    for span, row in zip(doc.spans["termalign"], rows, strict=True):
        assert text[row["en_start"] : row["en_end"]] == row["en"]
        assert span.start_char <= row["en_start"] < row["en_end"] <= span.end_char
        assert span.kb_id_ == row["ja"]
        assert span.label_ == row["kind"]


@pytest.mark.filterwarnings(
    "ignore:Dictionary.create\\(\\) is deprecated:DeprecationWarning"
)  # spaCy's call of SudachiPy
@pytest.mark.parametrize(
    ("language", "text", "other", "pattern", "expected"),
    [
        ("en", "Sakurajima erupted.", "桜島が噴火した。", "Sakurajima", "桜島"),
        ("ja", "桜島が噴火した。", "Sakurajima erupted.", "桜島", "Sakurajima"),
    ],
)
def test_entities_are_carried_to_the_translation(
    language: str, text: str, other: str, pattern: str, expected: str
) -> None:
    from spacy.tokens import DocBin

    pytest.importorskip("sudachipy")
    nlp = spacy.blank(language)
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": pattern}])
    nlp.add_pipe("termalign", config={"project_ents": True})
    pair = (other, text) if language == "en" else (text, other)
    (doc,) = nlp.pipe(component.docs_of(nlp, [pair]))
    (stored,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    for each in (doc, stored):
        (found,) = component.projected(each)
        assert (found.label, found.source.text, [span.text for span in found.spans]) == ("LOC", pattern, [expected])


def test_entities_without_a_translation_stay_where_they_are() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Sakurajima"}])
    nlp.add_pipe("termalign", config={"project_ents": True, "terms": ["桜島"]})
    assert component.projected(nlp("Sakurajima erupted.")) == [None]
    with pytest.raises(ValueError, match="project_ents"):
        component.projected(pipeline()("Sakurajima erupted."))
