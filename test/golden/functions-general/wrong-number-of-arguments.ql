# §4: a call with too few arguments is refused.
fields coalesce() as x
