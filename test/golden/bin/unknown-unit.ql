# §1.6: a unit that does not exist.
stats count(*) by bin(5x)
