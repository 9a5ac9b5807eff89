# §3.24: at least one field.
outlier param=3
