"""Connected components: what makes a merge independent of the order in which things arrive."""

from __future__ import annotations

from collections import defaultdict


class Components:
    """Numbers 0 to n-1 that are united by pairs (union-find with path halving)."""

    def __init__(self, count: int) -> None:
        """Start with every number on its own."""
        self._parent = list(range(count))

    def root(self, number: int) -> int:
        """Return the representative of the component that `number` is in."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def unite(self, one: int, other: int) -> None:
        """Make the components of both one; the smaller representative stays."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parent[max(a, b)] = min(a, b)

    def united(self, one: int, other: int) -> bool:
        """Say whether both are in one component."""
        return self.root(one) == self.root(other)

    def groups(self) -> list[list[int]]:
        """Return the components, each in ascending order, by their smallest number."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.root(number)].append(number)
        return list(found.values())
