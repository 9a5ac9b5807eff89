# §1.3: the key `@x` of a message is the field `@@x`.
filter ispresent(@@x)
| fields id, @@x, @x
