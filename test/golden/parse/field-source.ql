# §3.8: any field can be the source; a * takes the shortest text up to the next literal, the last one the rest.
filter id = "n1"
| parse resources.0 "*:task/*/*" as prefix, cluster, task
