# A row per item; the items' places order them.
fields jsonParse(@message) as m
| unnest m.detail.containers into c
| stats count(*) by c.name as name
