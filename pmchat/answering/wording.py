"""The fixed words around an answer that the library does not supply."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.model import SectionKind, Sentence

NO_PAGE = Sentence(
    text="The library has no page that explains this result, so I will not guess what it means.",
    role="framing",
)

GENERAL = Sentence(
    text="The library has no page on the side effects of this alone, so here is what it says of "
    "treatments of this kind in general.",
    role="framing",
)

CLOSEST = Sentence(
    text="I am not sure that the library answers just this. Here is the closest that it has.",
    role="framing",
)

ACKNOWLEDGE = Sentence(text="Results and questions like these can be hard to face.", role="framing")

_TEAM = re.compile(
    r"\b(?:team|doctors?|oncologist|counsel(?:or|ing)|pharmacist|prescriber|clinician)\b",
    re.IGNORECASE,
)
_WHO: dict[SectionKind | None, str] = {
    "options": "You and your care team decide together which treatment fits you.",
    "inheritance": "A genetic counselor can tell you what this means for you and your family.",
}

OUT_OF_SCOPE = (
    Sentence(
        text="I can only help with questions about genes, genomic tests and the care around them.",
        role="framing",
    ),
    Sentence(
        text="You can ask what a word on your report means, how a kind of treatment works, "
        "or what to ask at your next visit.",
        role="next_step",
    ),
)

_QUOTED = 200


def abstain_sentences(question: str) -> tuple[Sentence, ...]:
    """Says that nothing was found, and who to take the question to."""
    asked = " ".join(question.split())
    if len(asked) > _QUOTED:
        asked = asked[:_QUOTED].rsplit(" ", 1)[0] + " ..."
    return (
        Sentence(text="I could not find this in the pages I am allowed to use.", role="framing"),
        Sentence(text="I do not want to guess.", role="framing"),
        Sentence(
            text=f'You can take this question to your care team or a genetic counselor: "{asked}"',
            role="next_step",
        ),
    )


def who_tells(asked: SectionKind | None, said: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Who can tell more of a result, where nothing that is `said` names anyone."""
    if any(_TEAM.search(s.text) for s in said):
        return ()
    text = _WHO.get(asked, "Your care team can tell you what this means for you.")
    return (Sentence(text=text, role="next_step"),)


def which_sentences(word: str, names: Sequence[str]) -> tuple[Sentence, ...]:
    """Asks which of the known names was meant by one that is not known."""
    *others, last = names
    listed = f"{', '.join(others)} or {last}" if others else last
    return (
        Sentence(
            text=f'I do not know the name "{word}". Did you mean {listed}?',
            role="framing",
        ),
        Sentence(
            text="You can ask again with the name as your report prints it.", role="next_step"
        ),
    )


def alike_sentence(names: Sequence[str]) -> Sentence:
    """Asks whether what the report names was meant by a name that looks like it."""
    return Sentence(
        text=f"Your report names {' and '.join(names)}, which looks alike. Which one do you mean?",
        role="framing",
    )


def not_stated_sentence(names: Sequence[str]) -> Sentence:
    """Says that the report has no result for these, and that this is not a negative result."""
    return Sentence(
        text=f"I found no result for {' or '.join(names)} in what I read of your report. "
        "A result that is not stated is not the same as a negative result.",
        role="framing",
    )


def waiting_sentence(names: Sequence[str]) -> Sentence:
    """Says that a line on these was hard to read and waits for the person."""
    return Sentence(
        text=f"A line of your report on {' and '.join(names)} was hard to read, so I do not use "
        "it yet. Please check it first, under your report.",
        role="framing",
    )
