/** How handing a mail over ended. `reason` is a code, never words of the mail server, which may hold the address. */
export type Outcome = { outcome: 'sent' | 'postponed' | 'bounced' | 'unsure'; reason?: string };

type SmtpError = { code?: string; responseCode?: number; response?: string; command?: string };

/**
 * Judges a failure. A clear "no" to the recipient or the letter is final (RFC 5321 §4.2.1: 5yz); to our sign-in or address
 * it is our fault and may be mended; "not now" is tried again. If the connection broke after the letter began to flow,
 * nobody knows whether it arrived.
 * @param hasBegun whether the mail server had asked for the letter and it was flowing
 */
export function outcomeOf(error: unknown, hasBegun: boolean): Outcome {
	const { code, responseCode = 0, response = '', command = '' } = error as SmtpError;
	const [enhanced] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response) ?? [];
	const reason = (responseCode ? [responseCode, enhanced] : [code]).filter(Boolean).join(' ') || 'unknown';
	if (!responseCode && hasBegun) return { outcome: 'unsure', reason };
	const isAboutLetter = command === 'RCPT TO' || command === 'DATA';
	const isFinal = responseCode >= 500 && isAboutLetter;
	return { outcome: isFinal ? 'bounced' : 'postponed', reason };
}
