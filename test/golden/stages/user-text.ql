# Text of the user is a parameter, a constant or a quoted name.
fields `x"; DROP TABLE events_1; --` as `a"b`, `c1`, `@seq`, Id, id
| filter user = "'; DROP TABLE events_1; --" or path like "%'" or region = '$p1'
| parse user '\\1(*) $p2' as found
