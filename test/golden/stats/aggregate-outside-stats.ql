# §4.8: aggregates stand in `stats` only.
fields sum(v)
