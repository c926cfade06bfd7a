"""The words of result in reports of other languages, in the order in which they are tried."""

from __future__ import annotations

from pmchat.model import Polarity
from pmchat.reports.cue_parts import Direction

# Words of German, French, Spanish, Italian, Portuguese and Dutch reports.
OTHER_LANGUAGES: tuple[tuple[Polarity, Direction, str], ...] = (
    (
        "indeterminate",
        "backward",
        r"\b(?:nicht (?:\w+ )?(?:auswertbar|beurteilbar|bewertbar|auszuschlie\u00dfen"
        r"|ausgeschlossen)|fraglich|grenzwertig|unklar"
        r"|no (?:valorable|evaluable|concluyente|interpretable)"
        r"|indeterminad[oa]|dudos[oa]|(?:non |in)interpr\u00e9table|non \u00e9valuable|douteu\w+"
        r"|\u00e9quivoque|ind\u00e9termin\u00e9e?|non valutabile|non interpretabile|dubbi[oa]"
        r"|n\u00e3o (?:avali\u00e1vel|conclusivo)|niet (?:beoordeelbaar|te beoordelen))\b",
    ),
    (
        "not_performed",
        "backward",
        r"\b(?:nicht (?:durchgef\u00fchrt|untersucht|getestet|bestimmt|m\u00f6glich)|ausstehend"
        r"|no (?:realizad[oa]|efectuad[oa]|analizad[oa])|no se (?:realiz|analiz|efectu)\w+"
        r"|pendiente|insuficiente|non (?:r\u00e9alis|effectu|recherch)\u00e9e?s?|en attente"
        r"|insuffisante?|non eseguit[oa]|n\u00e3o realizad[oa]|niet (?:bepaald|uitgevoerd"
        r"|getest))\b",
    ),
    (
        "absent_stated",
        "both",
        r"\b(?:nicht (?:nachgewiesen|nachweisbar|detektiert|gefunden|mutiert|amplifiziert)"
        r"|kein(?:e|en|er)?(?: (?:Nachweis|Hinweis|Mutation)\w*)?|ohne (?:Nachweis|Mutation)\w*"
        r"|wildtyp\w*|stabil|negativ[eoa]?s?"
        r"|non (?:d\u00e9tect|mut|amplifi|r\u00e9arrang)\u00e9e?s?"
        r"|absence d\w*|pas de|aucune?|n\u00e9gati(?:f|ve)s?"
        r"|no (?:detectad|mutad|amplificad|reordenad)[oa]s?"
        r"|no se (?:\w+ )?(?:detect|identific|encontr|observ|evidenci)\w+"
        r"|sin (?:mutaci|alteraci|evidencia|reordenamiento|amplificaci)\w*|ausentes?|estable"
        r"|non (?:rilevat|mutat)[oaie]|assente|n\u00e3o (?:detectad|mutad)[oa]"
        r"|niet (?:aangetoond|gevonden|gedetecteerd))\b",
    ),
    (
        "present",
        "both",
        r"\b(?:nachgewiesen|nachweisbar|positiv[oea]?|d\u00e9tect\u00e9e?|detectad[oa]|rilevat[oa]"
        r"|aangetoond|pr\u00e9sente?|presente|positi(?:f|ve))\b",
    ),
)
