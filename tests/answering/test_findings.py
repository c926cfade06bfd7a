from pmchat.answering.findings import say_findings
from pmchat.model import Report
from pmchat.reports.confirm import mend
from pmchat.reports.read import read_text
from pmchat.reports.together import together


def test_found_changes_come_first_and_the_first_is_the_headline(lung: Report) -> None:
    said = say_findings(lung.findings)
    assert said[0].role == "headline"
    assert "L858R" in said[0].text
    assert all(s.role == "report" for s in said[1:])


def test_every_sentence_quotes_its_line(lung: Report) -> None:
    evidence = {f.id: f.evidence for f in lung.findings}
    for sentence in say_findings(lung.findings):
        for citation in sentence.citations:
            assert citation.kind == "report"
            assert citation.finding_id is not None
            assert citation.quote == evidence[citation.finding_id].text


def test_genes_not_found_share_one_sentence(lung: Report) -> None:
    said = [s.text for s in say_findings(lung.findings)]
    shared = [t for t in said if "ALK" in t]
    assert len(shared) == 1
    assert "no reportable change was found in ALK, BRAF" in shared[0]


def test_a_vus_is_called_uncertain_and_a_pathogenic_change_pathogenic(
    lung: Report, hereditary: Report
) -> None:
    texts = " ".join(s.text for s in say_findings(lung.findings + hereditary.findings))
    assert "FAT1 change as a variant of uncertain significance" in texts
    assert "MSH2 change as germline (from birth), in a single copy, and pathogenic" in texts


def test_of_several_reports_each_sentence_names_its_own(lung: Report, hereditary: Report) -> None:
    folder = together([r.model_copy(update={"identifiers": ()}) for r in (lung, hereditary)])
    texts = [s.text for s in say_findings(folder.findings, folder)]
    assert any(t.startswith("Your report 1 (") and "L858R" in t for t in texts)
    assert any(t.startswith("Your report 2 (") and "MSH2" in t for t in texts)
    assert any(t.startswith("Your report 1 (") and "found in ALK, BRAF" in t for t in texts)


def test_what_the_person_corrected_is_told_so(lung: Report) -> None:
    egfr = next(f for f in lung.findings if f.analyte == "EGFR")
    mended = mend(lung, egfr.id, "absent_stated", None, None)
    (said,) = say_findings([f for f in mended.findings if f.id == egfr.id], mended)
    assert said.text.startswith("As you corrected it, your report says that no change was found")


def test_the_same_words_on_another_sample_are_not_quoted_for_a_result() -> None:
    report = read_text(
        "LUNG PANEL (tissue DNA)\nPD-L1 (22C3) TPS 50%\nKRAS G12D   VAF 12 %\n\n\n\nHISTORY\n"
        "The biopsy of 2022 in another hospital was reported with PD-L1 (22C3) TPS 50% as well.\n"
    )
    texts = " ".join(s.text for s in say_findings(report.findings, report))
    assert "TPS 50%" in texts
    assert "another hospital" not in texts


def test_a_part_of_a_gene_that_was_not_read_is_not_the_gene() -> None:
    report = read_text(
        "HEREDITARY CANCER PANEL (germline)   Specimen: saliva\n"
        "CHEK2    c.1100del (p.Thr367fs)      heterozygous   PATHOGENIC\n\n"
        "LIMITS: PMS2 exons 12-15 could not be read fully by this method.\n"
    )
    (said,) = [s.text for s in say_findings(report.findings) if "PMS2" in s.text]
    assert "gives no result for a part of PMS2" in said
