# §3.8: the source defaults to @message
#@ groups markup
parse xml '/event/@id' as id
| filter ispresent(id)
| display id
