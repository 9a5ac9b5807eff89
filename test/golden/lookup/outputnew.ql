# §3.16: OUTPUTNEW fills only what is absent; an empty text is a value.
filter ispresent(user) | sort id | lookup teams user OUTPUTNEW region | display id, region
