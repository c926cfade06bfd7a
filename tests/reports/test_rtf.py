"""RTF documents: printed text only, tables as columns."""

from __future__ import annotations

import pytest

from pmchat.errors import ReportError
from pmchat.reports.rtf import read_rtf


def lines(body: str, head: str = "") -> list[str]:
    data = rf"{{\rtf1\ansi\ansicpg1252{head} {body}}}".encode("latin-1")
    return [line.strip() for text in read_rtf(data).texts for line in text.splitlines() if line]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"BRAF {\b V600E}\par KRAS", ["BRAF V600E", "KRAS"]),
        (r"J\'fcrgen \u8805? 5\~%", ["J\u00fcrgen \u2265 5 %"]),
        (r"{\uc2 \u8804 <=}5 \u-10179?\u-8704?", ["\u22645 \U0001f600"]),
        (r"Gene\tab\tab VAF\line EGFR\tab 3%", ["Gene\tVAF", "EGFR\t3%"]),
        (
            r"\trowd\cellx100\cellx200\pard\intbl Gene\cell VAF\cell\row"
            r"\trowd\cellx100\cellx200\pard\intbl EGFR\par gene\cell 3%\cell\row\pard end",
            ["Gene\tVAF", "EGFR gene\t3%", "end"],
        ),
        (
            r"\trowd\clvmgf\cellx100\cellx200\intbl EGFR\cell L858R\cell\row"
            r"\trowd\clvmrg\cellx100\cellx200\intbl\cell T790M\cell\row",
            ["EGFR\tL858R", "EGFR\tT790M"],
        ),
        (
            r"\trowd\cellx100\cellx200\intbl CYP2D6\cell\pard\intbl\itap2 *1/*3\nestcell IM"
            r"\nestcell{\*\nesttableprops\trowd\cellx50\cellx90\nestrow}{\nonesttables\par}\pard\intbl\cell\row",
            ["CYP2D6\t*1/*3\tIM"],
        ),
        (r"{\header Patient: X\par}Results{\footnote VAF: share\par}\par end{\footer p. 1\par}",
         ["Patient: X", "Results", "end", "VAF: share", "p. 1"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt see}}", ["see"]),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt a box\par}}{\shprslt again}}", ["a box"]),
        (r"a{\pict\wmetafile8 0102}{\*\objdata 01}{\object{\result x}}b", ["ab"]),
        ("a{\\pict\\bin4 }}}}}b", ["ab"]),
        (r"a {\v hidden}{\deleted old}{\strike struck}{\fs2 tiny}{\v x\v0 b}", ["a b"]),
        (r"a\page b", ["a", "b"]),
        (r"a} b} c", ["a"]),
    ],
)  # fmt: skip
def test_what_is_printed(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_white_letters_are_hidden_unless_the_ground_is_dark() -> None:
    head = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue90;}"
    assert lines(r"a{\cf1 white}{\cf1\highlight2 b}", head) == ["ab"]


def test_letters_of_another_alphabet() -> None:
    head = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}}"
    assert lines(r"\f1 \'ca\'ee\'e4", head) == ["\u041a\u043e\u0434"]


@pytest.mark.parametrize("data", [b"{\\rtf1 }", b"{\\rtf1 " + b"{" * 100_000, b"{\\rtf1{\\v x}}"])
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError) as caught:
        read_rtf(data)
    assert caught.value.mend
