"""Skatten: endelig skatt, trekk og råd."""
