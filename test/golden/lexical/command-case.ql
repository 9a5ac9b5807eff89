# §1.2: commands and word operators ignore case.
FIELDS id, v AS x
| FILTER id IN ["int", "text"] AND NOT id LIKE "ex"
| SORT BY id DESC
| LIMIT 5
