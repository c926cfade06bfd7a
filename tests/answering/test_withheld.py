"""What a report says is told, but for doses, orders and forecasts that nobody asked about."""

import pytest

from pmchat.answering.withheld import is_withheld


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Start osimertinib 80 mg daily without waiting for the visit.", "what now"),
        ("Stop all other treatment until the next visit.", "should i stop"),
        ("capecitabine (DPYD): increased risk; avoid or reduce the starting dose", "is it safe"),
        ("Avoid codeine; it should not be used in this person.", "is codeine ok"),
        ("Do not start azathioprine at the full dose.", "can i take it"),
        ("CPIC: avoid, choose a different pain medicine.", "is codeine ok for me"),
        ("CPIC guidance is to start at 50% of the usual dose.", "do i get less"),
        ("A lower starting dose is recommended.", "do i get less"),
        ("KRAS mutations predict poor outcome in this disease.", "what does KRAS mean"),
        ("Distant recurrence at 9 years: 8 %.", "will it come back"),
        ("Patients with this change often do not respond to treatment.", "will it work"),
    ],
)
def test_what_is_for_the_care_team_alone(text: str, question: str) -> None:
    assert is_withheld(text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Do not change, stop or start a medicine without the prescriber.", "shall i stop it"),
        ("CPIC: consider a lower starting dose.", "do i get less"),
        ("Higher chance of severe side effects at usual doses.", "what does DPYD mean"),
        ("The dose is decided by the oncologist, who will take other things into account.", "why"),
        ("The test should be repeated before the start of a treatment.", "is it done"),
        ("These markers do not say when an individual needs treatment or their outcome.", "when"),
        ("Distant recurrence at 9 years: 8 %.", "what is that 8 percent"),
        ("It is a known mechanism of resistance to osimertinib.", "what is C797S"),
        ("The variant creates an early stop signal in the protein.", "what is it"),
        ("The RNA was of poor quality.", "why did it fail"),
        ("The specimen was taken from a recurrence in the liver.", "which sample"),
        ("Poor metabolizer means that little of the drug is taken apart.", "what is poor"),
    ],
)
def test_what_a_person_may_be_told(text: str, question: str) -> None:
    assert not is_withheld(text, question)
