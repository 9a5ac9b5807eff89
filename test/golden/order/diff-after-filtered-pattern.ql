# §3.0: not even a filter stands between.
pattern @message | filter @sampleCount > 1 | diff
