# §3.8: an earlier capture can be the source.
parse @message "user=*," as who
| parse who "*l*" as before, after
| filter ispresent(who)
