# §4.1: an empty list is refused.
filter v in []
