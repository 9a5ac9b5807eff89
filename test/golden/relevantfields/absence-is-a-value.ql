# §3.27, Inferred: having no value is one more value: region is absent in one of three others.
filter ispresent(status) | relevantfields region where ok | display @fieldName, @topRelevanceContributors
