# §3.8: an earlier capture can be the source
#@ groups markup
parse @message /(?<level_element><level>.*<.level>)/
| parse level_element xml '/level' as lvl
| filter ispresent(lvl)
| stats count(*) as events by lvl
| sort events desc, lvl asc
