# §5.4: of the time range alone.
#@ groups web
#@ end 2026-03-04T10:10:00.000Z
fields @message | estimate
