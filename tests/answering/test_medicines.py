from pmchat.answering.conversation import Answerer
from pmchat.answering.medicines import say_medicines
from pmchat.answering.verify import verify
from pmchat.model import Question, Turn
from pmchat.reports.read import read_text
from pmchat.reports.together import together

REPORT = """TUMOR PROFILING REPORT (tissue DNA)
GENOMIC FINDINGS
EGFR   exon 19 deletion             VAF 31.2 %
TP53   R273H (c.818G>A)             VAF 44.0 %
THERAPIES ASSOCIATED WITH CLINICAL BENEFIT (in patient's tumor type)
EGFR exon 19 deletion: osimertinib, afatinib
TP53 R273H: none
"""


def test_medicines_printed_beside_a_finding_are_told_as_no_prescription(
    answerer: Answerer,
) -> None:
    answer = answerer.answer(Question(text="which drugs match", report=read_text(REPORT)))
    texts = [s.text for s in answer.sentences]
    assert "Your report prints these medicines beside EGFR: osimertinib, afatinib." in texts
    assert "not a prescription" in answer.text
    assert 'Your report prints no medicine beside TP53: "TP53 R273H: none".' in texts


def test_a_medicine_asked_about_is_told_with_its_line(answerer: Answerer) -> None:
    report = read_text(
        "TUMOR PANEL (tissue DNA)\nKRAS G12D   VAF 20 %\n"
        "Therapies with Lack of Response\nKRAS G12D: cetuximab, panitumumab\n"
    )
    answer = answerer.answer(Question(text="why cant i have cetuximab", report=report))
    assert "KRAS G12D" in answer.sentences[0].text
    assert "beside KRAS with a note on resistance: cetuximab, panitumumab" in answer.text


def test_a_medicine_printed_beside_a_gene_that_was_not_found_is_told_with_that(
    answerer: Answerer,
) -> None:
    report = read_text(
        "TUMOR PANEL (tissue DNA)\nEGFR L858R   VAF 20 %\nIDH1   R132   not detected\n"
        "Therapy associations\nIDH1  LACK OF BENEFIT  ivosidenib\n"
    )
    before = Turn(question="what is EGFR L858R", answer="EGFR is a gene.")
    question = Question(text="and ivosidenib, could i try that", report=report, history=(before,))
    answer = answerer.answer(question)
    assert "no change was found in this test of IDH1" in answer.sentences[0].text
    assert 'beside IDH1 as "LACK OF BENEFIT": ivosidenib' in answer.text
    assert "care team" in answer.text


def test_a_sentence_on_other_medicines_than_are_printed_is_dropped(answerer: Answerer) -> None:
    report = read_text(REPORT)
    (said,) = say_medicines(report.findings, report)
    passages, lexicon = answerer.release.passages, answerer.release.lexicon
    assert verify([said], passages, report, lexicon)[0] == [said]
    other = said.model_copy(update={"text": said.text.replace("afatinib", "gefitinib")})
    assert verify([other], passages, report, lexicon)[0] == []


def test_of_two_reports_each_prints_its_own_medicines() -> None:
    other = REPORT.replace("EGFR exon 19 deletion: osimertinib, afatinib", "none")
    folder = together([read_text(REPORT), read_text(other)])
    said = say_medicines(folder.findings, folder)
    assert len(said) == 1
    assert said[0].text.startswith("Your report 1")


def test_the_line_of_a_medicine_asked_about_is_told_where_it_says_more(
    answerer: Answerer,
) -> None:
    report = read_text(
        "TUMOR PANEL (tissue DNA)\nESR1 D538G   VAF 3 %\n"
        "Therapies\nESR1 D538G: elacestrant - after at least one line of endocrine therapy\n"
        "ESR1 D538G: fulvestrant\n"
    )
    answer = answerer.answer(Question(text="what about elacestrant", report=report))
    assert "after at least one line of endocrine therapy" in answer.text
    assert not any("on this line" in s.text and "fulvestrant" in s.text for s in answer.sentences)


def test_where_no_medicine_is_printed_that_is_told(answerer: Answerer) -> None:
    answer = answerer.answer(
        Question(text="is there a medicine for TP53 R273H", report=read_text(REPORT))
    )
    assert 'Your report prints no medicine beside TP53: "TP53 R273H: none".' in answer.text


def test_which_drugs_are_next_to_a_gene_is_no_forecast(answerer: Answerer) -> None:
    text = "which drugs are listed next to my EGFR?"
    answer = answerer.answer(Question(text=text, report=read_text(REPORT)))
    assert "medicines beside EGFR: osimertinib, afatinib." in answer.text


def test_one_who_asks_for_the_best_medicine_sees_the_list_and_what_it_is(
    answerer: Answerer,
) -> None:
    text = "which of the EGFR drugs on my report is the best one for me"
    answer = answerer.answer(Question(text=text, report=read_text(REPORT)))
    assert answer.outcome == "redirect"
    assert "medicines beside EGFR: osimertinib, afatinib." in answer.text
    assert "not a prescription" in answer.text


def test_a_list_of_names_is_told_once(answerer: Answerer) -> None:
    report = read_text(
        "BREAST PLASMA ASSAY (ctDNA)\nESR1 D538G 2.1%\nPIK3CA H1047R 5.4%\n"
        "Therapies linked by the laboratory: ESR1 - elacestrant, imlunestrant; PIK3CA - alpelisib\n"
    )
    answer = answerer.answer(Question(text="has the lab prescribed elacestrant", report=report))
    assert "prints these medicines beside ESR1" in answer.text
    assert "on this line" not in answer.text


def test_a_medicine_named_alone_is_told_of_by_its_own_page(answerer: Answerer) -> None:
    report = read_text(
        "HRD TEST   ovary (FFPE)\nHRD STATUS: POSITIVE\nGenomic Instability Score 58\n"
        "Tumor BRCA1/BRCA2: no mutation detected\n"
    )
    text = "it says niraparib after three or more chemo lines. can I get that"
    answer = answerer.answer(Question(text=text, report=report))
    cited = [c.document_id for s in answer.sentences for c in s.citations if c.kind == "passage"]
    assert cited[0] == "tgt-brca-parp"
