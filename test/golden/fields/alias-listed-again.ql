# §8 Q18: listing an alias in a later `fields` is the same error.
fields v as x | fields id, x
