# §3.19: stats may make the one column.
filter status in (SOURCE 'web' | stats max(status)) | fields id, status
