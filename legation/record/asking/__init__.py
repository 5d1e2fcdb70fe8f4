"""Asking the record: from rows to entries. Each function runs inside the caller's transaction and writes nothing."""
