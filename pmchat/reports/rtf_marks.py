"""The control words of Rich Text Format, and what holds within a group of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<code>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.S,
)
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "\u2014", "endash": "\u2013", "emspace": " ",
    "enspace": " ", "qmspace": " ", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019",
    "ldblquote": "\u201c", "rdblquote": "\u201d", "~": " ", "_": "-", "-": "", "{": "{", "}": "}",
    "\\": "\\",
}  # fmt: skip
# Groups whose text is not printed, beside those marked with \*.
SILENT = frozenset(
    "fonttbl colortbl stylesheet info pict object objdata fldinst filetbl listtable rtf1x xe tc "
    "listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles"
    " annotation atnid atnauthor atndate atnref bkmkstart bkmkend nonesttables sp sn sv shprslt "
    "pntext pn pgp nesttableprops private comment xmlnstbl wgrffmtfilter mmathPr title author "
    "operator keywords doccomm company subject formfield ftnsep ftnsepc aftnsep aftnsepc".split()
)
PRINTED = frozenset({"shpinst", "shptxt", "fldrslt", "nesttableprops"})
ASIDE = {"footnote": "notes", "footer": "notes", "footerl": "notes", "footerr": "notes",
          "footerf": "notes", "header": "top", "headerl": "top", "headerr": "top",
          "headerf": "top"}  # fmt: skip
CODEPAGES = {
    128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 77: "mac_roman",
}  # fmt: skip


@dataclass
class State:
    """What holds within a group: if its letters are printed, and how they are coded."""

    silent: bool = False
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    tiny: bool = False
    white: bool = False
    shaded: bool = False
    in_table: bool = False
    encoding: str = "cp1252"
    skip: int = 1
    aside: str = ""

    @property
    def unseen(self) -> bool:
        """Whether the letters cannot be seen on the page."""
        return (
            self.hidden
            or self.deleted
            or self.struck
            or self.tiny
            or (self.white and not self.shaded)
        )
