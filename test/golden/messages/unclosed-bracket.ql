filter a in ["x", "y"
| limit 5