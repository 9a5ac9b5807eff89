# §3.2: later filters and sorts may use fields that are not displayed.
fields status
| display id
| filter status = 404 or status = 500
| sort status
