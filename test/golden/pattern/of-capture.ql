# 3.10 the pattern of a parse capture; events without it take no part
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
parse @message "order * failed" as order | pattern order
