"""A formula from text to tree: tokens, the steps through them, and the grammar."""
