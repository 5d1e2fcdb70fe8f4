"""Lemmas as edits: what to do to a word's form to reach its lemma, so that a lemma is one label among some hundreds."""

from __future__ import annotations


def edit(form: str, lemma: str) -> str:
    """The edit that turns a form into its lemma; see ``legation.language.decoding.lemma`` for the way back.

    "l3+y": lower case, take three characters off, add "y". "k0+": keep the form. "=go": the lemma is "go".
    """
    for mode, base in (("l", form.lower()), ("k", form)):
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        if shared == len(lemma) == len(base) or shared >= max(1, len(base) - 4):
            return f"{mode}{len(base) - shared}+{lemma[shared:]}"
    return f"={lemma}"
