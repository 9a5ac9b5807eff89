# §2.3 rule 3: membership compares timestamps with epoch milliseconds.
filter @timestamp in [1772618700000, 1772618730000]
| fields id
