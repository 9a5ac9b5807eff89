# §3.5: a key may be backticked.
filter ispresent(`detail-type`)
| fields id
| sort `detail-type` asc
