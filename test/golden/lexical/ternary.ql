# §1.4: there is no `? :`.
fields v > 1 ? "a" : "b" as x
