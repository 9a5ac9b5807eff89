# A value at a path of JSON text, used as text and as number.
json field=@message "detail.containers.0.exitCode" as code | filter code != 0
