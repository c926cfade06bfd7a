"""Made-up report headers with the personal data in them known, and words that must stay."""

from __future__ import annotations

from typing import NamedTuple


class Header(NamedTuple):
    """`secret` are the strings of a person; `kept` must stay readable. No one here is real."""

    name: str
    text: str
    secret: tuple[str, ...]
    kept: tuple[str, ...]


HEADERS = (
    Header("one line",
        "Patient: ROSSI, ELENA M   DOB 1961-02-03   Sex: F   MRN 00471123\n"
        "Diagnosis: Lung adenocarcinoma   Specimen site: Lung, right upper lobe",
        ("ROSSI", "ELENA", "1961-02-03", "00471123"),
        ("Lung adenocarcinoma", "right upper lobe", "Sex: F")),
    Header("labels above values",
        "Patient Name\nMargaret O'Brien-Castellanos\nDate of Birth\n03/14/1957\n"
        "Medical Record Number\nA-8837261\nOrdering Physician\nHelen Vargas, MD\n"
        "Specimen Type\nFFPE block",
        ("Margaret", "O'Brien", "Castellanos", "03/14/1957", "A-8837261", "Helen", "Vargas"),
        ("FFPE block", "Specimen Type")),
    Header("table with headings",
        "Patient Name          DOB           MRN          Physician\n"
        "Tomasz Wi\u015bniewski     12 May 1949   7714-221     Dr. Ana Lindqvist\n\n"
        "Gene    Variant    VAF\nEGFR    L858R      23%",
        ("Tomasz", "Wi\u015bniewski", "12 May 1949", "7714-221", "Ana", "Lindqvist"),
        ("EGFR    L858R      23%", "Variant")),
    Header("pipes",
        "| Patient Name | Date of Birth | Accession No. | Referring Physician |\n"
        "| Ludwig van der Meer | 1950-11-30 | G26-004417 | J. Okafor, MD, PhD |\n"
        "| Test | BRCA panel | Result | Negative |",
        ("Ludwig", "van der Meer", "1950-11-30", "G26-004417", "Okafor"),
        ("BRCA panel", "Negative")),
    Header("name and birth date without labels",
        "DE LA CRUZ, MARIA ISABEL (F) 07/22/1963\nMRN: 55501923  Acct #: 900817263\n"
        "FINAL REPORT: COMPREHENSIVE GENOMIC PROFILE",
        ("DE LA CRUZ", "MARIA ISABEL", "07/22/1963", "55501923", "900817263"),
        ("COMPREHENSIVE GENOMIC PROFILE",)),
    Header("in running text",
        "Patient Name: Aoife N\u00ed Bhriain\nDOB: 2 Jan 1972\n\n"
        "CLINICAL HISTORY: Ms. N\u00ed Bhriain is a 54-year-old woman with breast cancer.\n"
        "Aoife was referred by Dr. Stephen Kowalczyk. Dr Kowalczyk asks about BRCA1.",
        ("Aoife", "Bhriain", "2 Jan 1972", "Stephen", "Kowalczyk"),
        ("54-year-old woman with breast cancer", "BRCA1")),
    Header("page headers",
        "Example Genomics Lab   Doe-Whitfield, Jonathan   MRN: 88812   Page 1 of 2\n"
        "Patient: Doe-Whitfield, Jonathan\nEGFR L858R 23%\n\f"
        "Example Genomics Lab   Doe-Whitfield, Jonathan   MRN: 88812   Page 2 of 2\n"
        "KRAS: not detected",
        ("Doe-Whitfield", "Jonathan", "88812"),
        ("EGFR L858R 23%", "KRAS: not detected", "Example Genomics Lab")),
    Header("german",
        "Patientin: M\u00fcller-L\u00fcdenscheidt, Anneliese   geb. am 03.04.1958\n"
        "Fallnummer: 2026-118273   Einsender: Prof. Dr. med. Hans-J\u00fcrgen B\u00f6ttcher\n"
        "Anschrift: Gartenstra\u00dfe 14, 50667 K\u00f6ln\nVersichertennummer: K123456789\n"
        "EGFR-Mutation L858R nachgewiesen; KRAS nicht nachgewiesen",
        ("M\u00fcller", "Anneliese", "03.04.1958", "2026-118273", "B\u00f6ttcher",
         "Gartenstra\u00dfe", "50667", "K123456789"),
        ("EGFR-Mutation L858R nachgewiesen", "KRAS nicht nachgewiesen")),
    Header("german split",
        "Name: Schr\u00f6der\nVorname: Friederike\nGeburtsdatum: 17.08.1966\n"
        "Patienten-Nr.: 4471902\nTelefon: 0221 478 4000\n"
        "Befund: BRCA2 c.5946delT (p.Ser1982Argfs*22), pathogen",
        ("Schr\u00f6der", "Friederike", "17.08.1966", "4471902", "0221 478 4000"),
        ("BRCA2 c.5946delT (p.Ser1982Argfs*22)",)),
    Header("french",
        "Nom : LEF\u00c8VRE\nPr\u00e9nom : Beno\u00eet\nN\u00e9(e) le : 12/09/1951\n"
        "N\u00b0 de dossier : 26H004512\nM\u00e9decin prescripteur : Dr Camille Dubois-Martin\n"
        "N\u00b0 de s\u00e9curit\u00e9 sociale : 1 51 09 75 120 005 42\n"
        "Mutation EGFR : d\u00e9l\u00e9tion de l'exon 19 d\u00e9tect\u00e9e",
        ("LEF\u00c8VRE", "Beno\u00eet", "12/09/1951", "26H004512", "Camille", "Dubois-Martin",
         "1 51 09 75 120 005 42"),
        ("EGFR", "exon 19")),
    Header("spanish",
        "Paciente: Mar\u00eda del Carmen Garc\u00eda-Hern\u00e1ndez\n"
        "Fecha de nacimiento: 05/06/1959\nN.\u00ba de historia cl\u00ednica: 00998123\n"
        "M\u00e9dico solicitante: Dra. Luc\u00eda Fern\u00e1ndez\nDNI: 12345678Z\n"
        "Direcci\u00f3n: Calle de Alcal\u00e1 45, 28014 Madrid\n"
        "KRAS G12C detectado; ALK no detectado",
        ("Mar\u00eda", "Carmen", "Garc\u00eda", "Hern\u00e1ndez", "05/06/1959", "00998123",
         "Luc\u00eda", "Fern\u00e1ndez", "12345678Z", "Alcal\u00e1", "28014"),
        ("KRAS G12C detectado", "ALK no detectado")),
    Header("insurance",
        "Member ID: XQH883920174   Group #: 0071234-AB\nSubscriber: Priya Raghunathan\n"
        "Insurance: Example Health PPO   Policy No: P-99-182-33\nSSN: 123-45-6789\n"
        "Medicare #: 1EG4-TE5-MK73\nTMB 4 mut/Mb   MSI-Stable",
        ("XQH883920174", "0071234-AB", "Priya", "Raghunathan", "P-99-182-33", "123-45-6789",
         "1EG4-TE5-MK73"),
        ("TMB 4 mut/Mb", "MSI-Stable")),
    Header("contacts",
        "Name: Kwame Mensah\nAddress: 1182 North Harbor Blvd., Apt 4B\nFullerton, CA 92832\n"
        "Phone: +1 (714) 555-0182   Fax: 714.555.0199\nE-mail: kwame.mensah@example.org\n"
        "Specimen: peripheral blood (EDTA)",
        ("Kwame", "Mensah", "1182 North Harbor", "92832", "555-0182", "555.0199",
         "kwame.mensah@example.org"),
        ("peripheral blood (EDTA)",)),
    Header("doctors",
        "Ordering Provider: Fatima al-Rashid, DO\nAttending: Wm. Sutherland III, M.D.\n"
        "Treating oncologist  Dr. Xi\u00e0o Zh\u00e8n\nPathologist: Nguyen, Thi Lan MD\n"
        "Electronically signed by: Sarah J. McAllister, PhD, FACMG on 2026-05-01\n"
        "Genetic counselor: Beth-Ann Rourke, MS, CGC\ncc: Dr. R. P. Venkataraman\n"
        "Laboratory Director: Otto Brandt, MD, PhD",
        ("Fatima", "al-Rashid", "Sutherland", "Zh\u00e8n", "Nguyen", "Thi Lan", "McAllister",
         "Rourke", "Venkataraman", "Brandt"),
        ("2026-05-01",)),
    Header("eponyms",
        "Patient: Philip Lynch   DOB: 1970-05-05   MRN: 88-7710\n"
        "INDICATION: Lynch syndrome, Ewing sarcoma, Hodgkin lymphoma, Li-Fraumeni syndrome\n"
        "Philadelphia chromosome t(9;22) BCR::ABL1 detected. Peutz-Jeghers syndrome: STK11.\n"
        "von Hippel-Lindau: VHL. Cowden: PTEN. Birt-Hogg-Dub\u00e9: FLCN. Burkitt lymphoma.",
        ("Philip", "1970-05-05", "88-7710"),
        ("Lynch syndrome", "Ewing sarcoma", "Hodgkin lymphoma", "Li-Fraumeni syndrome",
         "Philadelphia chromosome", "Peutz-Jeghers syndrome", "von Hippel-Lindau", "Cowden",
         "Birt-Hogg-Dub\u00e9", "Burkitt lymphoma", "BCR::ABL1")),
    Header("names like genes",
        "Patient Name: MET, KIT ROSS   DOB: 11-Nov-1980\nOrdering Physician: Dr. Abel Ret\n"
        "MET exon 14 skipping detected. KIT: no mutation. RET fusion not detected. ABL1: normal.",
        ("ROSS", "11-Nov-1980", "Abel"),
        ("MET exon 14 skipping detected", "KIT: no mutation", "RET fusion not detected")),
    Header("names like words",
        "Name: May Long   Date of birth: 1981-01-30   Record no: 7781\n"
        "Long arm of chromosome 5 deleted. May be inherited. The long arm is lost.",
        ("May Long", "1981-01-30", "7781"),
        ("arm of chromosome 5 deleted", "be inherited", "The long arm is lost")),
    Header("drugs and labs",
        "Performing laboratory: Cambridge Genomics, Boston, MA   CLIA 22D0000000\n"
        "Therapies: osimertinib (Tagrisso), Keytruda, trastuzumab deruxtecan\n"
        "Test: FoundationOne CDx   Panel: Oncomine Dx\nPatient: Yuki Tanaka",
        ("Yuki", "Tanaka"),
        ("osimertinib (Tagrisso), Keytruda, trastuzumab deruxtecan", "FoundationOne CDx",
         "Oncomine Dx", "Cambridge Genomics")),
    Header("patient words that name no one",
        "Patient: see page 1\nPatient information\nPatient history: smoker\n"
        "Name of test: Hereditary Cancer Panel\nPatients with Lynch syndrome may benefit.\n"
        "Patient Name: Ingrid S\u00f8rensen\nGene name: BRCA2\nDrug name: Olaparib",
        ("Ingrid", "S\u00f8rensen"),
        ("Hereditary Cancer Panel", "Lynch syndrome may benefit", "BRCA2", "Olaparib",
         "smoker", "see page 1")),
    Header("last and first apart",
        "Last Name: Abernathy-Kl\u00f6ckner\nFirst Name: Theodora\nMiddle Initial: Q\n"
        "Surname / Family name: Abernathy\nBirth Date (MM/DD/YYYY): 10/31/1948\n"
        "Hospital No.: H 448 2231\nNHS No: 943 476 5919",
        ("Abernathy", "Kl\u00f6ckner", "Theodora", "10/31/1948", "448 2231", "943 476 5919"),
        ()),
    Header("two columns of labels",
        "Patient Information            Physician Information\n"
        "Name: Dmitri Volkov            Name: Laura Beckett, MD\n"
        "DOB: 1944-04-04                Facility: Example Cancer Center\n"
        "Gender: Male                   Phone: 555-867-5309\n"
        "Patient ID: TX-449-01          NPI: 1669482211\n"
        "Results: PIK3CA H1047R",
        ("Dmitri", "Volkov", "1944-04-04", "TX-449-01", "Laura", "Beckett", "867-5309",
         "1669482211"),
        ("PIK3CA H1047R", "Male")),
    Header("capitals without colons",
        "PATIENT NAME  SINGH GURPREET KAUR\nDATE OF BIRTH  19-SEP-1955\nUHID  7712009\n"
        "REF BY  DR. S. N. MUKHERJEE\nSAMPLE ID  L2600418\nTEST NAME  BRCA1/2 GERMLINE",
        ("SINGH", "GURPREET", "KAUR", "19-SEP-1955", "7712009", "MUKHERJEE", "L2600418"),
        ("BRCA1/2 GERMLINE",)),
    Header("portal",
        "Hello, Bartholomew! Your test result is ready.\nBartholomew J. Quint | 80 yrs | Male\n"
        "MyChart ID: bquint46\nResult for Bartholomew Quint, collected 2026-03-03\n"
        "PD-L1 TPS 80 %",
        ("Bartholomew", "Quint", "bquint46"),
        ("PD-L1 TPS 80 %", "2026-03-03")),
    Header("family",
        "Patient: Rosalind Achterberg\nMother: Wilhelmina Achterberg, breast cancer at 48\n"
        "Proband: R. Achterberg\nGuardian: Cornelius Achterberg",
        ("Rosalind", "Achterberg", "Wilhelmina", "Cornelius"),
        ("breast cancer at 48",)),
    Header("several numbers",
        "Case #: SP-26-1182   Order ID: 9981723   Report No. R-2026-77\n"
        "Specimen ID: S26-1182-A1   Block: A2   Barcode: 000118829\nLab ref: TRF00128\n"
        "Visit #: 77162   Encounter: 5512987\nNM_005228.5:c.2573T>G (p.Leu858Arg)\n"
        "CLIA 05D2081492   LOINC 69548-6   rs121434568   NCT02296125",
        ("SP-26-1182", "9981723", "R-2026-77", "S26-1182-A1", "000118829", "TRF00128", "77162",
         "5512987"),
        ("NM_005228.5:c.2573T>G (p.Leu858Arg)", "rs121434568", "NCT02296125", "69548-6",
         "Block: A2")),
    Header("italian",
        "Paziente: Giuseppe D'Angelo   Data di nascita: 21/12/1947\nNumero di cartella: 88-1123",
        ("Giuseppe", "D'Angelo", "21/12/1947", "88-1123"), ()),
    Header("portuguese",
        "Paciente: Jo\u00e3o Louren\u00e7o da Silva   Data de nascimento: 02/03/1960",
        ("Jo\u00e3o", "Louren\u00e7o", "Silva", "02/03/1960"), ()),
    Header("results that look like numbers",
        "Patient: Saoirse Finnegan\nMRN 4471\nEGFR c.2235_2249del15 VAF 31.2 %\n"
        "Coverage 812x. CNV chr7:55019017-55211628. Cut-off 42. GIS 48. 555 reads of 1200 4000.\n"
        "46,XX,t(9;22)(q34;q11.2)[20]. MR4.5. 0.0032 % IS. HLA-B*57:01 negative.",
        ("Saoirse", "Finnegan", "4471"),
        ("c.2235_2249del15 VAF 31.2 %", "chr7:55019017-55211628", "GIS 48", "HLA-B*57:01",
         "46,XX,t(9;22)(q34;q11.2)[20]", "0.0032 % IS", "812x", "1200 4000")),
    Header("dots and initials",
        "Pt Name.......: Q. R. St. John-Smythe\nD.O.B.........: 6/7/58\nMed Rec #.....: 0099182\n"
        "Ref. MD.......: L. Featherstonehaugh\nALK FISH: negative",
        ("St. John-Smythe", "6/7/58", "0099182", "Featherstonehaugh"),
        ("ALK FISH: negative",)),
)  # fmt: skip
