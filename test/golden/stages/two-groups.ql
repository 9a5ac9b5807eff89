#@ groups app, web
# Two groups are one relation; a field that one lacks is null there.
fields @log, path, @message | filter user = "ann"
