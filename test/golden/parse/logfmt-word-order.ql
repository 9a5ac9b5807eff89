# 3.8 the word stands behind the field
#@ groups docs
parse logfmt @message as m
