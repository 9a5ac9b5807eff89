# §5.3: events that pass a filter on a value of parse … xml are counted as matched
#@ groups markup
parse @message xml '/event/level' as lvl
| filter lvl = "ERROR"
| limit 1
| display lvl
