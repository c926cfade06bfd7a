"""Where things lie and how the program is set; every value can come from the environment."""

from __future__ import annotations

import os
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from pmchat.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent
OLLAMA_URL = "http://127.0.0.1:11434"

Place = Literal["this computer", "your network", "the internet"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChatModel(_Frozen):
    """The chat model that may write answers: PMCHAT_MODEL, PMCHAT_MODEL_URL and so on."""

    name: str = Field(pattern=r"^[a-z_]+:\S+$", description="openai:NAME, ollama:NAME, ...")
    url: str | None = Field(
        default=None, pattern=r"^https?://[^/]+", description="of its server, if not the maker's"
    )
    key: SecretStr | None = Field(default=None, description="for the server at `url`")
    seconds: float = Field(default=30.0, gt=0, le=600, description="for a whole answer")

    @property
    def provider(self) -> str:
        """Whose interface it is spoken to with: openai, ollama, anthropic, ..."""
        return self.name.partition(":")[0]

    @property
    def address(self) -> str | None:
        """The URL of its server; None for that of the provider."""
        return self.url or (OLLAMA_URL if self.provider == "ollama" else None)

    @property
    def host(self) -> str:
        """The computer that gets what is sent, or the provider."""
        return (urlsplit(self.address).hostname if self.address else None) or self.provider

    @property
    def place(self) -> Place:
        """Where it runs. Only an address tells; a name other than localhost may lie anywhere."""
        if self.host == "localhost":
            return "this computer"
        try:
            found = ip_address(self.host)
        except ValueError:
            return "the internet"
        if found.is_loopback:
            return "this computer"
        return "your network" if found.is_private and not found.is_link_local else "the internet"

    @property
    def is_local(self) -> bool:
        """Whether what is sent stays on this computer or the network around it."""
        return self.place != "the internet"


class Settings(_Frozen):
    """All settings. PMCHAT_KNOWLEDGE and PMCHAT_VAR change the two folders."""

    knowledge: Path = Field(default=ROOT / "knowledge", description="what staff edit")
    var: Path = Field(default=ROOT / "var", description="what the program writes: releases")
    model: ChatModel | None = Field(default=None, description="none: answers are composed")

    @classmethod
    def from_environment(cls) -> Settings:
        """Settings with what the environment overrides. Raises UsageError."""
        folders = {name: value for name in ("knowledge", "var") if (value := _env(name))}
        model = {
            field: value
            for field in ChatModel.model_fields
            if (value := _env("model" if field == "name" else f"model_{field}"))
        }
        try:
            return cls.model_validate(folders | ({"model": model} if "name" in model else {}))
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][-1])
            name = "PMCHAT_MODEL" + ("" if field == "name" else f"_{field.upper()}")
            raise UsageError(
                f"{name} cannot be used: {first['msg']}.",
                "Set it as the README says, or leave it out.",
            ) from None


def _env(name: str) -> str | None:
    return os.environ.get(f"PMCHAT_{name.upper()}")
