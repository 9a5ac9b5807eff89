# §5.3: bytesScanned is the size of the events in UTF-8: 18 + 26 bytes.
#@ start 2026-03-04T10:30:05.000Z
#@ end 2026-03-04T10:30:05.000Z
fields messageSize(@message) as bytes
| sort bytes
