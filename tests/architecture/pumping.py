"""Looks for patterns that a hostile text could hang: each of Matinee's is given what it repeats, a thousand times.

A repetition is tried with the characters that it takes, behind what must stand before it and with that between them,
and with an end that nothing takes. What grows with the square of a line passes (the documents of `test_endless_lines`
bound that); what grows faster, or doubles with every character, does not: the system ends the process that tries it.

    python -m tests.architecture.pumping
"""

from __future__ import annotations

import ast
import importlib
import itertools
import os
import pkgutil
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import tui

LENGTH = 1000
SECONDS = 1.0
"""Of the processor, for all texts of one pattern; an honest one takes some hundredths of it."""
MOST_TEXTS = 40
END = "\0"
ALPHABET = " \n\ta1A-*([<.,:_\"'|/#=&;>é★中!{}])~+%$@?\\^0\xa0"
ONE = {_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN}
REPEATED = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}
LOOKING = {_constants.ASSERT, _constants.ASSERT_NOT}
FROM_THE_START = {"match", "fullmatch"}
ASKED = FROM_THE_START | {"search", "sub", "subn", "split", "findall", "finditer"}


class Found(NamedTuple):
    """A pattern, where it stands, and what is asked of it: `match`, `fullmatch`, `search`."""

    pattern: re.Pattern[str]
    where: str
    asked: set[str]


class Sampler:
    """Makes texts of a pattern's own parts."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._parsed = _parser.parse(pattern.pattern, pattern.flags)
        self._alphabet = "".join(dict.fromkeys(ALPHABET + re.sub(r"\w", "", pattern.pattern)))

    def texts(self) -> Iterator[str]:
        """Yield texts of about `LENGTH` characters that the pattern may go astray in, of each repetition in turn."""
        each = [self._pumped(before, inner) for before, inner in self._repeats(self._parsed, [])]
        seen = set()
        for start, unit in filter(None, itertools.chain.from_iterable(itertools.zip_longest(*each))):
            if (start[:1], unit) not in seen:
                seen.add((start[:1], unit))
                yield start + unit * (LENGTH // len(unit)) + END

    def _pumped(self, before: list[Any], inner: Any) -> Iterator[tuple[str, str]]:
        """Yield beginnings, each with what is put behind it again and again."""
        heads = [head for least in (0, 1) for head in self._samples(before, least, 2)]
        for body in filter(None, self._bodies(inner)):
            for head in heads:
                yield head, body
                yield "", head + body

    def _repeats(self, parts: Iterable[Any], before: list[Any]) -> Iterator[tuple[list[Any], Any]]:
        """Yield what is repeated without an end, and what stands before it."""
        parts = list(parts)
        for at, (kind, given) in enumerate(parts):
            ahead = before + parts[:at]
            if kind in REPEATED and given[1] >= LENGTH:
                yield ahead, given[2]
            for inner in [given[1]] if kind in LOOKING else _inside(kind, given):
                yield from self._repeats(inner, ahead)

    def _bodies(self, inner: Any) -> list[str]:
        if len(inner) == 1 and inner[0][0] in ONE:
            return self._characters(inner[0])[:12]
        return [one for least in (0, 1) for one in self._samples(inner, least, 8)]

    def _characters(self, part: Any) -> list[str]:
        one = _compiler.compile(_parser.SubPattern(self._parsed.state, [part]), self._parsed.state.flags)
        return [character for character in self._alphabet if one.fullmatch(character)]

    def _samples(self, parts: Iterable[Any], least: int, most: int) -> list[str]:
        """Return some texts that these parts match; what may be absent stands there at least so often."""
        found = [""]
        for kind, given in parts:
            inner = list(_inside(kind, given))
            if kind in ONE:
                said = self._characters((kind, given))[:3] or [""]
            elif kind in REPEATED:
                said = [one * max(given[0], least) for one in self._samples(inner[0], least, 3)]
            else:
                said = [one for branch in inner for one in self._samples(branch, least, 2)] or [""]
            found = [old + new for old, new in itertools.product(found, said)][:most]
        return found


def _inside(kind: Any, given: Any) -> Sequence[Any]:
    """Return the sequences within a part of a pattern; what only looks ahead or back stands for no text."""
    if kind in REPEATED:
        return [given[2]]
    if kind is _constants.BRANCH:
        return list(given[1])
    if kind is _constants.SUBPATTERN:
        return [given[-1]]
    return [given] if kind is _constants.ATOMIC_GROUP else []


def hangs(pattern: re.Pattern[str], asked: Iterable[str]) -> str:
    """Return the beginning of a text that hangs a pattern; nothing where none does."""
    texts = list(itertools.islice(Sampler(pattern).texts(), MOST_TEXTS))
    if not texts:
        return ""
    seen, told = os.pipe()
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # whose signal ends a process that does not expect it
        for number, text in enumerate(texts):
            os.write(told, number.to_bytes(2, "big"))
            for way in asked:
                getattr(pattern, way)(text)
        os._exit(0)
    os.close(told)
    tried = os.read(seen, 4 * MOST_TEXTS) if os.waitpid(child, 0)[1] else b""
    os.close(seen)
    return texts[int.from_bytes(tried[-2:], "big")][:60] if tried else ""


def patterns() -> Iterator[Found]:
    """Yield all patterns of Matinee; to be asked before any of its modules is loaded."""
    made: dict[tuple[str, int], tuple[str, int]] = {}
    compiling = re.compile

    def noting(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        caller, found = sys._getframe(1), compiling(pattern, flags)
        if isinstance(found.pattern, str) and caller.f_globals["__name__"].startswith("tui."):
            made.setdefault((found.pattern, found.flags), (caller.f_globals["__name__"], caller.f_lineno))
        return found

    re.compile = noting
    modules = [one.name for one in pkgutil.walk_packages(tui.__path__, "tui.") if not one.name.endswith("__main__")]
    for module in modules:
        importlib.import_module(module)
    re.compile = compiling
    uses = Uses(modules)
    for (pattern, flags), (module, line) in made.items():
        yield Found(compiling(pattern, flags), f"{module}:{line}", uses.of(module, line))
    yield from uses.written_out


class Uses:
    """What the modules ask of their patterns."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._asked: dict[tuple[str, str], set[str]] = {}
        self._taken: dict[tuple[str, str], set[str]] = {}
        """The names that stand for what a name holds: `shape` for `_LABEL` in «for shape in (_LABEL, …)»."""
        self._names: dict[tuple[str, int], str] = {}
        self.written_out: list[Found] = []
        """Patterns that are written where they are used."""
        for module in modules:
            nodes = list(ast.walk(ast.parse(Path(sys.modules[module].__file__ or "").read_text(encoding="utf-8"))))
            takers = {one.name: one.args.args for one in nodes if isinstance(one, ast.FunctionDef)}
            for node in nodes:
                self._note(module, node)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    for given, taker in zip(node.args, takers.get(node.func.id, []), strict=False):
                        self._held(module, ast.Name(taker.arg), given)

    def of(self, module: str, line: int) -> set[str]:
        """Return what is asked of the pattern made on this line; where that is not seen, it is searched for."""
        names, asked = [self._names.get((module, line), "")], set[str]()
        for name in names:
            asked |= self._asked.get(_known(module, name), set())
            names += self._taken.get((module, name), set()) - set(names)
        return set(map(_way, asked)) or {"search"}

    def _note(self, module: str, node: ast.AST) -> None:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name):
                lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                self._names |= {(module, line): target.id for line in lines}
                self._held(module, target, node.value)
        if isinstance(node, ast.For | ast.comprehension):
            self._held(module, node.target, node.iter)
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKED):
            return
        asked, of = node.func.attr, node.func.value
        name = of.id if isinstance(of, ast.Name) else of.attr if isinstance(of, ast.Attribute) else ""
        if name == "re":
            self._written_out(module, node, asked)
        elif name:
            self._asked.setdefault(_known(module, name), set()).add(asked)

    def _held(self, module: str, by: ast.expr, held: ast.expr) -> None:
        """Note that patterns are gone over, or kept together, under another name."""
        if isinstance(held, ast.Name | ast.Tuple | ast.List):
            takers = {one.id for one in ast.walk(by) if isinstance(one, ast.Name)}
            for one in ast.walk(held):
                if isinstance(one, ast.Name):
                    self._taken.setdefault((module, one.id), set()).update(takers)

    def _written_out(self, module: str, call: ast.Call, asked: str) -> None:
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
            given = [*call.args[1:], *(word.value for word in call.keywords)]
            flags = [getattr(re, one.attr) for one in given if isinstance(one, ast.Attribute) and hasattr(re, one.attr)]
            pattern = re.compile(call.args[0].value, sum(flags))
            self.written_out.append(Found(pattern, f"{module}:{call.lineno}", {_way(asked)}))


def _way(asked: str) -> str:
    return asked if asked in FROM_THE_START else "search"


def _known(module: str, name: str) -> tuple[str, str]:
    """Return what tells a name from others: a constant that others import is known everywhere."""
    return ("" if name.isupper() and not name.startswith("_") else module, name)


def main() -> None:
    """Print the patterns that hang, with the beginning of a text that they hang at."""
    count = 0
    for found in patterns():
        count += 1
        if text := hangs(found.pattern, found.asked):
            print(f"{found.where}: {found.pattern.pattern[:100]!r} hangs at {text!r}", flush=True)  # noqa: T201
    print(f"{count} patterns", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
