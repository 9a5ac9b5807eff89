# §3.2, quirk 13: the last `display` decides; `fields` and earlier `display` only define.
fields id, v * 2 as twice
| display @message
| filter id = "int"
| display twice, id
