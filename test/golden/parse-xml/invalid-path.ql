# §3.8: an XPath that cannot be read is a mistake with its place
#@ groups markup
parse @message xml '/event/[level' as lvl
