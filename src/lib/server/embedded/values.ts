import type { Parameter } from './catalogue.ts';

/**
 * A value as it is written for the database: what JSON would make of it on its way to Supabase, so that a moment is the
 * same moment and what is no number is nothing. A list may be meant for a `jsonb` or for an array: the parameter says which.
 */
export function written(value: unknown, { isJson }: Pick<Parameter, 'isJson'>): string | null {
	if (value == null) return null;
	if (isJson) return JSON.stringify(value);
	if (Array.isArray(value)) return `{${value.map(element).join()}}`;
	if (typeof value === 'object') return value instanceof Date ? value.toISOString() : JSON.stringify(value);
	return typeof value === 'number' && !Number.isFinite(value) ? null : String(value);
}

function element(value: unknown): string {
	const text = written(value, { isJson: false });
	if (text === null) return 'null';
	return Array.isArray(value) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
