# §3.19: parse … xml in it and around it, each with its own log group
#@ groups markup
parse @message xml '/event/ms' as ms
| filter ms in (SOURCE 'markup' | parse @message xml '/event[level="ERROR"]/ms' as v | stats max(v) as most)
| display ms
