"""The forms of an answer that have a published schema."""

SKJEMAER = {"raad": "raad-1", "resultat": "resultat-1", "grenser": "grenser-1"}
"""The schema of each form, by the word for it on the command line."""
