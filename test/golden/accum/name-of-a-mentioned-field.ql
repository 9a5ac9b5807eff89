# §3.33: nor may it repeat a field that was mentioned.
fields id, ms
| accum ms as id
