# §3.5, §3.6: the query that the console begins with.
#@ groups web
fields @timestamp, @message
| sort @timestamp desc
| limit 20
