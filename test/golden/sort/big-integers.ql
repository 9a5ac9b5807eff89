# §3.5: numbers of any length by value.
filter v in [200, 7, 9223372036854775807, -3] and id != "text"
| fields v
| sort v desc
