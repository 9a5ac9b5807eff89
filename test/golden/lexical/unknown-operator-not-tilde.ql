# §1.7: `!~` is not an operator.
filter id !~ /int/
