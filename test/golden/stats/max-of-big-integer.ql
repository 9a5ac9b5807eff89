# §8 Q23: 64-bit integers stay exact.
filter v in [9223372036854775807, 200]
| stats max(v) as high
