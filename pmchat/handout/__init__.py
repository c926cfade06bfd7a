"""The page for the visit as a PDF, a Word file, plain text and a print view."""
