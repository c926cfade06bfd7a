"""The reports room: a file or pasted text in, a `Report` out. Its modules in reading order:

The way in
    worker          `read_safely`: a report read in a process that can be stopped
    progress        word of what takes long, for whoever waits
    read            `read_report`, `read_text`: what kind of file it is, and the limits of size
    file            the bytes that were brought, and their text if they are one
    pdf             the text of a PDF; letters, words, layout, regions, bands: its letters
                    joined to words, and the words laid out again as lines, columns, table rows;
                    rules: the lines drawn on a page; ruled: the tables that they make
    scan            a scanned page or a photo: less sure, and said so; picture: upright and grey;
                    ocr: its words; misreads: words with a letter that may be wrong
    html            a web page as a person sees it; css: what of it is hidden
    docx, odt, rtf  documents of word processors; archive: the ZIP files that hold the first two;
                    rtf_marks: what the marks of the third mean
    mail            a saved mail, or a web page saved as one file
    pages           pages of lines, and table rows with a tab between cells, for all of these
    fhir            FHIR R4 in JSON and XML; `report` is its way in
    data            other data files: VCF, PharmCAT, Phenopackets, laboratory XML and JSON, tables
    text            a report from its pages; here the steps below are put together

From pages to rows
    lines           the lines that count: no page marks, no orders to a program;
                    versions: of several versions of a report only the latest
    people          names of people, read word by word
    labels          the labels of personal data in six languages, and how each value is read
    identifiers     personal data found beside labels, by its form, and wherever it stands again
    masking         personal data hidden before reading and masked in what is read
    headings        the words that begin a part of a report; plain_titles: those in everyday words;
                    titles: lines that are a title by their looks
    sections        the kind of section each line stands in; answers: a result below its name,
                    which is no heading
    course          results of one marker by day, of which the latest counts; trends: with a column
                    for each marker; told_in_line: within one line; visits: points without a day
    columns, cells  what a column heading means; the cells of a line; table_words: what they tell
    draws           samples of several days that are named by letters
    tables, grids   tables taken apart into cells; names over their results; table: one of them;
                    stacked: tables that copying took apart, one cell a line; packed: or left with
                    one space; across: names in the first line; cards: one change each, with a label
                    above every value; probes: of chromosomes; pairs: names with Yes or No;
                    footnotes: notes below, by their marks; explanations: cells that only explain
    rows            the lines or cells of one result joined, with the way back to the print;
                    details: lines that tell more of the test named above them;
                    titled: results below a title that names the one gene tested;
                    stain_lines: results of a stain on lines of their own below its name;
                    paragraphs: genes that handle medicines, one a paragraph

What a row names
    genes           gene symbols (genes.txt) and their other names
    variants        p. and c. changes; fusions, amplifications and others named in words
    equivalents     several names of one change (equivalents.txt)
    biomarkers      MSI, TMB, PD-L1, stains, karyotypes, found by name;
                    stain_names: those of proteins that are stained
    sentences       where a sentence of a row ends
    items           each gene or biomarker of a sentence with what belongs to it; item: one of them

What a row says of it
    polarity        the words for present, not detected, unclear, not done: cue_words, made of
                    cue_parts; plain_cues, foreign_cues: in everyday words, in other languages;
                    false_cues: words that only look so
    scope           which of these words speaks of which item; shared_words: of several; series: of
                    all that commas part; plus_minus: a sign behind a name; signs: those that the
                    report explains
    lists           names that were looked for; silences: changes that stand without a result
    prose           general text about genes, which is no result; relatives: what is said of them;
                    targets: what a test looks for; asides: words on earlier results and controls;
                    elsewhere: on what others found; legends: on scales and cut-offs;
                    diseases: the markers of a disease named beside a change;
                    boxes: boxes to tick and their words
    values          shares, copies, levels and origins beside a change; amounts: which
                    of them a change has
    classes         its class: in words, as a tier, as a number of the scale of five
    signatures      how MSI, TMB, HRD and other biomarkers are read; chromosomes: karyotypes, FISH
    stains          PD-L1 scores, mismatch repair proteins and others; her2: the score of HER2
    pgx             star alleles and drug-handling types

Findings
    seen            one item on its way to a finding; evidence, class, origin
    findings        the findings of a row; what is left out and why; marks: those of biomarkers;
                    gene_polarity: whether a gene or its change is there
    summary         the overall result, and a test that failed
    therapies       drugs printed beside a result
    merge           doubles, contradictions, ids; reclassified: the latest class of a change

Around the findings
    header          family, language, laboratory, test; diagnosis: the cancer it names;
                    parts: which lines are on the tumor, where the person was tested too
    fields          the head of a report, field by field: dates, specimens
    notes           limits and warnings in a patient's words
    remarks         what the report says beside its results, as printed

With the person
    confirm         what the person confirms, corrects, removes or adds
    together        several reports read as one, each told apart
    compare         the same thing measured in several reports, by day
    facsimile       the picture of a page, with the line of a finding marked
"""
