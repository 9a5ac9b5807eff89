# §3.19, Inferred: absent values of the other query are no values; they make nothing unknown.
filter user not in (SOURCE 'web' | filter not ispresent(user) | fields user) | fields id
