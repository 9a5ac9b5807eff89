# §4.1: `like` is case-sensitive.
filter v like "OK"
| fields id
