# §1.7, §5.5: `&` does not lex.
filter v = 200 && id = "int"
