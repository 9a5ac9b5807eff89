# §3.22, inferred: names that the query made are columns too, though they are not shown.
filter @logStream = "access"
| sort @timestamp asc
| parse @message /"region":"(?<where_to>..)"/
| fields id
| filldown where*
| display id, where_to
