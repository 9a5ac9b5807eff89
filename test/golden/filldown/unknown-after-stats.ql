# §3.7: after stats only its columns exist.
stats count(*) as n by user
| filldown region
