# §4.8: aggregates stand in `stats` only.
filter count(*) > 1
