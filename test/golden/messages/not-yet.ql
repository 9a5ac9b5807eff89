SOURCE '/aws/events/ecs' | filter detail.taskArn in (SOURCE '/other' | fields arn) and jsonParse(@message).id = 1
| pattern @message