# §3.17: the field stands before OUTPUT.
cidrlookup networks OUTPUT zone
