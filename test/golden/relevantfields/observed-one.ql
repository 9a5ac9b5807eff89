# 3.27 seen on AWS: `relevantfields @message where @message like /GET/` scores 1.0; the values with the largest shift first
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
relevantfields @message where @message like /^Error/
