# §2.3 rules 5 and 6: fully numeric texts are ordered as numbers ("10" and "1e5" are not below "9"), others by code point.
filter s < "9" and s > "0"
| fields id, s
| sort s
