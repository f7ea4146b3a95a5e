"""A chapter from TOML to what it says: rules, versions, payments, notes and examples."""

from ytelsesrad.regelspraak.les.kapittel import les_kapittel

__all__ = ["les_kapittel"]
