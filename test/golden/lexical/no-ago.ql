# §4.3: `ago()` does not exist.
filter @timestamp > ago(1h)
