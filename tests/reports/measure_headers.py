"""How much of the made-up headers is masked, and what is masked in error.

Run by hand: `python -m tests.reports.measure_headers`.
"""

from __future__ import annotations

from pmchat.reports.identifiers import find_identifiers
from pmchat.reports.lines import split_pages
from pmchat.reports.masking import mask
from tests.reports.headers import HEADERS, Header


def masked(header: Header) -> str:
    lines = split_pages(header.text.split("\f"))
    return mask(header.text, find_identifiers(lines))


def main() -> None:
    secrets = kept = shown = lost = 0
    for header in HEADERS:
        text = masked(header)
        left = [s for s in header.secret if s in text]
        gone = [k for k in header.kept if k not in text]
        secrets, shown = secrets + len(header.secret), shown + len(left)
        kept, lost = kept + len(header.kept), lost + len(gone)
        if left or gone:
            print(f"{header.name}: not masked {left}; masked in error {gone}")
    print(f"{len(HEADERS)} headers: {secrets - shown} of {secrets} masked, ", end="")
    print(f"{lost} of {kept} masked in error")


if __name__ == "__main__":
    main()
