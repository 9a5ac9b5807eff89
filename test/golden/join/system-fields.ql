# §2.2: both sides have system fields.
join left=a right=b where a.user = b.user (SOURCE 'web') | filter a.id = "a1" | display a.@log, b.@log, b.@message
