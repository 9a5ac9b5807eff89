# §3.8: a source that the event lacks does not match.
filter id in ["a4", "a5"]
| parse user "*d" as head
| display id, head
