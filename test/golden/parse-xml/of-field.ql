# §3.8: any field can be the source
#@ groups markup
parse body xml '/order/@no' as no
| parse body xml '/order/state' as state
| filter ispresent(state)
| display no, state, level
