# 3.14 unnest of what unnest made; an empty list leaves no row, an absent one leaves the row
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.nested into n | unnest n.tags into t | display n.k, t
