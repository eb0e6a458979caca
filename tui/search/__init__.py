"""Search: the query language, the index, the matches."""

from tui.search.index import SearchIndex
from tui.search.matching import Matcher
from tui.search.types import Answer, Counts, Hit, Span

__all__ = ["Answer", "Counts", "Hit", "Matcher", "SearchIndex", "Span"]
