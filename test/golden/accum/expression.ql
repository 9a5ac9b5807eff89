# §3.22: a field, not an expression.
accum abs(ms)
