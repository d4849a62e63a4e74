import { list, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { recordInWords } from '#lib/organisations/words.ts';

/** One line of the record. What `detail` holds depends on the kind: numbers and chosen words, never what somebody typed. */
export interface Entry {
	key: string;
	topic: string;
	kind: string;
	detail: Record<string, unknown>;
	person_name: string | null;
	created_at: string;
}

/** The topics by their words in the address. */
export const topics = {
	rechte: 'rights',
	anmeldungen: 'sign_ins',
	ausfuhren: 'exports',
	betrieb: 'operator'
} as const;
export type Topic = keyof typeof topics;

export type RecordFilter = { topic?: Topic; month?: string };

/** What the address says; anything else is no filter. */
export function readRecordFilter(parameters: URLSearchParams): RecordFilter {
	const [topic, month] = [parameters.get('art') ?? '', parameters.get('monat') ?? ''];
	return {
		...(Object.hasOwn(topics, topic) && { topic: topic as Topic }),
		...(/^20\d\d-(0[1-9]|1[0-2])$/.test(month) && { month })
	};
}

/** The address of the list with this filter, from after an entry on. */
export function addressOfRecord({ topic, month }: RecordFilter, after?: string): string {
	const given = Object.entries({ art: topic, monat: month, nach: after }).filter(([, value]) => value);
	const query = new URLSearchParams(given as [string, string][]).toString();
	return query ? `/verwaltung/protokoll?${query}` : '/verwaltung/protokoll';
}

/** The months that may still be in the record, newest first: `2026-11`. */
export function recordedMonths(now: Date, count = 25): string[] {
	return Array.from({ length: count }, (_, back) =>
		new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15)).toISOString().slice(0, 7)
	);
}

const count = (value: unknown) => number(Number(value ?? 0));

const sentences: Record<string, (entry: Entry) => string> = {
	signed_in: () => m.record_signed_in(),
	session_ended: () => m.record_session_ended(),
	sign_in_failed: ({ detail }) =>
		m.record_sign_in_failed({ account: String(detail.account), count: count(detail.count) }),
	exported: ({ detail }) =>
		m.record_exported({ list: listInWords(String(detail.list)), rows: count(detail.rows) }),
	operator_invitation: () => m.record_operator_invitation(),
	operator_sign_in_link: ({ person_name }) => m.record_operator_sign_in_link({ name: person_name ?? '' }),
	operator_backup: ({ detail }) => m.record_operator_backup({ rows: count(detail.rows) }),
	operator_restore: () => m.record_operator_restore(),
	operator_purge: ({ detail }) => m.record_operator_purge({ rows: count(sumOf(detail)) })
};

/** What happened, in a sentence. */
export function whatHappened(entry: Entry): string {
	if (entry.topic === 'rights') return `${recordInWords(entry.kind)}: ${String(entry.detail.subject)}`;
	return sentences[entry.kind]?.(entry) ?? m.record_other();
}

/** With which filter a list was taken away; empty when with none. */
export function filterInWords({ detail }: Entry): string {
	const words = Object.entries((detail.filter ?? {}) as Record<string, string>);
	return words.length
		? m.record_filter({ words: list(words.map(([key, value]) => `${key}: ${value}`)) })
		: '';
}

/** Who did it. The operator has the machine and no name here; who mistypes a password is not known. */
export function whoDidIt({ topic, kind, person_name }: Entry): string {
	if (topic === 'operator') return m.record_by_operator();
	if (person_name) return person_name;
	return kind === 'sign_in_failed' ? m.record_by_unknown() : m.organisations_record_system();
}

const lists: Record<string, () => string> = {
	call_ledger: m.record_list_call_ledger,
	need_reports: m.record_list_need_reports
};
const listInWords = (key: string) => lists[key]?.() ?? key;
const sumOf = (detail: object) => Object.values(detail).reduce((sum, value) => sum + Number(value), 0);
