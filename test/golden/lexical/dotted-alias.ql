# §1.3: a dotted alias is refused.
fields v as a.b
