"""legation: reads news reports about diplomacy and keeps the record."""

__version__ = "0.1.0"
