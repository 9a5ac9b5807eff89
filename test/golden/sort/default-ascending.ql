# §8 Q1: without a direction, ascending; `by` is optional.
filter id in ["c1", "c2", "c3"]
| fields id
| sort by n
