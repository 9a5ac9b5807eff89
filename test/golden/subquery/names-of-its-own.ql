# §3.33: names of the sub-query are not those of the query around it.
fields user as u | filter u in (SOURCE 'web' | fields user as u) | display id
