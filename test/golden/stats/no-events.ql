# §8 Q11: over zero events there is no row, without `by` too.
filter id = "nobody"
| stats count(*) as n
