# The narrowest range that holds the address.
cidrlookup networks ip as range OUTPUT zone | stats count(*) by zone
