# §3.5: values of parse … xml sort as others do, and the rest of the event is still there
#@ groups markup
parse @message xml '/event/ms' as ms
| sort ms desc
| limit 3
| display @timestamp, ms
