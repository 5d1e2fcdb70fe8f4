"""Annotated reports of our own writing: the markup, its check, counts, conversions and substitution.

``docs/annotation.md`` says what is marked and how; reports lie in ``reports/PART``, stories in ``stories/PART``.
"""
