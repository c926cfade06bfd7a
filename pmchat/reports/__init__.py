"""Reading a patient's report, one reader a format."""
