parse @message /user=\w+/
| parse @message "user=*"
| parse @message
| parse @message /(?<a>x)/ as b