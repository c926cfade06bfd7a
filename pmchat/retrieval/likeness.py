"""What a message is like, learned from examples: a second look behind the rules of the first gate.

Rules meet the wordings that somebody thought of. From messages that staff sorted by hand
(`safety/examples.yaml`), and the library's asks as questions to be answered, a linear
model over pieces of words learns what the others have in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from pydantic import TypeAdapter, ValidationError

from pmchat.errors import CorpusError
from pmchat.text import parse_yaml

ANSWER = "none"
"""The kind of a question that is to be answered."""

KINDS = ("crisis", "urgent", "redirect", ANSWER)

PIECES = ((2, 5), 2**16)
WORDS = ((1, 3), 2**16)
"""How many letters a piece has, how many words stand together, and the columns for each of them."""

LOOSENESS = 10.0
"""How closely the model follows its examples: the inverse of scikit-learn's regularisation."""

ROUNDS = 400
SETTINGS = f"{PIECES}, {WORDS}, {LOOSENESS}, {ROUNDS}"


class Likeness:
    """A linear model: `weights` has a row for each of `kinds` and a column for each piece."""

    def __init__(self, kinds: Sequence[str], weights: np.ndarray, biases: np.ndarray) -> None:
        self.kinds = tuple(kinds)
        self._weights, self._biases = weights, biases

    @classmethod
    def learn(cls, examples: Mapping[str, Sequence[str]]) -> Likeness:
        """Learn from messages by kind, of which there are at least three; the same on every run."""
        # Imported here because it takes a second, and is needed only where an index is written.
        from sklearn.linear_model import LogisticRegression

        texts = [text for kind in examples.values() for text in kind]
        owners = [kind for kind, some in examples.items() for _ in some]
        model = LogisticRegression(C=LOOSENESS, max_iter=ROUNDS, tol=1e-3)
        model.fit(_pieces(texts), owners)
        weights = np.asarray(model.coef_, dtype=np.float32)
        return cls(model.classes_.tolist(), weights, np.asarray(model.intercept_))

    @classmethod
    def load(cls, path: Path) -> Likeness:
        """Open what `save` wrote."""
        with np.load(path, allow_pickle=False) as kept:
            return cls(kept["kinds"].tolist(), kept["weights"], kept["biases"])

    def save(self, path: Path) -> None:
        """Write one npz file."""
        np.savez_compressed(
            path, kinds=np.array(self.kinds), weights=self._weights, biases=self._biases
        )

    def of(self, text: str) -> dict[str, float]:
        """How likely the message is of each kind; adds up to 1."""
        scores = np.asarray(_pieces([text]) @ self._weights.T)[0] + self._biases
        likely = np.exp(scores - scores.max())
        return dict(zip(self.kinds, (likely / likely.sum()).tolist(), strict=True))


def read_examples(path: Path) -> dict[str, list[str]]:
    """Messages by kind, of each at least one. Raises CorpusError for a file that is not so."""
    try:
        given: Any = parse_yaml(path.read_text(encoding="utf-8"))
        examples = TypeAdapter(dict[str, list[str]]).validate_python(given, strict=True)
    except (yaml.YAMLError, ValidationError) as error:
        what = f"{path.name} holds something else than lists of messages."
        raise CorpusError(what, 'Put messages such as "yes" or "2" in quotes.') from error
    if set(examples) != set(KINDS) or not all(examples.values()):
        raise CorpusError(
            f"{path.name} has other kinds of messages than {', '.join(KINDS)}, or none of one.",
            "Mend it.",
        )
    return examples


def _pieces(texts: Sequence[str]) -> Any:
    """A sparse row a text: its pieces of words, and its words, by hashed columns."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import HashingVectorizer

    small = [text.lower() for text in texts]
    (letters, columns), (words, more) = PIECES, WORDS
    by_letters = HashingVectorizer(
        analyzer="char_wb", ngram_range=letters, n_features=columns, alternate_sign=False
    )
    by_words = HashingVectorizer(
        ngram_range=words, n_features=more, alternate_sign=False, token_pattern=r"\b\w+\b"
    )
    return hstack([by_letters.transform(small), by_words.transform(small)]).tocsr()
