import { z } from 'zod';
import { byWhom } from '#lib/chronicle/entry.ts';
import { href } from '#lib/i18n/addresses.ts';
import { list, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { filterChoices, type Filterable } from '#lib/needs/reports/report-filter-words.ts';
import { recordInWords } from '#lib/organisations/words.ts';
import { declined } from '#lib/people/person.ts';

/** One line of the audit log. What `detail` holds depends on the kind: numbers and chosen words, never what somebody typed. */
export const entry = z.strictObject({
	key: z.string(),
	topic: z.string(),
	kind: z.string(),
	detail: z.record(z.string(), z.unknown()),
	person_name: z.string().nullable(),
	created_at: instant
});
export type Entry = z.infer<typeof entry>;

/** The topics by their words in the address. */
export const topics = {
	rechte: 'rights',
	anmeldungen: 'sign_ins',
	ausfuhren: 'exports',
	betrieb: 'operator'
} as const;
export type Topic = keyof typeof topics;

export type AuditFilter = { topic?: Topic; month?: string };

/** What the address says; anything else is no filter. */
export function readAuditFilter(parameters: URLSearchParams): AuditFilter {
	const [topic, month] = [parameters.get('art') ?? '', parameters.get('monat') ?? ''];
	return {
		...(Object.hasOwn(topics, topic) && { topic: topic as Topic }),
		...(/^20\d\d-(0[1-9]|1[0-2])$/.test(month) && { month })
	};
}

/** The address of the list with this filter, from after an entry on. */
export function addressOfAudit({ topic, month }: AuditFilter, after?: string): string {
	const given = Object.entries({ art: topic, monat: month, nach: after }).filter(([, value]) => value);
	const query = new URLSearchParams(given as [string, string][]).toString();
	return query ? `${href('/administration/audit')}?${query}` : href('/administration/audit');
}

/** The months that may still be in the audit log, newest first: `2026-11`. */
export function auditedMonths(now: Date, count = 25): string[] {
	return Array.from({ length: count }, (_, back) =>
		new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15)).toISOString().slice(0, 7)
	);
}

const count = (value: unknown) => number(Number(value ?? 0));

type What = Pick<Entry, 'kind' | 'detail'> & Partial<Entry>;

const sentences: Record<string, (entry: What) => string> = {
	signed_in: () => m.audit_signed_in(),
	session_ended: () => m.audit_session_ended(),
	sign_in_failed: ({ detail }) =>
		m.audit_sign_in_failed({ account: String(detail.account), count: count(detail.count) }),
	exported: ({ detail }) =>
		m.audit_exported({ list: listInWords(String(detail.list)), rows: count(detail.rows) }),
	export_by_token: ({ detail }) => m.audit_export_by_token({ list: listInWords(String(detail.list)) }),
	token_made: ({ detail }) => m.audit_token_made({ days: Number(detail.days) }),
	token_revoked: () => m.audit_token_revoked(),
	session_proven: () => m.audit_session_proven(),
	feed_made: () => m.audit_feed_made(),
	password_set: () => m.audit_password_set(),
	password_removed: () => m.audit_password_removed(),
	factor_set_up: () => m.audit_factor_set_up(),
	factor_removed: () => m.audit_factor_removed(),
	address_changed: () => m.audit_address_changed(),
	address_objected: () => m.audit_address_objected(),
	operator_invitation: () => m.audit_operator_invitation(),
	operator_sign_in_link: ({ person_name }) =>
		m.audit_operator_sign_in_link({ whom: declined(person_name ?? '') }),
	operator_backup: ({ detail }) => m.audit_operator_backup({ rows: count(detail.rows) }),
	operator_restore: () => m.audit_operator_restore(),
	operator_purge: ({ detail }) => m.audit_operator_purge({ rows: count(sumOf(detail)) })
};

/** What happened, in a sentence. */
export function whatHappened(entry: What): string {
	if (entry.topic === 'rights')
		return `${recordInWords(entry.kind)}: ${byWhom(String(entry.detail.subject))}`;
	return sentences[entry.kind]?.(entry) ?? m.audit_other();
}

/** With which filter a list was taken away, in the words of its page; empty when with none. */
export function filterInWords({ detail }: Entry, known: Filterable): string {
	const choices: Record<string, { value: string; label: string }[]> =
		detail.list === 'need_reports' ? filterChoices(known) : {};
	const words = Object.entries((detail.filter ?? {}) as Record<string, string>).map(([key, value]) => {
		const label = choices[key]?.find((choice) => choice.value === value)?.label ?? value;
		return `${filters[key]?.() ?? key}: ${label}`;
	});
	return words.length ? m.audit_filter({ words: list(words) }) : '';
}

/** Who did it. The operator has the machine and no name here; who mistypes a password is not known. */
export function whoDidIt({ topic, kind, person_name }: Entry): string {
	if (topic === 'operator') return m.audit_by_operator();
	if (person_name) return person_name;
	return kind === 'sign_in_failed' ? m.audit_by_unknown() : m.organisations_record_system();
}

const lists: Record<string, () => string> = {
	call_ledger: m.audit_list_call_ledger,
	need_reports: m.audit_list_need_reports,
	needs: m.needs_tab_pool,
	need_report_map: m.needs_tab_map,
	figures: m.needs_tab_figures,
	events: m.audit_list_events,
	calls: m.audit_list_calls,
	organisations: m.audit_list_organisations,
	members: m.audit_list_members
};
const filters: Record<string, () => string> = {
	call: m.calls_column_call,
	search: m.needs_filter_search,
	field: m.needs_column_field,
	state: m.needs_column_state,
	municipality: m.needs_filter_municipality,
	sender: m.needs_filter_sender,
	group: m.needs_filter_group,
	from: m.needs_filter_from,
	to: m.needs_filter_to,
	due: m.needs_column_due,
	order: m.audit_filter_order,
	own: m.needs_tab_own
};
const listInWords = (key: string) => lists[key]?.() ?? key;
const sumOf = (detail: object) => Object.values(detail).reduce((sum, value) => sum + Number(value), 0);
