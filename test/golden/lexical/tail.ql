# §3.0: `tail`, a word of the grammar, is refused.
fields id | tail 5
