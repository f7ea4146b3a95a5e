"""De tolv konstruerte personene i docs/eksempler: fasit, kontroll for hånd og sidene om dem."""
