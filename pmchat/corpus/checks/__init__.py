"""What a managing editor would look for before the library is published."""
