# §4: a call with too many arguments is refused.
fields abs(v, 1) as x
