# §8 Q5: `true` and `false` are accepted as 1 and 0.
filter ok = true or v = false
| fields id
