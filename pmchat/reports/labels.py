"""The labels of personal data on reports, in English, German, French, Spanish, Italian and
Portuguese, and how the value beside each is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pmchat.reports.people import read_name

Span = tuple[int, int]
Reader = Callable[[str, int], Span | None]

DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]{1,2}(?:\d{1,2}|[^\W\d_]{3,9}\.?)"
    r"[-/. ,]{1,2}\d{2,4}|[^\W\d_]{3,9}\.? \d{1,2},? \d{4})(?!\d)"
)
_NUMBER = (
    r"(?:[A-Za-z]{1,3} )?(?=[\w./-]{0,40}\d)[A-Za-z0-9][A-Za-z0-9./-]{0,40}"
    r"(?: \d{1,6}(?![\w.,/%-])){0,7}"
)
_PHONE = r"\+?[\d(][\d ()./-]{5,20}\d"
_PLACE = r"\S(?:(?!\s{2}|[|\t]).){4,100}"


def _reader(pattern: str, shortest: int = 3) -> Reader:
    compiled = re.compile(pattern)

    def read(text: str, start: int) -> Span | None:
        match = compiled.match(text, start)
        if match is None or len(match.group()) < shortest:
            return None
        return match.start(), match.start() + len(match.group().rstrip(" .,;-/"))

    return read


@dataclass(frozen=True)
class Label:
    """Words that announce personal data.

    `strong` words need no colon before the value; `first` ones count only where
    a line or column begins, since other things have names and numbers too;
    under `heading` words alone on a line the value is looked for below.
    """

    kind: str
    why: str
    words: re.Pattern[str]
    read: Reader
    strong: bool = False
    first: bool = False
    heading: bool = True


def _label(kind: str, why: str, words: str, read: Reader, **more: bool) -> Label:
    tail = r"(?!\w)(?:\s?\([^)]{1,16}\))?"
    return Label(kind, why, re.compile(rf"(?<![\w-])(?:{words}){tail}", re.I), read, **more)


PATIENT = "It stands after the word for the patient's name."
_BORN = "It stands after the words for a birth date."
_RECORD = "It stands after the words for a record number."
_CASE = "It stands after the words for a case or sample number."
_INSURED = "It stands after the words for an insurance or member number."
_DOCTOR = "It stands after the word for a doctor."
_NO = r"(?: ?(?:number|no\b\.?|num\.?|#|id\b|n[\u00ba\u00b0o]\.?|nr\.?|code|ref\b\.?))"
_number = _reader(_NUMBER)
_N = r"(?:n[\u00ba\u00b0]|n\.\s?[\u00ba\u00b0]|n[u\u00fa]m(?:ero|\.)|num\u00e9ro|numero)"

LABELS = (
    _label("birth_date", _BORN, r"D\.?O\.?B\b\.?|date of birth|birth ?date|born(?: on)?"
           r"|geburtsdatum|geb(?:oren|\.)?(?: am)?|n\u00e9(?:e|\(e\))? le|date de naissance"
           r"|fecha de nac(?:imiento|\.)|f\. ?nac\.?|nacid[oa] el|data di nascita|nat[oa] il"
           r"|data de nasc(?:imento|\.)",
           _reader(DAY), strong=True),
    _label("ssn", "It stands after the words for a social security number.",
           rf"SSN|social security(?:{_NO})?|(?:{_N} de )?s\u00e9curit\u00e9 sociale"
           rf"|sozialversicherungs(?:nummer|nr\.?)|n\.? ?seguridad social|codice fiscale|CPF",
           _reader(_NUMBER, 4), strong=True),
    _label("insurance", _INSURED,
           rf"(?:member|subscriber|policy|group|insurance|medicare|medicaid|beneficiary|plan){_NO}"
           rf"|health (?:card|insurance){_NO}?|MBI|versicherten-?(?:nummer|nr\.?)"
           rf"|{_N} (?:de )?(?:afiliado|p\u00f3liza)|DNI|NIE|NIF|tarjeta sanitaria",
           _reader(_NUMBER, 4), strong=True),
    _label("mrn", _RECORD,
           rf"MRN|(?:med(?:ical|\.)? ?)?rec(?:ord|\.)?{_NO}|MR ?#|(?:patient|pat\b\.?|pt\.?|client"
           rf"|hosp(?:ital|\.)?"
           rf"|mychart|chart|unit|UR|EMPI|EHR|visit|account|acct\.?|NHS){_NO}|UHID|URN|encounter{_NO}?"
           rf"|patient identifier|pat(?:ienten|\.)-?(?:nummer|nr\.?|id)|(?:{_N} de )?(?:dossier"
           rf"|historia cl\u00ednica|prontu\u00e1rio)|NHC|NIP|IPP|cartella",
           _number, strong=True),
    _label("accession", _CASE,
           rf"accession{_NO}?|(?:case|order|report|specimen|sample|lab|requisition|request|barcode"
           rf"|TRF|episode|study|batch|kit|block and case){_NO}|barcode"
           r"|(?:case|acc)(?=\s?[:#]\s?[A-Z]{0,3}-?\d)"
           r"|(?:(?:our|your) )?ref(?:erence)?\b\.?"
           r"(?=\s?[:#]?\s?(?!(?:HER2|HG(?:19|38)|GRCh\d+|chr\w+)[/-])"
           r"(?=[A-Z0-9]*[A-Z]|\d+[/-][A-Z])[A-Z0-9]{1,6}[/-][A-Z]?\d{1,5}[/-]?\d)"
           r"|(?:fall|tgb\.|eingangs)-?(?:nummer|nr\.?)"
           rf"|auftrags-?(?:nummer|nr\.?)|proben-?(?:nummer|nr\.?)|(?:{_N} )(?:de )?(?:demande"
           rf"|pr\u00e9l\u00e8vement|muestra|petici\u00f3n)",
           _reader(_NUMBER, 4), strong=True),
    _label("physician", "It stands after the words for a clinician's number.",
           rf"NPI{_NO}?|UPIN|license{_NO}", _reader(r"[A-Z]{0,3}\d{4,12}"), strong=True),
    _label("phone", "It stands after the word for a phone.",
           r"(?:(?:home|work|cell|mobile|office|contact) )?(?:tele)?(?:phone|fon|fax)"
           r"(?: ?(?:no\.?|number|#))?|tel\.?|cell|mobile|handy|t\u00e9l(?:\u00e9phone|\.)?"
           r"|tel\u00e9fono|m\u00f3vil|telefone|cellulare",
           _reader(_PHONE, 7)),
    _label("address", "It stands after the word for an address.",
           r"(?:(?:home|patient|mailing|street|residential) )?address|anschrift|adresse|wohnort"
           r"|direcci\u00f3n|domicilio|indirizzo|endere\u00e7o|domicile",
           _reader(_PLACE)),
    _label("physician", _DOCTOR,
           r"(?:(?:ordering|referring|treating|attending|requesting|authori[sz](?:ed|ing)|primary"
           r"|consulting|responsible)[\s-]?)?(?:physician|provider|clinician|oncologist|doctor"
           r"|(?:ha?emat|pulmon|ur|neur|dermat|gyna?ec|endocrin|gastroenter)ologist|surgeon"
           r"|geneticist|practitioner)(?: name)?"
           r"|ref(?:erring|\.)? ?(?:MD|by|dr)\.?|attending|ordered by|requested by|referred by"
           r"|(?:reviewed|reported|verified|approved|authori[sz]ed|interpreted|finali[sz]ed) by"
           r"|(?:electronically )?signed(?: out)?(?: by)?|signatory|pathologist|consultant"
           r"|(?:laboratory|lab|medical|clinical) director|genetic counsel+or|cc"
           r"|einsender|einsendende[rn]? arzt"
           r"|(?:\u00fcberweisende[rn]?|behandelnde[rn]?) (?:arzt|\u00e4rztin)|m\u00e9decin"
           r"(?: prescripteur| traitant)?|prescripteur|biologiste|m\u00e9dico(?: solicitante"
           r"| tratante| remitente)?|solicitante|medico (?:richiedente|curante)",
           read_name),
    _label("name", "It stands after the word for a relative or the insured person.",
           r"mother|father|sister|brother|spouse|husband|wife|guardian|next of kin|subscriber"
           r"|policy ?holder|guarantor|emergency contact",
           read_name, heading=False),
    _label("name", "It stands after the word for a part of the patient's name.",
           r"(?:last|first|middle|family|given|maiden)[- ]names?|surname(?: ?/ ?family name)?"
           r"|forename|middle initial|vorname|nachname|familienname|pr\u00e9nom|nom de famille"
           r"|apellidos?|cognome|sobrenome|nom",
           read_name, first=True),
    _label("name", PATIENT,
           r"(?:patient(?:en)?|pt\.?|client|subject)(?:'s|in)?(?: full)?[ -]?names?|name of patient"
           r"|last,? first name|full name|nombre(?: del paciente| y apellidos| completo)?"
           r"|nom du patient|nome(?: del paziente| do paciente)?",
           read_name),
    _label("name", PATIENT, r"patient(?:in)?|pt\b\.?|paciente|paziente|proband", read_name),
    _label("name", PATIENT, r"name", read_name, first=True, heading=False),
)  # fmt: skip
"""In this order; a place that one has taken is not read again."""
