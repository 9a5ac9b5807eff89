# §3.30: an ARN may end in `:*`.
SOURCE "arn:aws:logs:us-east-1:123456789012:log-group:web:*" | fields id
