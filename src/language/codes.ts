// The codes of the mistakes that reading a text can find, each with the sentence that docs/language.md says about it.
// Mistakes of meaning (unknown names, misplaced aggregates) have theirs in plan/.

export const languageCodes = {
  'query-too-long': 'The text has more than 10,000 characters.',
  'nesting-too-deep':
    'Expressions are nested more than 200 levels deep, or the query is too large for one statement.',
  'unrecognised-token': 'A character that is no part of the language.',
  'unterminated-string': 'A text in quotes is never closed.',
  'unterminated-regex': 'A regular expression is never closed.',
  'unterminated-name': 'A name in backticks is never closed.',
  'unexpected-symbol': 'Something else belongs here; the hint says what.',
  'leading-pipe': 'A pipe stands before the first command.',
  'empty-command': 'No command stands after a pipe.',
  'unknown-command': 'A word that begins no command.',
  'missing-stats': 'An aggregate stands where a command begins: `stats` was forgotten.',
  'missing-parentheses': 'An aggregate without its parentheses: `stats count`.',
  'trailing-comma': 'Warning: nothing follows a comma.',
  'unsupported-command': 'A command of Logs Insights that Shiplog does not run yet.',
  'unsupported-syntax': 'Another part of Logs Insights that Shiplog does not run yet.',
  'unknown-function': 'A function that Logs Insights does not have.',
  'wrong-argument-count': 'Too few or too many arguments.',
  'wrong-argument': 'A period, or a star, where something else belongs, or the reverse.',
  'invalid-number': 'A number beyond what a 64-bit floating-point number holds.',
  'invalid-period': 'A period that is not a whole number, from 1, of one unit.',
  'invalid-limit': 'A limit that is not a whole number from 1 to 100,000.',
  'invalid-regex': 'A regular expression that RE2 does not accept, or that is too large.',
  'invalid-xpath': 'An XPath that cannot be read.',
  'invalid-option': 'An option whose value is out of its range.',
  'too-many-sources': 'More prefixes, accounts, data sources or tags than a `SOURCE` takes.',
  'misplaced-source': '`SOURCE` stands anywhere but at the beginning of a query.',
  'too-many-subqueries': 'More than ten sub-queries.',
  'nested-subquery': 'A sub-query inside a sub-query.',
  'not-indexable': '`filterIndex` with anything but a field and its values.',
  'same-side': 'The sides of a join are not told apart.',
  'empty-list': 'A list without a value.',
  'dotted-alias': 'A name after `as` that holds a dot.',
  'adjacent-stars': 'A glob with two stars side by side.',
  'matches-nothing': 'With `multi`, a regular expression that can match the empty text.',
  'capture-count': 'The captures of a pattern and the names after `as` do not match.',
  'like-wildcard': 'Warning: `like` looks for % and * literally.',
  'dash-is-minus': 'Warning: a dash between two names subtracts; a name with a dash needs backticks.',
} as const;

/** Those that putting saved queries in their places can find. */
export const savedQueryCodes = {
  'unknown-saved-query': 'A saved query that is not there.',
  'ambiguous-saved-query': 'A name that several saved queries have.',
  'saved-query-argument': 'An argument of a saved query that is missing, unknown or given twice.',
  'nested-saved-query': 'A saved query that calls another one.',
  'quoted-twice': 'A text in quotes for a placeholder of a saved query that stands in quotes itself.',
  'unquoted-value': 'Warning: a value for a saved query that is read as a field, because it has no quotes.',
} as const;

export type LanguageCode = keyof typeof languageCodes;
