# 3.14 a null in the list is a row with null
#@ groups docs
filter @message like /two/ and @message like /three/ | fields jsonParse(@message) as m | unnest m into n | display n, ispresent(n) as there
