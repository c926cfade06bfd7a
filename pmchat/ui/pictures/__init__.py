"""Pictures of a report, drawn as SVG text.

svg       the pieces every picture is made of, and a picture as HTML with its words
overview  what was tested, found, not found, uncertain, not done
gauge     TMB and PD-L1 on their scale, with cut-offs that the report or the library states
shares    VAF: the share of DNA reads of each change
course    one analyte over several reports
names     how a finding is called in a picture
"""
