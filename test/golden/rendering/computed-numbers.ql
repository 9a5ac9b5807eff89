# §2.7, quirk 4: a computed number loses its written form: at most four decimals, no trailing zeros, no exponent.
filter v in [1.5, 1000, 7]
| fields id, v * 1 as n
