# §3.7: values of parse … xml are group keys and arguments; a missing key is a group
#@ groups markup
parse @message xml '/event/level' as lvl
| parse @message xml '/event/ms' as ms
| stats count(*) as events, sum(ms) as total by lvl
| sort events desc, lvl asc
