"""The store: TinyDB and the library's files."""
