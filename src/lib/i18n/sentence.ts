import type { ZodError } from 'zod';
import { m } from './paraglide/messages.js';

/**
 * The sentence for a message key, such as Zod and the database give them. Use it on the server only: it holds every text
 * of the site. A key that does not exist is a mistake of ours and is thrown.
 */
export function sentence(key: string, inputs: Record<string, unknown> = {}): string {
	const message = (m as unknown as Record<string, ((inputs: object) => string) | undefined>)[key];
	if (!message) throw new Error(`There is no message "${key}"`);
	return message(inputs);
}

/** What a form's schema found wrong, as field → finished sentence: one per field, the first. Errors of the whole form stand under "form". */
export function sentences(error: ZodError): Record<string, string> {
	const found: Record<string, string> = {};
	for (const { path, message } of error.issues) found[String(path[0] ?? 'form')] ??= sentence(message);
	return found;
}
