# §5.5: a query that is wrong has no estimate.
SOURCE nope | estimate
