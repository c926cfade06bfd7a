import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.findings import say_findings
from pmchat.answering.verify import unsupported, verify
from pmchat.lexicon import Lexicon
from pmchat.model import PassageCitation, Report, Sentence
from pmchat.settings import ROOT

QUOTE = "In one study, about 9 of 100 VUS results were later called harmful."


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load(ROOT / "knowledge" / "lexicon")


@pytest.mark.parametrize(
    ("quote", "altered"),
    [
        (QUOTE, "About 90 of 100 VUS results were later called harmful."),
        ("Osimertinib may help some people.", "Gefitinib may help some people."),
        ("BRAF is not passed on most often.", "BRAF is passed on most often."),
        ("EGFR changes are rarely passed on.", "KRAS changes are rarely passed on."),
        ("A VUS is uncertain.", "A VUS is benign."),
        ("The drug may help.", "The drug will help."),
        ("Testing finds V600E.", "Testing finds V600K."),
        ("The change is not inherited.", "The change is inherited."),
    ],
)
def test_altered_sentences_are_caught(lexicon: Lexicon, quote: str, altered: str) -> None:
    assert unsupported(altered, quote, lexicon) is not None


@pytest.mark.parametrize(
    ("quote", "faithful"),
    [
        (QUOTE, QUOTE),
        (QUOTE, "About 9 of 100 VUS results were later called harmful."),
        ("EGFR changes may be treated.", "Changes in EGFR may be treated."),
    ],
)
def test_faithful_sentences_pass(lexicon: Lexicon, quote: str, faithful: str) -> None:
    assert unsupported(faithful, quote, lexicon) is None


def _cited(answerer: Answerer, text: str, quote: str) -> Sentence:
    passage = answerer.release.passages["tgt-egfr#what-is-it"]
    citation = PassageCitation(
        passage_id=passage.id, document_id="tgt-egfr", quote=quote, sources=("S1",)
    )
    return Sentence(text=text, role="explanation", citations=(citation,))


def test_a_quote_that_is_not_in_the_library_drops_the_sentence(answerer: Answerer) -> None:
    sentence = _cited(answerer, "EGFR cures all.", "EGFR cures all.")
    kept, dropped = verify([sentence], answerer.release.passages, None, answerer.release.lexicon)
    assert kept == []
    assert "does not stand in the library" in dropped[0]


def test_a_sentence_without_citation_is_dropped_unless_it_only_frames(answerer: Answerer) -> None:
    bare = Sentence(text="EGFR is a gene.", role="explanation")
    framing = Sentence(text="I do not want to guess.", role="framing")
    kept, dropped = verify(
        [bare, framing], answerer.release.passages, None, answerer.release.lexicon
    )
    assert kept == [framing]
    assert dropped == ["explanation: no citation"]


def test_a_report_sentence_with_another_number_is_dropped(answerer: Answerer, lung: Report) -> None:
    said = say_findings(lung.findings)[0]
    altered = said.model_copy(update={"text": said.text.replace("22.4", "62.4")})
    kept, dropped = verify([altered], {}, lung, answerer.release.lexicon)
    assert kept == []
    assert "62.4" in dropped[0]


def test_a_report_sentence_needs_its_report(answerer: Answerer, lung: Report) -> None:
    kept, _ = verify(say_findings(lung.findings), {}, None, answerer.release.lexicon)
    assert kept == []
