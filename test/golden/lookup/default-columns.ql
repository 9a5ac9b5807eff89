# §5.2, Inferred: the new columns follow the default ones.
filter id = "a1" | lookup teams user OUTPUT team
