# §3.8: so does an event without the source.
filter id in ["a1", "a5"]
| sort @timestamp asc
| parse user /(?<letter>n)/ multi
| display id, letter
