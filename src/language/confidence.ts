// How sure we are that AWS answers as a row of the command and function tables says.

/**
 * `documented`: AWS's documentation says so. `observed`: an answer or an error of AWS shows it, or queries in production
 * rely on it. `inferred`: AWS is silent and this is our deduction.
 */
export type Confidence = 'documented' | 'observed' | 'inferred';
