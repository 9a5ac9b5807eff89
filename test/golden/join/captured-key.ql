# §3.8: so is a capture.
parse @message '"user":"*"' as name | join left=a right=b where a.name = b.user (SOURCE 'web') | display a.name, b.id
