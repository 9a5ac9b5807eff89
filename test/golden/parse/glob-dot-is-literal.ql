# §3.8: a dot in a glob is a dot.
filter @message like "took"
| parse @message "took *.5s" as a
| parse @message "t.ok*" as b
