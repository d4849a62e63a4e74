import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { labelIn, type Term } from '#lib/vocabulary/vocabulary.ts';
import type { CallHead } from './call.ts';

/** What an addressee is told besides the covering text. */
export type Invitation = CallHead & {
	fields: Term[];
	purpose: string;
	legalBasis: string;
	readers: string;
	retention: string;
};

/** The window, the fields and the privacy sheet, as terms and their values. */
export const invitationFacts = (call: Invitation) => [
	{
		term: m.calls_column_window(),
		value: m.calls_window({ from: moment(call.opensAt), until: moment(call.closesAt) })
	},
	{ term: m.calls_part_fields(), value: call.fields.map(labelIn).join(', ') },
	{ term: m.calls_field_purpose(), value: call.purpose },
	{ term: m.calls_field_legal_basis(), value: call.legalBasis },
	{ term: m.calls_field_readers(), value: call.readers },
	{ term: m.calls_field_retention(), value: call.retention }
];
