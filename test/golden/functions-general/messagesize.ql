# §4.4: bytes in UTF-8.
filter @message like "☃"
| display messageSize(@message) as bytes, messagesize("é") as two
