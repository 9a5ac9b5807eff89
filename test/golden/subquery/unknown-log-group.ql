# §5.5: a log group that is not there.
filter user in (SOURCE 'wbe' | fields user)
