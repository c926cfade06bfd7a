"""The templates that a chat model gets, and how data from outside is fenced in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from pmchat.errors import CorpusError
from pmchat.settings import ROOT
from pmchat.text import parse_yaml

_FORM = re.compile(r"---\n(.*?)\n---\n\s*## system\n(.*?)\n## user\n(.*)", re.DOTALL)
_FENCES = str.maketrans({"<": "‹", "[": "(", "]": ")"})


@dataclass(frozen=True)
class Prompt:
    """What is said to a model: our orders, and a template for what it gets to read."""

    system: str
    user: Template

    @classmethod
    def load(cls, name: str, folder: Path = ROOT / "prompts") -> Prompt:
        """Read a template. Raises CorpusError if its variables are not those it declares."""
        path = folder / f"{name}.md"
        try:
            found = _FORM.fullmatch(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise CorpusError(f"The prompt {path.name} is missing.", "Put it back.") from error
        if found is None:
            raise CorpusError(
                f"The prompt {path.name} lacks its front matter, `## system` or `## user`.",
                "Mend it as prompts/README.md says.",
            )
        declared = set(parse_yaml(found[1])["variables"])
        prompt = cls(found[2].strip(), Template(found[3].strip()))
        used = set(prompt.user.get_identifiers())
        if declared != used or not prompt.user.is_valid():
            raise CorpusError(
                f"The prompt {path.name} declares {sorted(declared)} and uses {sorted(used)}.",
                "Make the two the same.",
            )
        return prompt

    def fill(self, **values: str) -> str:
        """The user's part; what comes from outside was `fenced` before. It is filled only once."""
        return self.user.substitute(values)


def fenced(text: str) -> str:
    """Text from outside on one line, without the signs that our fences and marks are made of."""
    return " ".join(text.translate(_FENCES).split())
