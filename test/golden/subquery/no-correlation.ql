# §3.19: it runs alone: to it, the alias of the query around it is a missing field.
fields user as u | filter u in (SOURCE 'web' | filter u = "ann" | fields user) | display id
