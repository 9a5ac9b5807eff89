# §1.4: \" \' \\ \n \r \t are escapes; an unknown escape keeps its backslash.
filter id = "int"
| display "a\"b" as dq, 'a\'b' as sq, "a\\b" as bs, strlen("a\nb") as nl, strlen("\t\r") as tr, "\d" as unknown
