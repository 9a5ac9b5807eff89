# The engine gives text and time, the patterns come back as a table.
filter status >= 500 | pattern @message | filter @sampleCount > 1 | limit 5
