# §5.4: events of other groups are not seen.
#@ groups web
fields id, status
