"""No test asserts a time, which says how busy the machine was. Steps are counted, what is not waited for is asked.

Waiting that gives up is no assertion about speed: a patience makes a failure of what would hang. Figures come from the
benchmarks.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
CLOCKS = {
    "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time",
    "process_time_ns", "thread_time", "thread_time_ns", "times", "getrusage", "wait_for",
}  # fmt: skip
"""What tells a time; `wait_for` is the terminal's, which returns how long it waited."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def checked() -> list[Path]:
    return sorted(path for path in TESTS.rglob("*.py") if "benchmarks" not in path.relative_to(TESTS).parts)


def name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def tells_time(node: ast.AST, timed: set[str]) -> bool:
    """Whether an expression asks a clock, or holds a name that came of one."""
    return any(
        (isinstance(one, ast.Call) and name_of(one.func) in CLOCKS)
        or (isinstance(one, ast.Name | ast.Attribute) and ast.unparse(one) in timed)
        for one in ast.walk(node)
    )


def given(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield what is given a value in one statement or expression, with that value."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            yield from ((one, node.value) for one in (target.elts if isinstance(target, ast.Tuple) else [target]))
    elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr) and node.value is not None:
        yield node.target, node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("append", "add"):
        for value in node.args:
            yield node.func.value, value


def timed_names(function: ast.AST) -> set[str]:
    """Return the names that hold a time, or what was reckoned of one."""
    timed: set[str] = set()
    while True:
        found = {
            ast.unparse(target)
            for node in ast.walk(function)
            for target, value in given(node)
            if tells_time(value, timed)
        }
        if found <= timed:
            return timed
        timed |= found


def offences(tree: ast.AST) -> Iterator[str]:
    for function in ast.walk(tree):
        if isinstance(function, Function):
            timed = timed_names(function)
            for node in ast.walk(function):
                if isinstance(node, ast.Assert) and tells_time(node.test, timed):
                    yield f"line {node.lineno}: {ast.unparse(node)[:80]}"
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "deadline" and ast.unparse(node.value) != "None":
            yield f"line {node.value.lineno}: deadline={ast.unparse(node.value)}"


@pytest.mark.parametrize("path", checked(), ids=lambda path: str(path.relative_to(TESTS)))
def test_no_time_is_asserted(path: Path) -> None:
    assert list(offences(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def test():\n began = time.monotonic()\n work()\n assert time.monotonic() - began < 3", 1),
        ("def test():\n began = clock()\n took = perf_counter() - began\n assert took < 3", 1),
        ("def test():\n frames = []\n frames.append(time.thread_time())\n assert sorted(frames)[3] < 0.1", 1),
        ("async def test():\n best = 1.0\n best = min(best, time.process_time())\n assert best < 0.1", 1),
        ("def test():\n assert terminal.wait_for('6 films') < 2", 1),
        ("settings(deadline=500)", 1),
        ("settings(deadline=None)", 0),
        ("def test():\n end = time.monotonic() + 30\n while time.monotonic() < end: pass\n assert done", 0),
        ("def test():\n now = next(steps)\n assert now < 3", 0),
    ],
)
def test_the_check_itself_sees_what_it_should(code: str, found: int) -> None:
    assert len(list(offences(ast.parse(code)))) == found
