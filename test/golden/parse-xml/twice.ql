# §3.33: a name that parse … xml has made
#@ groups markup
parse @message xml '/event/level' as lvl
| parse @message xml '/event/ms' as lvl
