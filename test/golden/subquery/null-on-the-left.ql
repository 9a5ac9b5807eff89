# §2.3: null is neither in nor not in.
filter null in (SOURCE 'web' | fields user) or null not in (SOURCE 'web' | fields user) | fields id
