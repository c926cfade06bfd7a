"""Reports that come as structured data and are not FHIR: each kind of file has its module.

fields              careful look-ups; names of changes, classes and shares as files write them
draft               findings gathered from a file, with their evidence, made into a `Report`
pharmcat            PharmCAT results (JSON of all versions, TSV)
phenopacket         GA4GH Phenopackets (JSON, YAML)
xml, foundation     XML read safely; Foundation-style XML; XML of no known kind is refused
caris, results      Caris-style JSON and XML, and their results one by one
lab, people         other laboratory JSON: eMERGE and its like; personal data in it
rows, maf           a row of a gene and its change; tables of mutations in the MAF form
vcf, calls, annotations    VCF files: records, genotypes, what annotators wrote
consumer            raw data of consumer tests
"""
