# §1.4, §4.3: `lower()` and `ago()` do not exist.
fields lower(id)
