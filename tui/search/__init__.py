"""Search: the query language, the index, the matches."""
