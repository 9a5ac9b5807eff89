# §3.22: no commas.
fields id, ms
| filldown id, ms
