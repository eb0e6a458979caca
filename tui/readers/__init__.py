"""Readers: a document in, records out; one file a format."""
