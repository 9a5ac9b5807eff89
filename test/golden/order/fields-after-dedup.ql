# §7.19: not even fields.
dedup user | fields user
