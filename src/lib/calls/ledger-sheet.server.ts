import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Sheet } from '#lib/server/export/sheet.ts';
import { columnsOf, headlineOf, leadOf, shownOf, type Addressee, type Ledger } from './ledger.ts';

/** The coverage matrix as the page shows it, all addressees or those who have not answered. */
export const ledgerSheet = (ledger: Ledger, isOpenOnly: boolean, authority: string): Sheet<Addressee> => ({
	name: m.calls_column_response(),
	columns: [
		{ label: m.calls_column_addressee(), width: 34, value: ({ organisationName }) => organisationName },
		...columnsOf(ledger).map(({ label, of }) => ({
			label,
			width: 24,
			value: (addressee: Addressee) => of(addressee).word
		}))
	],
	rows: shownOf(ledger, isOpenOnly),
	notes: [
		m.ui_source({ source: authority }),
		m.needs_export_as_of({ date: date(new Date()) }),
		`${ledger.title}: ${headlineOf(ledger)}`,
		...leadOf(ledger),
		...(isOpenOnly ? [m.calls_open_only()] : [])
	]
});
