# 3.33 json defines a name
#@ groups docs
fields id as x | json field=@message "id" as x
