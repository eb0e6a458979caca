"""`matinee check` for the files of the library: everything that is wrong, and with `repair` what was done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from tui.errors import StoreError
from tui.models import Problem
from tui.store.inspecting import Finding, survey_films, survey_shared
from tui.store.layout import SHARDS, Layout, shard_of
from tui.store.ledger import LedgerEntry
from tui.store.reading import Files
from tui.store.repairing import Repair
from tui.store.transaction import Transaction

Begin = Callable[[str], AbstractContextManager[Transaction]]
"""Begins a transaction of a label."""


def check(layout: Layout, begin: Begin | None) -> list[Problem]:
    """Return everything that is wrong with the files of a library.

    Args:
        layout: of the library.
        begin: begins a transaction to mend it in; None to look only.
    """
    files = Files(layout)
    problems = _settle(layout, files, survey_shared(layout, files), begin)
    return problems + _settle(layout, files, survey_films(layout, files), begin)


def _settle(layout: Layout, files: Files, findings: Iterable[Finding], begin: Begin | None) -> list[Problem]:
    found = list(findings)
    if begin is None or not found:
        return [_problem(finding) for finding in found]
    with begin("repair") as transaction:
        repair = Repair(layout, transaction, _ledger(files))
        return [_problem(finding, repair.mend(finding)) for finding in found]


def _problem(finding: Finding, done: str | None = None) -> Problem:
    return Problem(path=finding.name, problem=finding.problem, remedy=done or finding.remedy, repaired=done is not None)


def _ledger(files: Files) -> dict[str, LedgerEntry]:
    """Return what can be read of the ledger; a damaged part of it is a finding of its own."""
    known: dict[str, LedgerEntry] = {}
    for digit in SHARDS:
        try:
            known.update(files.ledger_part(shard_of(digit)))
        except StoreError:
            continue
    return known
