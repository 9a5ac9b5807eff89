# §3.7: what stands before `by` aggregates; a bare field is refused.
stats user by path
