from __future__ import annotations

import time

import pytest

from pmchat.answering.generate import Generator
from pmchat.errors import ModelError, UsageError
from pmchat.settings import ChatModel
from tests.chat_servers import Script, ScriptedServer


def written(chat: ChatModel, system: str = "Be short.", user: str = "Say hello.") -> str:
    generator = Generator(chat)
    return "".join(generator.stream(system, user, generator.deadline(), lambda: False))


def test_a_real_llama_server_writes_and_can_be_left_in_the_middle(llama: ChatModel) -> None:
    generator = Generator(llama)
    for _ in range(2):  # the second time shows that the server was free again
        begun = time.monotonic()
        assert len(_beginning(generator).split()) >= 2
        assert time.monotonic() - begun < 20


def _beginning(generator: Generator) -> str:
    """The first pieces of a long story, which is then stopped."""
    pieces: list[str] = []
    orders, wish = "You are a writer.", "Write a long story about genes."
    deadline = generator.deadline()
    story = generator.stream(orders, wish, deadline, lambda: len(pieces) >= 5)
    with pytest.raises(ModelError, match="stopped"):
        pieces.extend(story)
    return "".join(pieces)


def test_pieces_come_while_the_model_writes(scripted: ScriptedServer) -> None:
    scripted.plays(Script("one two three", pause=0.2))
    generator = Generator(scripted.chat)
    times = [
        time.monotonic() for _ in generator.stream("s", "u", generator.deadline(), lambda: False)
    ]
    assert times[-1] - times[0] > 0.3


@pytest.mark.parametrize("name", ["nobody:model", "anthropic:claude", "openai:gpt"])
def test_a_model_that_cannot_be_set_up_is_said(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UsageError, match=name):
        Generator(ChatModel(name=name))


def test_the_key_of_the_provider_is_not_sent_to_another_server(
    scripted: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-provider")
    written(scripted.chat)
    assert "sk-of-the-provider" not in scripted.headers[0]
    chat = ChatModel.model_validate(scripted.chat.model_dump() | {"key": "sesame"})
    written(chat)
    assert "Bearer sesame" in scripted.headers[1]


def test_a_local_model_is_reached_past_proxies_and_no_one_traces_it(
    scripted: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "key")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", scripted.url)
    scripted.plays("hello")
    assert written(scripted.chat) == "hello"
    time.sleep(1)
    assert len(scripted.bodies) == 1
