# §7.19: after dedup nothing but limit.
dedup user | sort user
