"""Words that mean the same for a patient.

A synonym lets a sentence pass that its passage words otherwise, so a pair belongs in only if one
word can stand for the other in every passage. No word stands beside its opposite, or beside a
stronger or a weaker one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import snowballstemmer

from pmchat.answering.checks.meanings import FREE

_GROUPS: Final = """
medicine medicines medication medications drug drugs pill pills
doctor doctors physician physicians clinician clinicians
variant variants mutation mutations change changes changed alteration alterations
illness illnesses disease diseases sickness condition conditions disorder disorders
relative relatives kin
child children kid kids
chance chances odds likelihood risk risks
tumor tumors tumour tumours
piece pieces bit bits part parts
begin begins begun began beginning start starts started starting
stop stops stopped stopping quit quits
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
choose chooses choice choices chosen choosing option options
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
say says said tell tells told inform informs
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
straight directly
review reviews reviewed
disappear disappears disappeared
reaction reactions react reacts
let lets allow allows allowed permit permits permitted
ban bans banned forbid forbids prohibit prohibits prohibited bar bars barred
stay stays stayed remain remains remained
extra additional added
differ differs differed different difference differences vary varies varied
talk talks talked speak speaks spoke discuss discusses discussed
problem problems trouble
shrink shrinks shrank shrunk
hard difficult tough
exact precise
ovary ovaries ovarian
heart cardiac
kidney kidneys renal
liver hepatic
rare uncommon
common widespread
worldwide global
employer employers
people person persons patient patients someone somebody
error errors mistake mistakes
fix fixes fixed repair repairs
send sends sent refer refers referred
saliva spit
buy buys bought purchase
hurt hurts harm harms harmed
answer answers reply
cause causes caused
link links linked associated
tired tiredness fatigue
vomit vomits vomiting
visit visits appointment appointments
worry worries worried concern concerns concerned
feel feels felt feeling feelings
hear hears heard
write writes wrote written
understand understands understood
learn learns learned learnt
think thinks consider considers
decide decides decided decision decisions
kill kills killed destroy destroys destroyed
fight fights fought attack attacks attacked
strengthen strengthens boost boosts
bring brings brought
bind binds bound attach attaches attached
swap swaps swapped trade trades exchange exchanges
place places spot spots site sites location
company companies firm maker makers manufacturer manufacturers
expert experts specialist specialists
scientist scientists researcher researchers
rule rules regulation regulations
hint hints clue clues
proof prove proves proved proven
first initial
effect effects impact impacts
baby babies infant infants
mother mom mum
father dad
result results outcome outcomes
radiation radiotherapy
rude impolite
word words term terms
country countries nation
handle handles handled process processes
refuse refuses refused decline declines declined
continue continues continued
remove removes removed
appear appears appeared
join joins joined
plain simple simpler
swell swelling swollen
itch itching itchy
bleed bleeding bleeds bled
breathe breathing breath
die dies died death
live lives lived living
bone bones
wait waits waiting waited delay delays delayed postpone
teach teaches taught
lose loses lost losing
eat eats ate eating
drink drinks drank drinking
meet meets met
"""
"""One group of synonyms and their forms a line; the first word stands for them all."""
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """What a plain word is compared by: its stem, or the one that stands for its synonyms.

    Empty for a word that carries no content.
    """
    low = word.lower()
    return "" if low in FREE else _FIRST.get(_stem(low), _stem(low))


def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def _first_of_each() -> dict[str, str]:
    """For each stem the stem of the first word of its group. A stem has one group only."""
    found: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        stems = dict.fromkeys(map(_stem, line.split()))
        for stem in stems:
            if stem in found:
                raise ValueError(f"{stem} stands in two groups of synonyms")
            found[stem] = next(iter(stems))
    return found


_FIRST = _first_of_each()
