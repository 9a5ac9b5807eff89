# §2.3 rule 3, quirk 23: a timestamp compares with epoch milliseconds.
filter @timestamp >= 1772618700000 and @timestamp <= 1772618730000
| fields id
