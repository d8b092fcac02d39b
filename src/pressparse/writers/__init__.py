"""From documents to files."""
