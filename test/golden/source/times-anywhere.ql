# §3.30, Inferred: the times may stand before the names, in any letter case.
SOURCE end=1772618715 start=1772618715 web | fields id
