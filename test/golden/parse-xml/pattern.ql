# §3.10: pattern over a value of parse … xml; absent values are no text
#@ groups markup
parse @message xml '/event/level' as lvl
| pattern lvl
| display @pattern, @sampleCount
