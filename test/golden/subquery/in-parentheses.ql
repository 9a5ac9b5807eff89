# §1.4: a list of constants has square brackets.
filter user in ("ann", "bob")
