# §3.29: an estimate is no value.
filter user in (SOURCE 'web' | fields user | estimate)
