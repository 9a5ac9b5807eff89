# Q19 a container of the event is no field; through jsonParse it is
#@ groups docs
filter id = "d1" | fields user, jsonParse(@message).user.id as uid
