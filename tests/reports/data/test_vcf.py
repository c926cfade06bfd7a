from __future__ import annotations

import gzip

import pytest

from pmchat.errors import ReportError
from pmchat.model import Report
from pmchat.reports.read import read_report

from .helpers import amount, facts, read, told

HEAD = "##fileformat=VCFv4.2\n"
ANN = (
    '##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: '
    "'Allele | Annotation'\">\n"
)
CSQ = (
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. '
    'Format: Allele|Consequence|IMPACT|SYMBOL|Gene|Feature|HGVSc|HGVSp|CANONICAL">\n'
)
COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"
TRANSCRIPT = "E|transcript|NM_1|protein_coding|5/11"
BRCA2 = f"ANN=C|frameshift_variant|HIGH|BRCA2|{TRANSCRIPT}|c.5946delT|p.Ser1982fs|||"
TP53 = f"ANN=A|missense_variant|MODERATE|TP53|{TRANSCRIPT}|c.524G>A|p.Arg175His|||"
QUIET = f"ANN=A|synonymous_variant|LOW|APC|{TRANSCRIPT}|c.30G>A|p.Leu10Leu|||"
INTRON = f"ANN=A|intron_variant|MODIFIER|APC|{TRANSCRIPT}|c.30+99G>A||||"


def vcf(*rows: str, samples: str = "S", header: str = ANN) -> str:
    columns = f"{COLUMNS}\tFORMAT\t{samples}" if samples else COLUMNS
    return HEAD + header + columns + "\n" + "".join(row + "\n" for row in rows)


def row(info: str, call: str = "0/1", keys: str = "GT", allow: str = "PASS", alt: str = "A") -> str:
    cells = ["13", "32914437", ".", "G", alt, "50", allow, info]
    return "\t".join([*cells, keys, call] if call else cells)


@pytest.mark.parametrize(
    ("info", "header", "protein"),
    [
        (TP53, ANN, "p.Arg175His"),
        ("CSQ=A|missense_variant|MODERATE|TP53|E|T|NM_2:c.524G>A|NP_1:p.Arg175His|YES", CSQ,
         "p.Arg175His"),
        ("FUNCOTATION=[TP53|17|MISSENSE|c.524G>A|p.R175H]",
         '##INFO=<ID=FUNCOTATION,Number=A,Type=String,Description="Functional annotation from '
         'Funcotator: Gencode_34_hugoSymbol|Gencode_34_chromosome|'
         'Gencode_34_variantClassification|Gencode_34_cDnaChange|Gencode_34_proteinChange">\n',
         "p.R175H"),
        ("GENE=TP53;HGVSc=NM_000546.6:c.524G>A;HGVSp=p.Arg175His", "", "p.Arg175His"),
        ("Gene.refGene=TP53;ExonicFunc.refGene=nonsynonymous_SNV;"
         "AAChange.refGene=TP53:NM_000546:exon5:c.G524A:p.R175H", "", "p.R175H"),
        ("FUNC=[{'gene':'TP53','coding':'c.524G>A','protein':'p.Arg175His','function':'missense'}]",
         "", "p.Arg175His"),
        ("BCSQ=missense|TP53|ENST1|protein_coding|-|175R>175H|7577120G>A", "", "p.R175H"),
    ],
    ids=["SnpEff", "VEP", "Funcotator", "plain fields", "ANNOVAR", "Ion Reporter", "bcftools"],
)  # fmt: skip
def test_annotators(info: str, header: str, protein: str) -> None:
    (finding,) = read(vcf(row(info), header=header)).findings
    assert (finding.analyte, finding.hgvs_p, finding.polarity) == ("TP53", protein, "present")
    assert (finding.origin, finding.classification) == ("unknown", None)
    assert "heterozygous" in finding.evidence.text


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("0/1", "heterozygous"),
        ("1|1", "homozygous"),
        ("1", "hemizygous"),
        ("0/0", None),
        ("0", None),
        ("./.", None),
        (".", None),
    ],
)
def test_only_a_called_change_is_a_finding(call: str, words: str | None) -> None:
    found = read(vcf(row(TP53, call))).findings
    assert [words in f.evidence.text for f in found if words] == ([True] if words else [])
    assert len(found) == (words is not None)


@pytest.mark.parametrize(
    ("keys", "call", "share"),
    [
        ("GT:AD", "0/1:70,30", 30.0),
        ("GT:AF", "0/1:0.312", 31.2),
        ("GT:FREQ", "0/1:12.5%", 12.5),
        ("GT:RO:AO", "0/1:60:40", 40.0),
        ("GT:RD:AD", "0/1:75:25", 25.0),
        ("GT:AD", "0/1:0,0", None),
        ("GT:AD", "0/1:x,y", None),
        ("GT", "0/1", None),
    ],
)
def test_share_of_reads(keys: str, call: str, share: float | None) -> None:
    (finding,) = read(vcf(row(TP53, call, keys))).findings
    assert amount(finding) == ((share, "%", "VAF") if share else (None, None, None))


def test_frequency_in_the_population_is_no_share() -> None:
    (finding,) = read(vcf(row(f"AF=0.5;{TP53}"))).findings
    assert finding.value is None


@pytest.mark.parametrize(
    ("stated", "classification"),
    [
        ("Pathogenic", "pathogenic"),
        ("Likely_pathogenic", "likely_pathogenic"),
        ("Pathogenic/Likely_pathogenic", "likely_pathogenic"),
        ("Pathogenic|drug_response", "pathogenic"),
        ("pathogenic&likely_pathogenic", "likely_pathogenic"),
        ("pathogenic&benign", None),
        ("Pathogenic,_low_penetrance", "pathogenic"),
        ("Uncertain_significance", "vus"),
        ("Conflicting_interpretations_of_pathogenicity", None),
        ("drug_response", None),
    ],
)
def test_clinvar_class(stated: str, classification: str | None) -> None:
    report = read(vcf(row(f"{TP53};CLNSIG={stated}")))
    assert [f.classification for f in report.findings] == [classification]
    assert ("public database" in told(report)) == (classification is not None)


def test_harmless_changes_are_counted_only() -> None:
    report = read(vcf(row(QUIET), row(INTRON), row(f"{TP53};CLNSIG=Benign"), row(BRCA2, alt="C")))
    assert facts(report) == [("BRCA2", "present", "p.Ser1982fs", None)]
    assert "do not change a protein: 3." in told(report)


def test_filtered_rows_are_told() -> None:
    report = read(vcf(row(TP53, allow="LowQual"), row(BRCA2, alt="C", allow=".")))
    assert [f.analyte for f in report.findings] == ["BRCA2"]
    assert "own check: 1." in told(report)


def test_second_allele_has_its_own_annotation() -> None:
    both = f"{TP53},T|stop_gained|HIGH|TP53|{TRANSCRIPT}|c.524G>T|p.Arg175Leu|||"
    (finding,) = read(vcf(row(both, "0/2", alt="A,T"))).findings
    assert finding.hgvs_p == "p.Arg175Leu"


@pytest.mark.parametrize(
    ("header", "flag", "samples", "calls", "origin"),
    [
        ("", "SOMATIC;", "NORMAL\tTUMOR", "0/0\t0/1", "somatic"),
        ("", "SS=2;", "NORMAL\tTUMOR", "0/0\t0/1", "somatic"),
        ("", "", "NORMAL\tTUMOR", "0/0\t0/1", "unknown"),
        ("##normal_sample=N1\n##tumor_sample=T1\n", "", "N1\tT1", "0/0\t0/1", "somatic"),
        ("##normal_sample=N1\n##tumor_sample=T1\n", "", "N1\tT1", "0/1\t0/1", "unknown"),
    ],
)
def test_tumor_and_normal(header: str, flag: str, samples: str, calls: str, origin: str) -> None:
    (finding,) = read(vcf(row(flag + TP53, calls), samples=samples, header=ANN + header)).findings
    assert finding.origin == origin


def test_change_of_the_normal_sample_alone_is_none_of_the_tumor() -> None:
    assert read(vcf(row(TP53, "0/1\t0/0"), samples="NORMAL\tTUMOR")).findings == ()


def test_several_people_give_no_findings() -> None:
    report = read(vcf(row(TP53, "0/1\t0/1"), samples="Mother\tChild"))
    assert report.findings == ()
    assert "2 people or samples" in told(report)


def test_list_without_samples_says_nothing_of_a_person() -> None:
    report = read(vcf(row(f"{TP53};CLNSIG=Pathogenic", ""), samples=""))
    assert report.findings == ()
    assert "no person's own result" in told(report)


def test_long_list_is_cut_with_the_pathogenic_first() -> None:
    def numbered(i: int, more: str = "") -> str:
        return row(TP53.replace("175", str(i)).replace("524", str(3 * i)) + more)

    rows = [numbered(i) for i in range(1, 400)] + [numbered(400, ";CLNSIG=Pathogenic")]
    report = read(vcf(*rows))
    assert len(report.findings) == 100
    assert "p.Arg400His" in [f.hgvs_p for f in report.findings]
    assert "400 changes" in told(report)


def bare(info: str, call: str = "0/1") -> Report:
    return read(vcf(row(info, call), header=""))


def test_bare_list_says_what_it_cannot_tell() -> None:
    report = bare("NS=1;DP=30")
    assert (report.findings, report.family) == ((), "other")
    assert "names no gene" in told(report)


def test_places_in_medicine_genes_are_no_star_alleles() -> None:
    report = bare("PX=CYP2C19", "1/1")
    assert (report.findings, report.family) == ((), "pgx")
    assert "no type was read" in told(report)


def test_sample_names_are_identifiers() -> None:
    report = read(vcf(row(TP53), samples="JANE_DOE"))
    assert [(i.kind, i.text) for i in report.identifiers] == [("accession", "JANE_DOE")]
    assert "JANE" not in "".join(f.evidence.text for f in report.findings)


@pytest.mark.parametrize("name", ["A", "TP53"])
def test_name_of_a_sample_hides_no_letter_of_the_result(name: str) -> None:
    (finding,) = read(vcf(row(TP53), samples=name)).findings
    assert "TP53 c.524G>A" in finding.evidence.text


def test_gzipped() -> None:
    packed = gzip.compress(vcf(row(TP53)).encode())
    assert [f.analyte for f in read_report(packed, "a.vcf.gz").findings] == ["TP53"]
    with pytest.raises(ReportError):
        read_report(packed[:-30], "a.vcf.gz")


def test_copy_numbers() -> None:
    (finding,) = read(vcf(row("SVTYPE=DEL;GENE=BRCA1", alt="<DEL>"), header="")).findings
    assert (finding.analyte, finding.kind) == ("BRCA1", "cnv")


def test_a_file_without_its_mark_is_known_by_its_columns() -> None:
    text = vcf(row(TP53)).replace("##fileformat=VCFv4.2", '##SnpEffVersion="4.1"')
    assert facts(read(text)) == [("TP53", "present", "p.Arg175His", None)]
    assert read(text.replace("#CHROM\tPOS", "#PLACE\tPOS")).family == "other"


def test_the_list_of_vep_may_have_the_name_of_another() -> None:
    info = "ANN=A|missense_variant|MODERATE|TP53|E|T|NM_2:c.524G>A|NP_1:p.Arg175His|YES"
    report = read(vcf(row(info), header=CSQ.replace("ID=CSQ", "ID=ANN")))
    assert facts(report) == [("TP53", "present", "p.Arg175His", None)]
