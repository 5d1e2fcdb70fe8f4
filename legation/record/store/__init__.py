"""The store: the only part of legation that knows SQL."""
