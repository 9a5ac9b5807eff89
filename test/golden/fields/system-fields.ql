# §2.2: every event has @timestamp, @message, @logStream, @log, @ingestionTime and @ptr.
filter id = "c5"
| fields ispresent(@timestamp) + ispresent(@message) + ispresent(@logStream) + ispresent(@log) + ispresent(@ingestionTime) + ispresent(@ptr) as n, @log, @logStream
