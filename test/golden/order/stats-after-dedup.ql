# §7.19: not stats.
dedup user | stats count(*)
