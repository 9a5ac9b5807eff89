# §1.3: a system field with special characters keeps the @ outside the backticks.
filter id = "int"
| fields id, @`aws.tag.aws:cloudformation:stack-name` as stack
