# §3.22: the parts around a star do not overlap.
fields region as aba | filldown ab*ba
