"""Words that mean the same for a patient, words that mean little, and words that turn a meaning.

A synonym lets a sentence pass that its passage words otherwise, so a pair belongs in only if one
word can stand for the other in every passage. No word stands beside its opposite, or beside a
stronger or a weaker one.
"""

from __future__ import annotations

import re
from typing import Final

FREE: Final = frozenset(
    """a an the this that these those it its itself they them their he she his her we our i you
    your yours yourself my me who whom whose which what there here
    is are was were be been being am has have had having do does did done
    of in on at by to for from with into onto as and or so also too then such like
    people person persons someone somebody ones other others patient patients way ways thing
    things kind kinds type types sort call calls called name named mean means meaning example fact
    how why where very own per out up lot if when while about
    because therefore thus since but although though whereas whether even
    should must ought shall would get gets got getting gotten still already under over through percent one include
    includes included including want wants""".split()
)
"""Words that carry no content of their own; other checks look at some of them."""

_OPERATORS: Final = {
    "no": "no not none without neither nor nobody nothing nowhere",
    "never": "never",
    "may": "may might could can possible possibly perhaps maybe able potentially",
    "likely": "likely probably expected",
    "seem": """suggests suggest suggested seem seems appear appears aims aim tends tend thought
        believed""",
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

GROUPS: Final = """
medicine medicines medication medications drug drugs pill pills
doctor doctors physician physicians clinician clinicians
variant variants mutation mutations change changes changed alteration alterations
illness disease diseases illnesses sickness
relative relatives kin
child children kid kids
chance chances odds likelihood risk risks
tumor tumors tumour tumours
piece pieces bit bits part parts
begin begins begun began beginning start starts started starting
stop stops stopped stopping
find finds found finding detect detects detected see sees seen saw
help helps helped helping
make makes made making build builds built create creates created
give gives gave given giving offer offers offered
pay pays paid cover covers covered
cost costs price prices
keep keeps kept
large larger big bigger
small smaller tiny
fast quick quickly rapid
study studies trial trials
lab labs laboratory laboratories
list lists listed print prints printed show shows showed shown
grow grows grew growing growth grown
break breaks broke broken
leave leaves left
choose chooses choice choices chosen choosing
test tests testing tested
check checks checked checking
enough sufficient
explain explains explained describe describes described
become becomes became turn turns turned
need needs needed require requires required
share shares shared
arise arises arose arising happen happens happened occur occurs occurred
know knows known knew
receive receives received
carrier carriers carry carries carrying
private privacy
take takes took taken
come comes came
go goes went gone
hold holds held
say says said tell tells told
respond responds responded response
treat treats treated treatment treatments therapy therapies
inherited inherit inherits hereditary germline
somatic acquired
lower lowers lowered
raise raises raised rise rises rose increase increases increased
surgery operation operations surgical
sample samples specimen specimens
chemo chemotherapy
law laws act acts
let lets allow allows allowed permit permits permitted
ban bans banned forbid forbids prohibit prohibits prohibited bar bars barred
stay stays stayed remain remains remained
extra additional added
differ differs differed different difference differences vary varies varied
talk talks talked speak speaks spoke discuss discusses discussed
problem problems trouble
shrink shrinks shrank shrunk
hard difficult
exact precise
ovary ovaries ovarian
heart cardiac
kidney kidneys renal
liver hepatic
rare uncommon
common widespread
worldwide global
employer employers
"""
"""One group of synonyms and forms a line; the first word stands for them all."""

_DIGITS: Final = dict(
    two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12,
    fifteen=15, twenty=20, thirty=30, forty=40, fifty=50, sixty=60, seventy=70, eighty=80, ninety=90,
)  # fmt: skip
_PHRASES = (
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<=\d)\s*%", " percent"),
    (r"(?<=\d)\s*-\s*(?=\d)", " to "),
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
    (r"\ban? (?=(?:\w+ ){0,2}(?:study|lab|report|guide|trial|survey)\b)", "singly "),
    (r"\bone (?=(?:\w+ ){0,2}(?:study|lab|report|guide|trial|survey|parent)\b)", "singly "),
    (r"\bnon-", "not "),
    (r"\b(?:is|are) (?:a )?part of\b", "belong to"),
    (r"\bsay(?:ing)? yes or no to\b", "choose"),
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
    (r"\bgo(?:es)? up\b", "rise"),
    (r"\bgo(?:es)? down\b", "lower"),
    (r"\b(?:together|along|combined|in combination) with\b|\bplus\b", "together-with"),
    (r"\bblood relatives?\b", "relatives"),
    (r"\bhealth[ -]?care team\b", "care team"),
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
