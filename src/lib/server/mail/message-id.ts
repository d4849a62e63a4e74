import { backend } from '../backend.ts';

const host = () => new URL(backend().settings.publicAddress).hostname;

/** The name a mail travels under, and comes back with. */
export const messageIdOf = (id: string) => `<${id}@${host()}>`;

/** The ids of our mails that a text names, each once. */
export function mailIdsIn(text: string): string[] {
	const names = text.matchAll(/<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^>\s]+)>/gi);
	const ours = [...names].filter(([, , at]) => at?.toLowerCase() === host().toLowerCase());
	return [...new Set(ours.map(([, id]) => id!.toLowerCase()))];
}
