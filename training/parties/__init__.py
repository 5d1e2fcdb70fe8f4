"""Who takes part in an engagement that is told without naming its parties beside it: learnt from our corpus.

    python -m training.parties.examples train > EXAMPLES        (in the package's own environment)
    python -m training.parties.fit EXAMPLES OUT.json            (in an environment with scikit-learn)

The trees go into ``legation/reading/data/parties.json``; what they weigh is told in
``legation.reading.engagements.candidates``.
"""
