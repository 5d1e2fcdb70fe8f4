"""The store: the only part of legation that knows SQL."""

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

__all__ = ["Connection", "DBAPIError", "Engine"]
