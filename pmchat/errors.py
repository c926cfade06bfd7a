"""What can go wrong, in words for the person it happens to."""

from __future__ import annotations


class PmchatError(Exception):
    """Base of all expected errors.

    `what` says what failed, `mend` what the person can do, `retryable` whether
    the same attempt may succeed later. `str()` gives both in one line.
    """

    retryable = False

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.what = what
        self.mend = mend


class QuestionError(PmchatError):
    """A question that cannot be taken: empty or too long."""


class ReportError(PmchatError):
    """A report file that cannot be read."""


class CorpusError(PmchatError):
    """A document or lexicon file that breaks the library's form."""


class ReleaseError(PmchatError):
    """A release that is missing, torn or built with other parts."""


class EmbeddingError(PmchatError):
    """The embedding model is missing or not the one expected."""


class StoreError(PmchatError):
    """Something that was kept and cannot be opened."""


class UsageError(PmchatError):
    """A command that was called the wrong way."""


class ModelError(PmchatError):
    """A chat model that cannot be reached, fails, is too slow, or was stopped.

    Nobody is left without an answer by it: the composed one is shown.
    """

    def __init__(self, what: str, mend: str, *, retryable: bool = False) -> None:
        super().__init__(what, mend)
        self.retryable = retryable
