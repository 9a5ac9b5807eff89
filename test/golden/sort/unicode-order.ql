# §3.5: text runs compare by Unicode order, whatever the storage.
filter id in ["n1", "n2"]
| fields if(id = "n1", "～", "🚀") as x
| sort x
