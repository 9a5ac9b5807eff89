# The last value above.
sort @timestamp asc | fields user, region | filldown reg*
