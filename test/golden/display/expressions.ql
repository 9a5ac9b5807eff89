# §3.2: expressions and aliases as in `fields`.
filter id = "a1"
| display tolower("ABC"), status + 1 as next
