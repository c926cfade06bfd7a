"""Where things lie and how the program is set; every value can come from the environment."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseModel):
    """All settings. PMCHAT_KNOWLEDGE and PMCHAT_VAR change the two folders."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    knowledge: Path = Field(default=ROOT / "knowledge", description="what staff edit")
    var: Path = Field(default=ROOT / "var", description="what the program writes: releases")

    @classmethod
    def from_environment(cls) -> Settings:
        """Settings with what the environment overrides."""
        given = {
            name: Path(value)
            for name in cls.model_fields
            if (value := os.environ.get(f"PMCHAT_{name.upper()}"))
        }
        return cls(**given)
