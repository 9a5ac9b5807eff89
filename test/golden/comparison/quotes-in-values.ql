# §1.4: quotes of any kind in a string are data.
filter id = "x' or '1'='1" or id = 'int" or "1"="1' or @message like "\"v\":1.50"
| fields id
