# §3.16: at least one key.
lookup teams OUTPUT team
