"""Follow-up reports: several days side by side, doubts in notes below a table."""

import pytest

from .helpers import agree, read

CASES = [
    ("days-without-a-year", "gene      variant       VAF 04-MAY      VAF 20-JUL      remark\n"
     "DNMT3A    p.R882H       45 %            33 %\n"
     "NPM1      p.W288fs      41 %            not detected",
     "DNMT3A present 33%; NPM1 absent"),
    ("days-within-a-line", "FLT3-ITD    04-MAY: detected, ratio 0.42      20-JUL: not detected",
     "FLT3 absent"),
    ("doubt-in-a-note", "gene      variant                   VAF             remark\n"
     "IDH2      c.419G>A p.R140Q          1.1 %           (a)\n"
     "DNMT3A    c.2645G>A p.R882H         33 %            (b)\n"
     "(a) Below the limit: we report it neither as positive nor as negative.\n"
     "(b) Often remains in remission.", "IDH2 unclear; DNMT3A present 33%"),
    ("at-no-draw", "           draw 1    draw 2    draw 3    origin\n"
     "AR   T878A   c.2632A>G     nd        nd        nd       -\n"
     "AR   L702H   c.2105T>A     nd        nd        6.2 %    tumor",
     "AR absent p.T878A; AR present p.L702H 6.2%"),
    ("possible-germline", "BRCA2  L2092Pfs*7             49.4 %   possible\n"
     "       c.6275_6276delTT                GERMLINE", "BRCA2 present unknown_origin"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_the_latest_day_counts(name: str, body: str, expected: str) -> None:
    assert agree(read(body), expected) is None
