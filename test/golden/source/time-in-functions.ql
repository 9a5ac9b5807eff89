# §4.3, Inferred: the functions on the query's time give that of its SOURCE.
SOURCE web START=1772618715 END=1772618715 | fields queryStartTime() as s, queryEndTime() as e, queryTimeRange() as r
