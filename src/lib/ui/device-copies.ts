/** What a form sends, as text by field. */
export type Values = Record<string, string | string[]>;

/*
 * Copies on the device, one per page, from the first key until the text is stored. The browser may refuse (private window,
 * full): then there is none, and saving on the server goes on.
 */

export function keep(key: string, values: Values, storage = localStorage) {
	try {
		storage.setItem(key, JSON.stringify(values));
	} catch {
		drop(key, storage); // an older copy would be worse than none
	}
}

export function drop(key: string, storage = localStorage) {
	storage.removeItem(key);
}

/** The copy, if there is one that can be read. */
export function find(key: string, storage = localStorage): Values | null {
	try {
		const values: unknown = JSON.parse(storage.getItem(key) ?? 'null');
		return values instanceof Object ? (values as Values) : null;
	} catch {
		return null;
	}
}

/** The keys of all copies that begin like this. */
export const keysFrom = (prefix: string, storage = localStorage) =>
	Object.keys(storage).filter((key) => key.startsWith(prefix));
