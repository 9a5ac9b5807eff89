# Three-valued conditions: negated ones tell false from unknown, plain ones need not.
filter user in ["ann", "bob", 7] and not (status != 200 or region = null)
| where path like "/a" or path not like /^\/[bc]+$/ or !ispresent(ok)
