"""Words read from the picture of a page, on this machine and without any network."""

from __future__ import annotations

import threading
from functools import cache
from importlib import resources
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pmchat.reports.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidocr import RapidOCR
    from rapidocr.ch_ppocr_rec.typings import WordInfo

_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_preprocess_img": False,
    "Global.use_vertical_padding": False,
    "Global.return_word_box": True,
    # Lines are found in a smaller picture and read in the full one, one by one: half the memory.
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,
    "Rec.rec_batch_num": 1,
    # More threads wait for each other most of the time and slow down a busy machine.
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
}
_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
_BLANK = 30
_LONG_SIDE = 842.0
_NARROW = 0.8
_ON_ITS_SIDE = 1.5
_UPRIGHT = 0.75
_GAP = 5
_GAP_OF_PITCH = 1.9
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LEAN_OF = 5
_MAX_LEAN = 0.04
_lock = threading.Lock()

Quad = NDArray[np.float64]
"""The corners of a line in pixels: top left, top right, bottom right, bottom left."""


class _Line(NamedTuple):
    """A line of print: its corners, its text, and the place and score of each letter.

    `info` has `word_cols`, the column of each letter that is no space, and `line_txt_len`, the
    number of columns of the line's picture; `confs` are the scores of letters and spaces.
    """

    quad: Quad
    text: str
    info: WordInfo


def read_words(picture: Image.Image) -> list[Word]:
    """The words of a grey picture of one page, set straight; lengths as on a page of A4."""
    low, high = cast("tuple[int, int]", picture.getextrema())
    if high - low < _BLANK:
        return []
    pixels = np.repeat(np.asarray(picture)[:, :, np.newaxis], 3, axis=2)
    with _lock:
        lines = _read_lines(pixels)
    scale = _LONG_SIDE / max(pixels.shape[:2])
    lines = [line._replace(quad=line.quad * scale) for line in lines]
    return _straight([line.quad for line in lines], [w for line in lines for w in _words(line)])


@cache
def _engine() -> RapidOCR:
    """The engine, loaded once."""
    # Loading takes a second or two, and few reports are pictures.
    from rapidocr import RapidOCR

    # Named by their paths, models are never fetched: a torn package fails here instead.
    folder = resources.files("rapidocr") / "models"
    models = {f"{part}.model_path": str(folder / name) for part, name in _MODELS.items()}
    return RapidOCR(params=_SETTINGS | models)


def _read_lines(pixels: NDArray[np.uint8]) -> list[_Line]:
    """The lines of a page; one that lies on its side or stands on its head is turned."""
    quads = _find(pixels)
    if quads and median(_height(q) / _width(q) for q in quads) > _ON_ITS_SIDE:
        pixels = np.ascontiguousarray(np.rot90(pixels))
        quads = _find(pixels)
    lines = _recognise(pixels, quads)
    if not lines or _sureness(lines) > _UPRIGHT:
        return lines
    turned = np.ascontiguousarray(np.rot90(pixels, 2))
    return max(lines, _recognise(turned, _find(turned)), key=_sureness)


def _sureness(lines: list[_Line]) -> float:
    return float(np.mean([score for line in lines for score in line.info.confs] or [0.0]))


def _recognise(pixels: NDArray[np.uint8], quads: list[Quad]) -> list[_Line]:
    """Reads the lines that stand in the given frames."""
    if not quads:
        return []
    engine = _engine()
    quads = [_widened(quad) for quad in quads]
    read = engine.recognize_txt(engine.crop_text_regions(pixels, np.array(quads, np.float32)))
    # The engine's own types say less than it gives.
    infos = cast("Iterable[WordInfo]", read.word_results)
    return [
        _Line(quad, text, info)
        for quad, text, info in zip(quads, read.txts or (), infos, strict=True)
        if text.strip()
    ]


def _find(pixels: NDArray[np.uint8]) -> list[Quad]:
    """The corners of each line on the page."""
    # The engine tells of a page without any line by this error.
    from rapidocr.main import RapidOCRError

    try:
        _, found = _engine().detect_and_crop(pixels, {})
    except RapidOCRError:
        return []
    return [np.asarray(box, np.float64) for box in cast("Quad", found.boxes)]


def _widened(quad: Quad) -> Quad:
    """A lone letter in a broader frame, for the engine turns narrow frames on their side."""
    missing = _height(quad) - _width(quad)
    if missing < -(1 - _NARROW) * _height(quad):
        return quad
    wider = quad.copy()
    wider[[0, 3], 0] -= missing / 2 + 1
    wider[[1, 2], 0] += missing / 2 + 1
    return wider


def _words(line: _Line) -> list[Word]:
    """The words of a line, parted at spaces and at gaps."""
    columns = [column for word in line.info.word_cols for column in word]
    steps = np.diff(columns)
    pitch = float(np.median(steps)) if len(steps) else 1.0
    gap = max(_GAP, _GAP_OF_PITCH * pitch)
    words: list[list[tuple[str, int, float]]] = [[]]
    at = 0
    for letter, score in zip(line.text, line.info.confs, strict=True):
        if letter.isspace():
            words.append([])
            continue
        if words[-1] and columns[at] - words[-1][-1][1] > gap:
            words.append([])
        words[-1].append((letter, columns[at], score))
        at += 1
    return [_word(line.quad, word, pitch, line.info.line_txt_len) for word in words if word]


def _word(quad: Quad, letters: list[tuple[str, int, float]], pitch: float, length: float) -> Word:
    """A word on the middle line of its frame, as sure as its least sure letter."""
    begin, end = (quad[0] + quad[3]) / 2, (quad[1] + quad[2]) / 2
    first = begin + (end - begin) * max(0.0, (letters[0][1] + 0.5 - pitch / 2) / length)
    last = begin + (end - begin) * min(1.0, (letters[-1][1] + 0.5 + pitch / 2) / length)
    middle, half = -(first[1] + last[1]) / 2, _height(quad) / 2
    return Word(
        text="".join(letter for letter, _, _ in letters).translate(_WIDE),
        left=float(first[0]),
        right=float(last[0]),
        bottom=float(middle - half),
        top=float(middle + half),
        score=min(score for _, _, score in letters),
    )


def _straight(quads: list[Quad], words: list[Word]) -> list[Word]:
    """Moves words up or down so that the lines of a slanted page lie level.

    On a photo, lines lean by an amount that changes from the top of the page to its foot.
    """
    long = [quad for quad in quads if _width(quad) > _LEAN_OF * _height(quad)]
    if not long:
        return words
    leans = np.array([_lean(quad) for quad in long])
    middle = float(np.median(leans))
    near = np.abs(leans - middle) < _MAX_LEAN
    places = np.array([float(quad[:, 1].mean()) for quad in long])
    widths = np.array([_width(quad) for quad in long])
    fit = (
        np.polyfit(places[near], leans[near], 1, w=widths[near]) if near.sum() > 2 else [0, middle]
    )
    centre = (min(word.left for word in words) + max(word.right for word in words)) / 2
    for word in words:
        height = word.top - word.bottom
        y = -(word.top + word.bottom) / 2
        y -= float(np.polyval(fit, y)) * ((word.left + word.right) / 2 - centre)
        word.bottom, word.top = -y - height / 2, -y + height / 2
    return words


def _lean(quad: Quad) -> float:
    """By how much a line falls for each step to the right."""
    run = quad[1] + quad[2] - quad[0] - quad[3]
    return float(run[1] / run[0])


def _width(quad: Quad) -> float:
    return max(1.0, float(np.linalg.norm(quad[1] + quad[2] - quad[0] - quad[3])) / 2)


def _height(quad: Quad) -> float:
    return float(np.linalg.norm(quad[2] + quad[3] - quad[0] - quad[1])) / 2
