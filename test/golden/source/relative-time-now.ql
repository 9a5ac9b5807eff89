# §3.30: START=-1d END=now.
SOURCE web START=-1d END=now | fields id
