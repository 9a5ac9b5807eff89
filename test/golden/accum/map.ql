# §2.6: a map has no sum.
fields jsonParse(@message) as event
| accum event
