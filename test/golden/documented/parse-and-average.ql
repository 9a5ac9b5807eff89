# §3.8, §3.7: captures of a glob as group keys and numbers; events that do not match are a group.
parse @message "user=*, method:*, latency := *" as @user, @method, @latency
| stats avg(@latency) by @method, @user
