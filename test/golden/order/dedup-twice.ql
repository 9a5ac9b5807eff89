# §7.19: not dedup itself.
dedup user | dedup status
