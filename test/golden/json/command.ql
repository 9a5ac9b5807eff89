# 3.8 json takes a value at a path from JSON text
#@ groups docs
filter id = "d1" | json field=@message "user.id" as u | json field=@message "nested.1.k" as k | json field=@message "none" as n
