# §3.8: the form that worked on AWS; events that do not match stay, and the captures are the columns (§5.2)
#@ groups markup
parse @message XML '/event/level' as lvl
