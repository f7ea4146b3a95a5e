"""The whole answer: what a plan gives, what it rests on, and what to think of."""
