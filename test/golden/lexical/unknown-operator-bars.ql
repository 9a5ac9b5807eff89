# §1.7: `||` is not an operator.
filter status = 200 || status = 404
