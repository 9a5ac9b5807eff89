filter (detail.group like "service:web" and (detail.version > 2
# the end is missing

