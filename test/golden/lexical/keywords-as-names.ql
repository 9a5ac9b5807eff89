# §1.3: keywords are contextual; `count`, `limit` and `status` are field names where no command can stand.
filter id = "n2"
| fields count, count + 1 as limit, status
| filter limit = 4
