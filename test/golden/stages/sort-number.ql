# A computed number sorts as a number.
fields strlen(path) as length
| sort by length asc
