# §3.8: functions of XPath are refused by name
#@ groups markup
parse @message xml 'count(//tag)' as tags
