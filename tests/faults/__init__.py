"""Killing a read at random moments: ``python -m tests.faults --times 20``."""
