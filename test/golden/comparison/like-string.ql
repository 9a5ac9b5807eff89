# §4.1, quirk 16: `like` with a string is a case-sensitive substring test; % and * are literal.
filter v like "00"
| fields id
