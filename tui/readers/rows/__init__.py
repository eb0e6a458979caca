"""Rows of tables, JSON objects and front matter: named values that become records, whatever their names are."""
