# 3.12 the columns of pattern stay, detection results are added; few events are no anomaly
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message | anomaly | display @pattern, @sampleCount, @isAnomaly, @anomalyType
