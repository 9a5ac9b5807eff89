# §3.3: several filters are and-ed; `where` is `filter`.
filter ok = 1
| where path = "/a"
| filter user = "cid"
| fields id
