"""The library: documents, checks, releases."""
