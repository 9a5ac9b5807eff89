# §3.8: * captures, all else is literal; the captures are the columns when nothing else selects (quirk 12).
parse @message "user=*, method:*, latency := *" as who, method, latency
| filter ispresent(who)
