import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Column, Sheet } from '#lib/server/export/sheet.ts';
import { labelIn, type Term } from '#lib/vocabulary/vocabulary.ts';
import { kindOf } from './kind.ts';
import {
	cellOf,
	columnsOf,
	headlineOf,
	leadOf,
	shownOf,
	standingColumnsOf,
	type Addressee,
	type Ledger,
	type LedgerColumn
} from './ledger.ts';
import type { CallAnswers } from './record.ts';

/** The coverage matrix as the page shows it, all addressees or those who have not answered. */
export const ledgerSheet = (ledger: Ledger, isOpenOnly: boolean, authority: string): Sheet<Addressee> => ({
	name: m.calls_column_response(),
	columns: addresseeColumns(columnsOf(ledger)),
	rows: shownOf(ledger, isOpenOnly),
	notes: notesOf(ledger, isOpenOnly, authority)
});

/** What one addressee said of one field, if anything. */
interface Said {
	addressee: Addressee;
	field: Term;
	answer?: unknown;
}

/** The same with a row for each addressee and field, and what was said word for word; what nobody has answered is a row too. */
export const answersSheet = (
	ledger: Ledger,
	{ form, answers }: CallAnswers,
	isOpenOnly: boolean,
	authority: string
): Sheet<Said> => ({
	name: m.calls_sheet_answers(),
	columns: [
		...addresseeColumns(standingColumnsOf(ledger)).map((column) => ({
			...column,
			value: ({ addressee }: Said) => column.value(addressee)
		})),
		{ label: m.calls_column_field(), width: 24, value: ({ field }) => labelIn(field) },
		{
			label: m.calls_column_result(),
			width: 24,
			value: ({ addressee, field }) => cellOf(addressee, field.key, ledger).word
		},
		...kindOf(ledger)
			.answerColumns(form as never)
			.map(({ value, ...column }) => ({
				...column,
				value: ({ answer }: Said) => (answer ? value(answer as never) : null)
			}))
	],
	rows: shownOf(ledger, isOpenOnly).flatMap((addressee) =>
		ledger.fields.map((field) => ({ addressee, field, answer: answers[addressee.id]?.[field.key] }))
	),
	notes: notesOf(ledger, isOpenOnly, authority)
});

const addresseeColumns = (columns: LedgerColumn[]): Column<Addressee>[] => [
	{ label: m.calls_column_addressee(), width: 34, value: ({ organisationName }) => organisationName },
	...columns.map(({ label, of }) => ({
		label,
		width: 24,
		value: (addressee: Addressee) => of(addressee).word
	}))
];

const notesOf = (ledger: Ledger, isOpenOnly: boolean, authority: string) => [
	m.ui_source({ source: authority }),
	m.needs_export_as_of({ date: date(new Date()) }),
	`${ledger.title}: ${headlineOf(ledger)}`,
	...leadOf(ledger),
	...(isOpenOnly ? [m.calls_open_only()] : [])
];
