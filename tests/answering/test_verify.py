import pytest

from pmchat.answering.conversation import Answerer
from pmchat.answering.findings import say_findings
from pmchat.answering.verify import unsupported, verify
from pmchat.lexicon import Lexicon
from pmchat.model import PassageCitation, Report, Sentence

QUOTE = "In one study, about 9 of 100 VUS results were later called harmful."


@pytest.mark.parametrize(
    ("quote", "altered"),
    [
        # numbers, units, bounds
        (QUOTE, "In one study, about 90 of 100 VUS results were later called harmful."),
        (QUOTE, "In one study, 9 of 100 VUS results were later called harmful."),
        (QUOTE, "In one study, at least 9 of 100 VUS results were later called harmful."),
        (QUOTE, "About 9 of 100 VUS results were later called harmful."),
        ("Each child has a 1 in 8 chance.", "Each child has a chance of 8."),
        ("Results take 7 to 10 days.", "Results take 7 to 10 weeks."),
        ("Results take two weeks.", "Results take three weeks."),
        ("Blood took 9 days and tissue took 21 days.", "Blood took 21 days and tissue 9 days."),
        ("The law has been in force since 2008.", "The law has been in force since 2018."),
        # names and classes
        ("Osimertinib may help some people.", "Gefitinib may help some people."),
        ("EGFR changes are rarely passed on.", "KRAS changes are rarely passed on."),
        ("A BRAF change is in the tumor.", "A BRCA1 change is in the tumor."),
        ("MET amplification is a finding.", "Mets are a finding."),
        ("Testing finds V600E.", "Testing finds V600K."),
        ("A VUS is uncertain.", "A VUS is benign."),
        ("The change is likely pathogenic.", "The change is pathogenic."),
        ("A germline change is in every cell.", "A somatic change is in every cell."),
        # negation
        ("The change is not inherited.", "The change is inherited."),
        ("BRAF is not passed on most often.", "BRAF is passed on most often."),
        ("CH is no cancer, but it can matter.", "CH is cancer, but it cannot matter."),
        ("A test does not rule out a cancer.", "A test rules out a cancer."),
        ("Not everyone gets the disease.", "No one gets the disease."),
        # opposites, hedges, amounts
        ("A BRCA1 change raises the risk.", "A BRCA1 change lowers the risk."),
        ("Such cancers are rare.", "Such cancers are common."),
        ("The drug is approved.", "The drug is withdrawn."),
        ("The drug may help.", "The drug will help."),
        ("The drug may help.", "The drug helps."),
        ("Some people get a rash.", "All people get a rash."),
        ("Some people get a rash.", "People get a rash."),
        ("A rash is often mild.", "A rash is always mild."),
        ("EGFR changes are almost never inherited.", "EGFR changes are never inherited."),
        # advice and words on the reader
        ("You can ask about a test.", "You should ask about a test."),
        ("You can ask about a test.", "Ask about a test."),
        ("A test may be an option.", "You need a test."),
        ("Some people have a change.", "You have a change."),
        # what narrows
        ("In breast cancer, the drug may help.", "The drug may help."),
        ("In breast cancer, the drug may help.", "In lung cancer, the drug may help."),
        ("The drug is approved for adults.", "The drug is approved for children."),
        ("Women have a risk of 9 of 100.", "People have a risk of 9 of 100."),
        ("The drug may help if a test finds KRAS.", "The drug may help."),
        ("The test is done before surgery.", "The test is done after surgery."),
        ("The drug is for cancer that has spread.", "The drug is for cancer."),
        # roles
        ("Imatinib blocks a protein.", "A protein blocks imatinib."),
        ("The drug treats a rash.", "The drug is caused by a rash."),
        ("5-FU turns into a poison of cells.", "A poison of cells turns into 5-FU."),
        ("A DNA swap comes before a cancer.", "A cancer comes before a DNA swap."),
        # one fact mixed with another, and what stands nowhere
        ("del means missing, and dup means doubled.", "dup means missing."),
        ("The lab reads DNA. The doctor orders tests.", "The doctor reads DNA."),
        ("The drug can cause a rash.", "The drug can cause a rash and fever."),
        ("The drug can cause a rash.", "The drug can cause a rash, which is good news."),
        ("A rash or a fever can come.", "A rash and a fever can come."),
        ("The test is new. It is free.", "The test is free because it is new."),
    ],
)
def test_altered_sentences_are_caught(lexicon: Lexicon, quote: str, altered: str) -> None:
    assert unsupported(altered, quote, lexicon) is not None


@pytest.mark.parametrize(
    ("quote", "faithful"),
    [
        (QUOTE, QUOTE),
        (QUOTE, "About 9 of 100 VUS results were later called harmful in one study."),
        (QUOTE, "In a study, about 9 percent of VUS results were later called harmful."),
        ("EGFR changes may be treated.", "Changes in EGFR may be treated."),
        ("EGFR changes may be treated.", "EGFR mutations may be treated."),
        ("Each child has a 1 in 4 chance.", "Each child has a one in four chance."),
        ("Imatinib blocks a protein.", "A protein is blocked by imatinib."),
        ("Some labs offer a free test.", "A free test is offered by some labs."),
        ("BRCA1 is not passed on by every parent.", "BRCA1 is not inherited from every parent."),
        ("A VUS is not benign. It is not a diagnosis.", "A VUS is not benign."),
        ("The drug may help if a test finds KRAS.", "If a test finds KRAS, the drug may help."),
        ("A fever is not a stage. Call 911 now.", "A fever is not a stage."),
        ("pmchat is a tool. pmchat sets no doses.", "pmchat sets no doses."),
    ],
)
def test_faithful_sentences_pass(lexicon: Lexicon, quote: str, faithful: str) -> None:
    assert unsupported(faithful, quote, lexicon) is None


def test_a_negation_elsewhere_in_the_passage_does_not_count(lexicon: Lexicon) -> None:
    quote = "A rash is not rare. The drug blocks a protein. No dose is named."
    assert unsupported("A protein is blocked by the drug.", quote, lexicon) is None


class _Model:
    """An entailment model that finds that nothing follows, and counts how often it is asked."""

    asked = 0

    def entails(self, quote: str, text: str) -> bool:
        self.asked += 1
        return False


def test_an_entailment_model_may_only_reject(lexicon: Lexicon) -> None:
    model = _Model()
    paraphrase = "Changes in EGFR may be treated."
    quote = "EGFR changes may be treated."
    assert unsupported(paraphrase, quote, lexicon, model) == "the quote does not entail it"
    assert unsupported("KRAS changes may be treated.", quote, lexicon, model) is not None
    assert unsupported(quote, quote, lexicon, model) is None
    assert model.asked == 1


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


def test_a_piece_of_a_sentence_does_not_stand_for_the_whole(answerer: Answerer) -> None:
    passages = answerer.release.passages
    whole = next(
        s.text for p in passages.values() for s in p.statements if " does not mean that " in s.text
    )
    passage = next(p for p in passages.values() if whole in p.text)
    piece = whole.split(" does not mean that ")[1]
    citation = PassageCitation(
        passage_id=passage.id, document_id=passage.document_id, quote=piece, sources=("S1",)
    )
    sentence = Sentence(text=piece, role="explanation", citations=(citation,))
    kept, _ = verify([sentence], passages, None, answerer.release.lexicon)
    assert kept == []


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
