"""Measures search and answers on golden questions."""
