"""Reports that come as structured data and are not FHIR: each kind of file has its module.

fields         careful look-ups, names of changes, classes and shares as the files write them
draft          findings gathered from a file, with their evidence, made into a `Report`
pharmcat       PharmCAT results (JSON of all versions, TSV)
phenopacket    GA4GH Phenopackets (JSON, YAML)
foundation     Foundation-style XML
caris          Caris-style JSON and XML
lab            other laboratory JSON: eMERGE and its like; rows of a gene and its change
maf            tables of mutations in the MAF form
vcf, calls, annotations    VCF files: records, genotypes, what annotators wrote
consumer       raw data of consumer tests
xml            XML read safely; XML of no known kind is refused
"""
