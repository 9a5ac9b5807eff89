# §2.2: JSON behind other text is not discovered.
filter id = "hidden"
| fields @message
