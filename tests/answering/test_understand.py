import pytest

from pmchat.answering.codes import codes
from pmchat.answering.understand import Understanding, understand
from pmchat.lexicon import Lexicon
from pmchat.model import Question, Report, Turn


def _read(
    lexicon: Lexicon, text: str, report: Report | None = None, history: tuple[Turn, ...] = ()
) -> Understanding:
    return understand(Question(text=text, report=report, history=history), lexicon, frozenset())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what are the side effects of tagrisso", "side_effects"),
        ("can my children get this", "inheritance"),
        ("which drugs treat it", "options"),
        ("how is it tested", "testing"),
        ("what does VUS mean", "meaning"),
        ("is this private", "privacy"),
        ("what should I ask the doctor", "next_step"),
        ("i only have boys so they are safe", "inheritance"),
        ("is keytruda safe", "side_effects"),
        ("is 1p/19q not codeleted good", None),
        ("they want me on capecitabine, what does it mean", "meaning"),
        ("why did my pill stop working", "how_it_works"),
        ("hello there", None),
        ("what is a RET fusion. good or bad", "meaning"),
        ("did dad get it from grandpa", "inheritance"),
        ("and do i have it too", "inheritance"),
        ("is the tumor agressive", "limits"),
        ("so it is gone for good", "limits"),
        ("only 2 percent so nearly nothing left yes?", "limits"),
        ("can i ask for osimertinib", "options"),
        ("the letter skips my risk group", None),
    ],
)
def test_the_kind_asked_for(lexicon: Lexicon, text: str, kind: str | None) -> None:
    assert _read(lexicon, text).asked == kind


@pytest.mark.parametrize(
    "text", ["and the side effects?", "is it inherited", "what about my kids", "which drugs?"]
)
def test_a_follow_up_carries_the_earlier_subject(lexicon: Lexicon, text: str) -> None:
    history = (Turn(question="what is EGFR", answer="EGFR is a gene."),)
    understanding = _read(lexicon, text, history=history)
    assert "EGFR" in understanding.entities
    assert "EGFR" in understanding.query


def test_a_new_subject_leaves_the_earlier_one(lexicon: Lexicon) -> None:
    history = (Turn(question="what is EGFR", answer="EGFR is a gene."),)
    assert "EGFR" not in _read(lexicon, "and what is a VUS", history=history).entities


@pytest.mark.parametrize(
    ("text", "analytes"),
    [
        ("what does my EGFR result mean", {"EGFR"}),
        ("what is the 22.4 % on my report", {"EGFR"}),
        ("what does 22% mean", {"EGFR"}),
        ("what is y220c", {"TP53"}),
        ("why did my tagrisso stop working", {"EGFR"}),
        ("is immunotherapy an option for me", {"PD-L1", "TMB"}),
        ("what are the side effects of tagrisso", set()),
        ("what is tagrisso", set()),
        ("is any of it inherited", {"EGFR", "TP53"}),
        ("tell me about PD-L1", {"PD-L1"}),
        ("does the report say I have mets", {"MET"}),
        ("how do targeted pills know which cells are cancer", set()),
        ("what is ALK", {"ALK"}),
    ],
)
def test_the_findings_touched(
    lexicon: Lexicon, lung: Report, text: str, analytes: set[str]
) -> None:
    assert {f.analyte for f in _read(lexicon, text, lung).findings} == analytes


@pytest.mark.parametrize(
    "text",
    [
        "explain my report",
        "what did they find in my tumor",
        "summarize the results",
        "so im positive for 3 things, which one matters most",
        "how many mutations do i have",
    ],
)
def test_the_whole_report_is_meant(lexicon: Lexicon, lung: Report, text: str) -> None:
    understanding = _read(lexicon, text, lung)
    assert understanding.whole_report
    assert {f.id for f in understanding.findings} == {f.id for f in lung.findings}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what about NTRK1", ("NTRK1",)),
        ("do I have mets", ("metastasis",)),
        ("what about KRAS", ()),
    ],
)
def test_what_the_report_does_not_state(
    lexicon: Lexicon, lung: Report, text: str, names: tuple[str, ...]
) -> None:
    assert _read(lexicon, text, lung).not_stated == names


def test_inheritance_of_a_tumor_report_is_about_tumor_against_inherited(
    lexicon: Lexicon, lung: Report, hereditary: Report
) -> None:
    assert "somatic variant" in _read(lexicon, "can my kids get it", lung).entities
    assert "MSH2" in _read(lexicon, "can my kids get it", hereditary).entities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EGFR A999Z and ZQX-4471", {"A999Z", "ZQX-4471"}),
        ("c.694C>T", {"c.694C>T"}),
        ("is zaltrufenib approved", {"zaltrufenib"}),
        ("what is a gene", set()),
    ],
)
def test_codes_are_seen(text: str, expected: set[str]) -> None:
    assert codes(text) == expected


def test_codes_that_are_on_the_report_are_known(lexicon: Lexicon, lung: Report) -> None:
    assert _read(lexicon, "is Y220C bad", lung).unknown == ()
    assert _read(lexicon, "is Y999C bad", lung).unknown == ("Y999C",)
