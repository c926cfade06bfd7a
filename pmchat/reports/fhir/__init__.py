"""Reports in FHIR R4, JSON and XML. Its modules in reading order:

report          the way in: a file to a `Report`
load, markup    JSON and XML to resources
resources       careful ways to look into them
codes           the codes of the Genomics Reporting guide
observations    an Observation's words, gene, origin and result
implications    what others say of it: class, drug handling, therapies
results         an Observation to its findings
variants        those of a variant
sayings         those that are read from its words
attachments     documents and text within the file
header, people  samples, dates, laboratory; personal data
"""
