# §3.4: values and names match case-sensitively.
filterIndex user in ["Ann", "ANN"] | fields id
