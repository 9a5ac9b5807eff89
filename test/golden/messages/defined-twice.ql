parse @message "user=*," as user
| fields user, path as p, status as p
| stats latest(p) as p