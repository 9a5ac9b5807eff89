# §3.8: of several nodes the first one counts; entities of XML are read, [ ] chooses
#@ groups markup
parse @message xml '/event/tag' as first
| parse @message xml '/event/tag[last()]' as second
| parse @message xml '//event[level="ERROR"]/@id' as failed
| filter ispresent(failed)
| display failed, first, second
| limit 2
| sort failed asc
