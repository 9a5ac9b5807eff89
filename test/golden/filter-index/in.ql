# §3.4: or with a list.
filterIndex status in [200, "503"] | fields id
