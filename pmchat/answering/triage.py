"""The first gate: crisis, red flag, privacy, clinician-only and off-topic, by rules.

Behind them stands a second look, learned from examples: it adds a word of caution to an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pmchat.answering.language import language_of
from pmchat.answering.negation import Reader
from pmchat.answering.phrases import ENGLISH, Phrase, Phrases, Words
from pmchat.answering.rules import (
    Locales,
    Notices,
    Reading,
    Rule,
    RuleFile,
    Text,
    When,
    parse,
    read_yaml,
)
from pmchat.errors import CorpusError
from pmchat.model import Outcome, Role, Sentence
from pmchat.retrieval.likeness import Likeness
from pmchat.text import sentences as split_sentences

FILES: tuple[tuple[str, Outcome], ...] = (
    ("crisis.yaml", "crisis"),
    ("red_flags.yaml", "urgent"),
    ("redirects.yaml", "redirect"),
    ("scope.yaml", "out_of_scope"),
)
"""The rule files in the order in which they are asked; the first rule that fits wins."""

OVERRIDE = "override"
"""The gate of orders to the program: another role, other rules, how to write."""

CALL_FIRST, CANNOT_DECIDE = "call_first", "cannot_decide"
"""The rules whose text is said before an answer, for what no rule meets."""

MAY_CALL = 0.5
MAY_BE_ADVICE = 0.9
"""How likely a message must be a call for help, or ask for advice, for such a text.

Of fresh messages that no rule met, 14 of 19 calls for help and 11 of 40 wishes for advice got it;
of 228 questions to be answered 4 were told whom to call, and none that nobody here decides.
"""

_JOINT = re.compile(r"[,:;)]\s+|\s(?=and (?:then )?(?:tell|explain|say|what|how|why|is|does)\b)")


@dataclass(frozen=True)
class Verdict:
    """What the gate decided, with the fixed text to show.

    `explain` is True where general education from the library may stand between
    the framing and the next step, and `answers` where this then counts as an answer.
    `passage` is the id of the passage to tell from, if it is not left to the search.
    """

    gate: str
    outcome: Outcome
    lang: str
    sentences: tuple[Sentence, ...]
    explain: bool
    answers: bool = False
    passage: str = ""
    questions: tuple[str, ...] = ()


class _Message:
    """A question made ready for the rules; remembers what it has looked for."""

    def __init__(self, text: str, reader: Reader, possible: set[Phrase]) -> None:
        self.text = text
        self._reader = reader
        self._possible = possible
        self._seen: dict[tuple[Phrase, Reading], bool] = {}

    def has(self, phrase: Phrase, reading: Reading = "any") -> bool:
        """True if the phrase stands in the text in the way that `reading` asks for."""
        if phrase not in self._possible:
            return False
        key = (phrase, reading)
        if key not in self._seen:
            spans = (m.span() for m in phrase.find(self.text))
            self._seen[key] = any(self._stands(span, reading, phrase) for span in spans)
        return self._seen[key]

    def _stands(self, span: tuple[int, int], reading: Reading, phrase: Phrase) -> bool:
        if reading == "any":
            return True
        if reading == "said":
            return not self._reader.is_denied(self.text, span, holds_not=phrase.holds_not)
        stance = self._reader.stance(self.text, span, holds_not=phrase.holds_not)
        return stance == "now" or (reading == "lately" and stance == "resolved")


class _Case:
    """A `when` with its phrases compiled."""

    def __init__(self, when: When, usual: Reading, phrases: Phrases) -> None:
        self.lang = when.lang
        self._reading: Reading = when.reading or usual
        groups = (when.any, *when.all) if when.any else when.all
        self._groups = tuple(phrases.make(g) for g in groups)
        self._context = phrases.make(when.context)
        self._unless = phrases.make(when.unless)

    def fits(self, message: _Message) -> bool:
        """True if every group, the context and no exception stands in the message."""
        return (
            all(any(message.has(p, self._reading) for p in g) for g in self._groups)
            and (not self._context or any(message.has(p) for p in self._context))
            and not any(message.has(p) for p in self._unless)
        )


@dataclass(frozen=True)
class _Ready:
    """A rule with its file's outcome and texts."""

    rule: Rule
    outcome: Outcome
    texts: Mapping[str, Text]
    cases: tuple[_Case, ...]


class Triage:
    """Judges the words of a question by the rules of a folder (knowledge/safety)."""

    def __init__(self, folder: Path, locale: str = "US", likeness: Likeness | None = None) -> None:
        self._likeness = likeness
        self._words = parse(Words, read_yaml(folder / "words.yaml"), "words.yaml")
        self._reader = Reader(self._words)
        self._phrases = Phrases(self._words)
        self._locales = parse(Locales, read_yaml(folder / "locales.yaml"), "locales.yaml")
        if locale not in self._locales.locales:
            raise CorpusError(f"locales.yaml has no locale {locale}.", "Add it or choose another.")
        self._locale = self._locales.locales[locale]
        self._notices = parse(Notices, read_yaml(folder / "languages.yaml"), "languages.yaml").root
        self._rules = [
            ready for name, outcome in FILES for ready in self._load(folder / name, outcome)
        ]

    def judge(self, text: str) -> Verdict | None:
        """The verdict on a question's own words, or None if it may go on to the library."""
        clean = self._words.clean(text)
        message = _Message(clean, self._reader, self._phrases.possible(clean))
        for ready in self._rules:
            case = next((c for c in ready.cases if c.fits(message)), None)
            if case is not None:
                other = self._reader.is_about_another(clean)
                lang = case.lang if case.lang != ENGLISH else self.language(text)
                return self._verdict(ready, lang, "other" if other else "self")
        return None

    def second_look(self, text: str) -> Verdict | None:
        """What to say before the answer to an English message that no rule met, where it is like
        those that rules meet."""
        if self._likeness is None or self.language(text) != ENGLISH:
            return None
        likely = self._likeness.of(text)
        if likely.get("crisis", 0) + likely.get("urgent", 0) >= MAY_CALL:
            return self._verdict(self._named(CALL_FIRST), ENGLISH, "self")
        if likely.get("redirect", 0) >= MAY_BE_ADVICE:
            return self._verdict(self._named(CANNOT_DECIDE), ENGLISH, "self")
        return None

    def _named(self, rule: str) -> _Ready:
        return next(ready for ready in self._rules if ready.rule.id == rule)

    def language(self, text: str) -> str:
        """The language of a question, by its small words or script, else by all its words."""
        lang = self._words.language(self._words.clean(text))
        return lang if lang != ENGLISH else language_of(text)

    def notice(self, text: str, verdict: Verdict | None) -> tuple[Sentence, ...]:
        """What to say first to a question in another language: that the answer is in English.

        Nothing where a fixed text is in that language, or calls for help.
        """
        lang = self.language(text)
        if lang not in self._notices:
            return ()
        if verdict and (verdict.lang == lang or verdict.outcome in {"urgent", "crisis"}):
            return ()
        return tuple(Sentence(text=t, role="framing") for t in self._notices[lang].framing)

    def without_off_topic(self, text: str) -> str:
        """What is left of a question without what scope.yaml takes.

        Whole sentences go; an order to the program goes up to the next comma, colon or "and".
        """
        kept = []
        for sentence in split_sentences(text):
            verdict = self.judge(sentence)
            if verdict is None or verdict.outcome != "out_of_scope":
                kept.append(sentence)
            elif verdict.gate == OVERRIDE:
                parts = _JOINT.split(sentence)
                kept += [p for p in parts if (v := self.judge(p)) is None or v.gate != OVERRIDE]
        return " ".join(kept)

    def _load(self, path: Path, outcome: Outcome) -> list[_Ready]:
        file = parse(RuleFile, read_yaml(path), path.name)
        ready = []
        for rule in file.rules:
            texts = file.texts.get(rule.text, {})
            if ENGLISH not in texts:
                raise CorpusError(
                    f"{path.name} {rule.id}: no English text named {rule.text}.", "Write it."
                )
            cases = tuple(_Case(w, file.reading, self._phrases) for w in rule.when)
            one = _Ready(rule, outcome, texts, cases)
            for lang in texts:
                self._verdict(one, lang, "self", path.name)
            ready.append(one)
        return ready

    def _verdict(self, ready: _Ready, lang: str, person: str, file: str = "") -> Verdict:
        rule = ready.rule
        lang = lang if lang in ready.texts else ENGLISH
        fill = self._filler(rule, lang, person, file)
        text = ready.texts[lang]
        parts: tuple[tuple[Role, tuple[str, ...]], ...] = (
            ("framing", text.framing),
            ("next_step", text.next_step),
        )
        sentences = tuple(
            Sentence(text=said, role=role)
            for role, templates in parts
            for template in templates
            for said in split_sentences(fill(template))
        )
        gate = f"red_flag:{rule.id}" if ready.outcome == "urgent" else rule.id
        return Verdict(
            gate=gate,
            outcome=ready.outcome,
            lang=lang,
            sentences=sentences,
            explain=rule.explain,
            answers=rule.answers,
            passage=rule.passage,
            questions=rule.questions,
        )

    def _filler(self, rule: Rule, lang: str, person: str, file: str) -> Callable[[str], str]:
        """Fills the gaps of a template; a gap with nothing to say leaves nothing."""
        gaps = self._gaps(lang)
        people = self._locales.people[person]
        if lang == ENGLISH:
            gaps |= {"why": rule.why.format_map(gaps), "say": rule.say.format_map(people)}

        def fill(template: str) -> str:
            try:
                return template.format_map({"why": "", "say": "", **gaps}).strip()
            except (KeyError, ValueError) as error:
                where = f"{file} {rule.id}"
                raise CorpusError(f'{where}: "{template}" has a gap.', "Mend it.") from error

        return fill

    def _gaps(self, lang: str) -> dict[str, str]:
        here, usual = self._locale, self._locales
        words = usual.team_line_words.get(lang, usual.team_line_words[ENGLISH])
        number = usual.team_line
        gaps = {
            "emergency": here.emergency,
            "crisis_line": here.crisis_line,
            "poison": here.poison,
            "crisis_extra": here.crisis_extra.get(lang, ""),
            "team_line": words.known.format(number=number) if number else words.unknown,
        }
        call = here.crisis_call.get(lang) or usual.crisis_call.get(lang, usual.crisis_call[ENGLISH])
        return gaps | {"crisis_call": call.format_map(gaps)}
