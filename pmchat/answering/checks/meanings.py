"""Words that mean little, words that turn a meaning, and turns of phrase made alike."""

from __future__ import annotations

import re
from typing import Final

FREE: Final = frozenset(
    """a an the this that these those it its itself they them their he she his her we our i you
    your yours yourself my me who whom whose which what there here is are was were be been
    being am has have had having do does did done of in on at by to for from with into onto
    as and or so also too then such like ones other others way ways thing things kind kinds
    type types sort call calls called name named mean means meaning example facts fact
    information info how why where very own per out up lot if when while about because
    therefore thus since but although though whereas whether even should must ought shall
    would get gets got getting gotten still already yet under over through percent one include
    includes included including want wants""".split()
)
"""Words that carry no content of their own; other checks look at some of them."""

_OPERATORS: Final = {
    "no": "no not none without neither nor nobody nothing nowhere",
    "never": "never",
    "may": "may might could can possible possibly perhaps maybe able potentially",
    "likely": "likely probably expected",
    "seem": "seemingly suggests suggest suggested aims aim thought believed",
    "will": "will definitely certainly surely",
    "not all": "notall",
    "all": "all every each any everyone everything anyone whole full",
    "most": "most majority",
    "many": "many several",
    "some": "some certain",
    "few": "few little",
    "always": "always",
    "often": "often usually commonly frequently typically generally mostly mainly",
    "oftenest": "oftenest",
    "sometimes": "sometimes occasionally",
    "rarely": "rarely seldom",
    "one": "singly",
    "both": "both",
    "more": "more",
    "less": "less fewer",
    "only": "only just solely",
    "nearly": "nearly almost roughly approximately",
}
OPERATORS: Final = {word: name for name, text in _OPERATORS.items() for word in text.split()}
"""Small words that turn or weaken what follows, each with its class."""

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DIGITS: Final = {
    **{word: number for number, word in enumerate(_SMALL) if number > 1},
    "fifteen": 15,
    **{word: 10 * tens for tens, word in enumerate(_TENS, start=2)},
}
_PHRASES = (
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<=\d)\s*%", " percent"),
    (r"(?<=\d)\s*-\s*(?=\d)", " to "),
    (r"\b(?:smaller|shorter|younger|lower|less|fewer) than(?= \d)", "under"),
    (r"\b(?:larger|longer|older|higher|more|greater) than(?= \d)", "over"),
    (r"\b(?:nearly|almost|around|roughly|approximately|some)(?= \d)", "about"),
    (r"\bone (?=person\b|patient\b)", "a "),
    (r"\bone(?= (?:in|of|out of)(?: every)? \d)", "1"),
    (r"(?<= of)(?: the| every| each)(?= \d)", ""),
    (r"\b(?:cannot|can't)\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"n't\b", " not"),
    (r"\bnot (?:all|every|each|always|everyone)\b", "notall"),
    (r"\b(?:other|rather) than\b|\binstead of\b", "not"),
    (r"\ba few\b", "some"),
    (r"\ban? (?=(?:\w+ )?(?:study|trial|survey)\b)", "singly "),
    (
        r"\bone (?=(?:\w+ ){0,2}(?:study|trial|survey|review|lab|report|guide|parent)\b)",
        "singly ",
    ),
    (r"\bnon-", "not "),
    (r"\b(?:is|are) (?:a )?part of\b", "belong to"),
    (r"\bsay(?:ing)? yes or no to\b", "choose"),
    (r"\b(?:seem|appear|tend)s? to\b", "seemingly"),
    (r"\bun(?=(?:known|clear|able)\b)|\bin(?=(?:correct|accurate)\b)", "not "),
    (r"\bmakes? ((?:[\w'-]+ ){1,6}?)more likely\b", r"raises chance of \1"),
    (r"\bmakes? ((?:[\w'-]+ ){1,6}?)less likely\b", r"lowers chance of \1"),
    (r"\b(?:the )?United States\b|\bU\.S\.", "US"),
    (r"\b(?:leads?|led|leading) to\b", "cause"),
    (r"\b(?:related|tied|connected) to\b", "linked to"),
    (r"\bdeal(?:s|t|ing)? with\b", "handle"),
    (r"\b(advis\w+|recommend\w*) against\b", r"\1 not"),
    (r"\b(?:often|also|sometimes|usually) (?=called\b)", ""),
    (r"\b(?:take|takes|took|taking) the place of\b", "replace"),
    (r"\b(?:which )?(?:is |are )?short for\b", "means"),
    (r"\b(?:put|puts|putting) off\b", "delay"),
    (r"\b(?:try|tries|tried) to\b", "aims to"),
    (r"\b(?:get|gets|got|become|becomes|became) smaller\b", "shrink"),
    (r"\b(?:go|goes|went|gone|going) away\b", "disappear"),
    (r"\b(?:look|looks|looked) at\b", "review"),
    (r"\b(?:find|finds|found|finding) out\b", "learn"),
    (r"\b(?:go|goes|keep|keeps) on\b", "continue"),
    (r"\b(?:take|takes|taken|took) out\b", "remove"),
    (r"\b(?:throw|throws|throwing|threw) up\b", "vomit"),
    (r"\bprior to\b|\bahead of\b", "before"),
    (r"\bas well\b|\bin addition\b", "also"),
    (r"\b(?:at no cost|free of charge)\b", "free"),
    (r"\b(?:right away|immediately|straight away|as soon as possible)\b", "at once"),
    (r"\b(?:medical|health ?care|health|cancer|treatment) team\b", "care team"),
    (r"\b(?:says?|said) no\b(?! to)", "refuse"),
    (r"\bshows? up\b|\bshowed up\b", "appear"),
    (r"\bat (?:this|the) (?:time|moment)\b", "now"),
    (r"\bopt(?:s|ed|ing)? (in|out)\b", r"opt\1"),
    (r"\bimmune system\b", "immune"),
    (r"\b(?:by itself|on its own)\b", "alone"),
    (r"\b(?:almost|nearly|hardly|practically) (?:never|ever)\b", "rarely"),
    (r"\b(?:almost|nearly) all\b", "most"),
    (r"\b(?:almost|nearly) always\b", "often"),
    (r"\bmost often\b", "oftenest"),
    (r"\bno longer\b", "not anymore"),
    (r"\bno one\b", "nobody"),
    (r"\b(?:about|close to|around) (?=the same|as |half|twice)", "nearly "),
    (r"\bfor (?:example|instance)\b", "such as"),
    (r"\bpass(?:e[sd]|ing)? ((?:\S+ ){1,3})(?:on|down)\b", r"inherited \1"),
    (r"\b(?:pass|handed|run)(?:e[sd]|ing)? (?:on|down)(?: in (?:a|the|your) family)?\b",
     "inherited"),
    (r"\b(?:com(?:e|es|ing)|came|grow|grows|grew) back\b|\breturn(?:s|ed|ing)?\b", "recur"),
    (r"\b(?:take|takes|taking|took) part in\b", "join"),
    (r"\b(?:due to|because of)\b", "because"),
    (r"\b(?:go|goes|went|going) up\b", "rise"),
    (r"\b(?:go|goes|went|going) down\b", "lower"),
    (r"\b(?:together|along|combined|in combination) with\b|\bplus\b", "jointly"),
    (r"\bblood relatives?\b", "relatives"),
    (r"\bgene (?=(?:change|variant|mutation)s?\b)", ""),
)  # fmt: skip
PHRASES: Final = tuple(
    (re.compile(pattern, re.I), instead)
    for pattern, instead in (
        *((rf"\b{word}\b", str(number)) for word, number in _DIGITS.items()),
        *_PHRASES,
    )
)
"""Rewritten, in this order, before words are compared."""

PRINTED: Final = {
    "singly": "one",
    "jointly": "together with",
    "notall": "not all",
    "oftenest": "most often",
    "seemingly": "seems to",
}
"""Words that stand for others after rewriting, as a reason shows them."""
