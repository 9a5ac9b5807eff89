# §4.8: other aggregates are no group keys.
stats count(*) by sum(ms)
