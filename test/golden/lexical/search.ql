# §3.0: `search`, a word of the grammar, is refused.
search "plain"
