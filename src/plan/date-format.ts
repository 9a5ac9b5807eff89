// The formats and time zones of formatDate (reference 4.3): strftime codes, IANA zone names.

/** Codes that every engine writes alike. */
const codes = 'aAbBdHIjmMpSyYfzZcxXGVuwUW%';

/** Why a format cannot be used, or null. */
export function dateFormatProblem(format: string): string | null {
  for (const [code, dash, letter] of format.matchAll(/%(-?)(.?)/gs)) {
    if (
      letter === '' ||
      letter === undefined ||
      !codes.includes(letter) ||
      (dash !== '' && !'dHIjmMSy'.includes(letter))
    ) {
      return `The date format holds ${code}, which is no strftime code; write %% for a percent sign.`;
    }
  }
  return null;
}

/** Why a zone cannot be used, or null. */
export function timeZoneProblem(zone: string): string | null {
  try {
    if (/^[A-Za-z]/.test(zone)) {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return null;
    }
  } catch {
    // Not a zone; said below.
  }
  return `${zone} is no time zone; write one such as UTC or Europe/Berlin.`;
}
