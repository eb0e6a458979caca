"""Every error that Matinee raises on purpose: what happened, to what, and what to do about it.

The boundary that shows an error (a command, a screen) prints `str(error)`; so a message names the file or
the record, the reason, and the remedy, in one or two sentences that a film lover can act on.
"""

from __future__ import annotations


class MatineeError(Exception):
    """The root of the tree; catch this at a boundary."""

    def __init__(self, subject: str, reason: str, remedy: str = "") -> None:
        """Name what failed, why, and what can be done.

        Args:
            subject: the file, film or record that it happened to.
            reason: why, without a full stop at the end.
            remedy: what the user can do; empty where nothing can be done.
        """
        super().__init__(subject, reason, remedy)
        self.subject = subject
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        """Return `subject: reason. Remedy.`; a remedy may be a question."""
        tail = f" {self.remedy}" if self.remedy else ""
        stop = "" if tail.endswith("?") else "."
        return f"{self.subject}: {self.reason}{'.' if tail else ''}{tail}{stop}"


class DocumentError(MatineeError):
    """A document cannot be read: missing, empty, binary, too large, without permission, of no known shape."""


class HostileDocumentError(DocumentError):
    """A document asks for more time or memory than a document may have; nothing of it was taken."""


class StoreError(MatineeError):
    """The library's files cannot be read or written; what was there is untouched."""


class DamagedFileError(StoreError):
    """A file of the library does not parse or breaks its own rules."""


class NewerFormatError(StoreError):
    """A file was written by a newer Matinee."""


UNREADABLE = (DamagedFileError, NewerFormatError)
"""What is wrong with one film's file; all others stay usable."""


class LibraryBusyError(StoreError):
    """Another process holds the writer's lock."""


class NotFoundError(MatineeError):
    """No film or record answers to a name; the remedy lists the near ones."""


class AmbiguousError(MatineeError):
    """Several films answer to a name; the remedy lists them."""


class SearchIndexError(MatineeError):
    """The index cannot be read; it is derived, so it can always be built again."""


class CancelledError(MatineeError):
    """The user stopped a long task; the library is as it was before it."""


class ConfigError(MatineeError):
    """The configuration file cannot be used."""
