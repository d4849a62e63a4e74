import { m } from '#lib/i18n/paraglide/messages.js';

/** Title and text of the page that says what went wrong. @param status of HTTP, 400 to 599 */
export function errorInWords(status: number): [title: string, text: string] {
	switch (status) {
		case 404:
			return [m.pages_error_not_found(), m.pages_error_not_found_text()];
		case 403:
			return [m.pages_error_forbidden(), m.pages_error_forbidden_text()];
		case 409:
			return [m.pages_error_stale(), m.pages_error_stale_text()];
		case 429:
			return [m.pages_error_too_many(), m.pages_error_too_many_text()];
		case 503:
			return [m.pages_error_unavailable(), m.pages_error_unavailable_text()];
	}
	return status < 500
		? [m.pages_error_request(), m.pages_error_request_text()]
		: [m.pages_error_ours(), m.pages_error_ours_text()];
}
