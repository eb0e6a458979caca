"""The library on disk: TinyDB files, transactions over them, the writer's lock, undo, and what can be mended."""

from tui.store.catalogue import Snapshot
from tui.store.ledger import LedgerEntry
from tui.store.reading import Stamp
from tui.store.store import Store
from tui.store.transaction import Transaction
from tui.store.undo import Change

__all__ = ["Change", "LedgerEntry", "Snapshot", "Stamp", "Store", "Transaction"]
