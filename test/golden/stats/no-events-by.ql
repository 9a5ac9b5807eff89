# §3.7: over zero events there is no row.
filter id = "nobody"
| stats count(*) as n by bin(1h)
