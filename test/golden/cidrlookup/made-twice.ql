# §3.33: one name for two columns.
cidrlookup networks ip OUTPUT zone, site as zone
