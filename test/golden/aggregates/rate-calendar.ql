# §4.8, inferred: a month has no fixed length.
stats rate(ms, 1mo)
