"""The rooms with many modules tell a newcomer what each of them is for."""

import re
from importlib import import_module

import pytest

from pmchat.settings import ROOT


@pytest.mark.parametrize("room", ["answering", "reports"])
def test_every_module_stands_in_the_index_of_its_room(room: str) -> None:
    index = set(re.findall(r"\w+", import_module(f"pmchat.{room}").__doc__ or ""))
    modules = {path.stem for path in (ROOT / "pmchat" / room).glob("*.py")} - {"__init__"}
    assert modules - index == set()
