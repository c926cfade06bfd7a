from __future__ import annotations

import pytest

from pmchat.errors import UsageError
from pmchat.settings import ChatModel, Settings


@pytest.mark.parametrize(
    ("name", "url", "place"),
    [
        ("openai:qwen", "http://localhost:8080/v1", "this computer"),
        ("openai:qwen", "http://127.0.0.1:8080/v1", "this computer"),
        ("openai:qwen", "http://[::1]:8080/v1", "this computer"),
        ("ollama:llama3.2", None, "this computer"),
        ("openai:qwen", "http://10.1.2.3:8000/v1", "your network"),
        ("openai:qwen", "http://192.168.0.7/v1", "your network"),
        ("openai:gpt", None, "the internet"),
        ("anthropic:claude", None, "the internet"),
        ("openai:qwen", "https://api.example.org/v1", "the internet"),
        ("openai:qwen", "http://127.0.0.1@evil.example/v1", "the internet"),
        ("openai:qwen", "http://127.0.0.1.evil.example/v1", "the internet"),
        ("openai:qwen", "http://localhost.evil.example/v1", "the internet"),
        ("openai:qwen", "http://8.8.8.8/v1", "the internet"),
        ("openai:qwen", "http://169.254.169.254/v1", "the internet"),
    ],
)
def test_where_a_model_runs_is_told_by_its_address(name: str, url: str | None, place: str) -> None:
    model = ChatModel(name=name, url=url)
    assert model.place == place
    assert model.is_local == (place != "the internet")


def test_without_settings_no_model_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PMCHAT_MODEL", raising=False)
    monkeypatch.setenv("PMCHAT_MODEL_URL", "http://127.0.0.1:1/v1")
    assert Settings.from_environment().model is None


def test_a_model_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMCHAT_MODEL", "openai:qwen2.5")
    monkeypatch.setenv("PMCHAT_MODEL_URL", "https://models.example.org/v1")
    monkeypatch.setenv("PMCHAT_MODEL_KEY", "sesame")
    monkeypatch.setenv("PMCHAT_MODEL_SECONDS", "12.5")
    model = Settings.from_environment().model
    assert model is not None
    assert (model.host, model.seconds) == ("models.example.org", 12.5)
    assert "sesame" not in repr(model)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PMCHAT_MODEL", "qwen"),
        ("PMCHAT_MODEL_URL", "file:///etc/passwd"),
        ("PMCHAT_MODEL_SECONDS", "soon"),
        ("PMCHAT_MODEL_SECONDS", "0"),
    ],
)
def test_a_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv("PMCHAT_MODEL", "openai:qwen")
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError, match=variable):
        Settings.from_environment()
