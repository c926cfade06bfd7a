"""Pictures of a report and of what the library explains, drawn as SVG text.

svg       the pieces every picture is made of, and a picture as HTML with its words
overview  what was tested, found, not found, uncertain, not done
gauge     TMB and PD-L1 on their scale, with cut-offs that the report or the library states
levels    MSI: stable, low, high
shares    VAF: the share of DNA reads of each change
course    one analyte over several reports
hundred   which sentences tell of so many of 100, and how many
people    so many of 100 as filled, half filled and outlined people
gene_to_drug, checkpoint, inherited_or_not   drawings that explain
names     how a finding is called in a picture
"""
