# §2.3: two fields; both sides numeric, so 500 > 250.5 and "200" > "40"; a missing side drops the row.
filter status > ms and ispresent(user) and ms != "n/a"
| fields id, status, ms
