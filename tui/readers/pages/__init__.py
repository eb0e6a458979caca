"""What the readers of pages saved as text share: lines, furniture, facts, names, review records."""
