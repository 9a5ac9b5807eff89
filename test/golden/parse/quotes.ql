# §3.8: quotes inside the pattern: the other kind, or \".
filter v = 200
| parse @message '"v":*}' as raw
| parse @message "\"id\":\"*\"" as name
| display name, raw
