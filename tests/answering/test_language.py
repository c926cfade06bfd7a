import pytest

from pmchat.answering.language import language_of
from pmchat.evaluate.golden import read_golden
from pmchat.settings import ROOT


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("tengo miedo, me van a dar quimio mañana", "es"),
        ("mi hija puede heredar el gen BRCA1?", "es"),
        ("PD-L1 80% que significa", "es"),
        ("j'ai peur de la chimio demain", "fr"),
        ("was bedeutet mein Befund", "de"),
        ("quanto custa o teste genético", "pt"),
        ("что значит мой результат", "ru"),
        ("tôi sợ quá, kết quả này là gì", "vi"),
        ("my doctor Dr. Hernandez said Tagrisso", "en"),
        ("de novo variant", "en"),
        ("BRCA1 c.68_69del", "en"),
    ],
)
def test_the_language_of_a_question(text: str, lang: str) -> None:
    assert language_of(text) == lang


def test_no_english_question_is_taken_for_another() -> None:
    questions = [g.question for g in read_golden(ROOT / "tests" / "golden")]
    assert [q for q in questions if language_of(q) != "en"] == []
