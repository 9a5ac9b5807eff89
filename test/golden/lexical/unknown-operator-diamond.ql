# §1.7: `<>` is not an operator.
filter v <> 200
