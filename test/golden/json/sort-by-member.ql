# 3.5 sorting by a member
#@ groups docs
fields jsonParse(@message) as m | filter ispresent(m.id) | sort m.id desc | display m.id
