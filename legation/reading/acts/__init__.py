"""Acts: what one state does to another besides meeting it, as the PLOVER codebook parts them."""

from legation.reading.acts.finding import find_acts

__all__ = ["find_acts"]
