# §2.4: a negated bare field; rows without it stay unknown.
filter !ok
| fields id
