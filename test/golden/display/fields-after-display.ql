# §3.2: with a `display` anywhere, `fields` columns are not shown.
display id
| fields v
| filter v = 7
