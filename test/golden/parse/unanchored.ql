# §3.8: the first literal may occur anywhere.
filter @message like "late arrival"
| parse @message "1*s" as part
| filter ispresent(part)
