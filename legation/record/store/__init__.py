"""The store: the only part of legation that knows SQL."""

from sqlalchemy import Connection

__all__ = ["Connection"]
