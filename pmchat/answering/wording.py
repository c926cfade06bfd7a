"""The fixed words around an answer that the library does not supply, in the interface's language.

What is said of a report's results stands in `findings`: the rules that check it read English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.i18n import N_, _, listed
from pmchat.model import Role, SectionKind, Sentence

NO_PAGE = N_(
    "The library has no page that explains this result, so I will not guess what it means."
)
GENERAL = N_(
    "The library has no page on the side effects of this alone, so here is what it says of "
    "treatments of this kind in general."
)
CLOSEST = N_("I am not sure that the library answers just this. Here is the closest that it has.")
CLOSEST_PAGE = N_("This is the closest that I found, and it may not answer your question.")
ACKNOWLEDGE = N_("Results and questions like these can be hard to face.")
OUT_OF_SCOPE = N_(
    "I can only help with questions about genes, genomic tests and the care around them."
)
CAN_ASK = N_(
    "You can ask what a word on your report means, how a kind of treatment works, or what to ask "
    "at your next visit."
)

_QUOTED = 200

_TEAM = re.compile(
    r"\b(?:team|doctors?|oncologist|counsel(?:or|ing)|pharmacist|prescriber|clinician)\b",
    re.IGNORECASE,
)
_WHO: dict[SectionKind | None, str] = {
    "options": N_("You and your care team decide together which treatment fits you."),
    "inheritance": N_("A genetic counselor can tell you what this means for you and your family."),
}
_WHO_ELSE = N_("Your care team can tell you what this means for you.")


def fixed(text: str, role: Role = "framing") -> Sentence:
    """One of the texts above as a sentence of an answer."""
    return Sentence(text=_(text), role=role)


def out_of_scope_sentences() -> tuple[Sentence, ...]:
    """Says what can be asked here."""
    return fixed(OUT_OF_SCOPE), fixed(CAN_ASK, "next_step")


def abstain_sentences(question: str, *, predicts: bool = False) -> tuple[Sentence, ...]:
    """Says that nothing was found, or that nobody can foretell it, and who to take the question
    to."""
    asked = " ".join(question.split())
    if len(asked) > _QUOTED:
        asked = asked[:_QUOTED].rsplit(" ", 1)[0] + " ..."
    take = _('You can take this question to your care team or a genetic counselor: "{question}"')
    nothing = N_("I could not find this in the pages I am allowed to use.")
    foretold = N_("Nobody can predict this for one person, and no page of mine tries to.")
    return (
        fixed(foretold if predicts else nothing),
        fixed(N_("I do not want to guess.")),
        Sentence(text=take.format(question=asked), role="next_step"),
    )


def nothing_read_sentences() -> tuple[Sentence, ...]:
    """Says that the report holds no result that could be read, and what to do."""
    return (
        fixed(N_("I found no result in what I read of your report, so I cannot explain one.")),
        fixed(N_("That does not mean that nothing was found in your test.")),
        fixed(
            N_(
                "You can add a clearer copy or the whole report, or ask your care team what the "
                "results are."
            ),
            "next_step",
        ),
    )


def who_tells(asked: SectionKind | None, said: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Who can tell more of a result, where nothing that is `said` names anyone."""
    if any(_TEAM.search(s.text) for s in said):
        return ()
    return (fixed(_WHO.get(asked, _WHO_ELSE), "next_step"),)


def which_sentences(word: str, names: Sequence[str]) -> tuple[Sentence, ...]:
    """Asks which of the known names was meant by one that is not known."""
    which = _('I do not know the name "{word}". Did you mean {names}?')
    return (
        Sentence(text=which.format(word=word, names=listed(names, "or")), role="framing"),
        fixed(N_("You can ask again with the name as your report prints it."), "next_step"),
    )


def alike_sentence(names: Sequence[str]) -> Sentence:
    """Asks whether what the report names was meant by a name that looks like it."""
    said = _("Your report names {names}, which looks alike. Which one do you mean?")
    return Sentence(text=said.format(names=listed(names)), role="framing")


def not_stated_sentence(names: Sequence[str]) -> Sentence:
    """Says that the report has no result for these, and that this is not a negative result."""
    said = _(
        "I found no result for {names} in what I read of your report. A result that is not stated "
        "is not the same as a negative result."
    )
    return Sentence(text=said.format(names=listed(names, "or")), role="framing")


def silent_sentence(names: Sequence[str]) -> Sentence:
    """Says that the report tells nothing of these, as far as it was read."""
    said = _("I found nothing on {names} in what I read of your report.")
    return Sentence(text=said.format(names=listed(names, "or")), role="framing")


def say_questions(questions: Sequence[str]) -> tuple[Sentence, ...]:
    """Questions for the visit, word for word, with words before them."""
    if not questions:
        return ()
    before = fixed(N_("These are questions that you could take to your care team."))
    return (before, *(Sentence(text=q, role="framing") for q in questions))


def waiting_sentence(names: Sequence[str]) -> Sentence:
    """Says that a line on these was hard to read and waits for the person."""
    said = _(
        "A line of your report on {names} was hard to read, so I do not use it yet. Please check "
        "it first, under your report."
    )
    return Sentence(text=said.format(names=listed(names)), role="framing")
