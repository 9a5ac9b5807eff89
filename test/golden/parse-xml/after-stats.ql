# §3.8: parse … xml of a column that stats made
#@ groups markup
filter @message like "<event id="
| stats max(@message) as text by substr(@message, 0, 13) as begin
| parse text xml '/event/level' as lvl
| display begin, lvl
| sort begin asc
