# §3.30: published queries name a log group by its ARN.
SOURCE "arn:aws:logs:us-east-1:123456789012:log-group:web" | fields id
