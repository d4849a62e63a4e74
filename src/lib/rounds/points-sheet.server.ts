import { channelInWords } from '#lib/channels/source.ts';
import { date, moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Sheet } from '#lib/server/export/sheet.ts';
import { plainOf } from '#lib/text/plain.ts';
import { kindWords, sectionInWords } from './round.ts';
import type { RoundExport, SubmittedPoint } from './statement-document.ts';
import { statementInWords } from './statement-words.ts';

/** Every point of a round, one below the other in the order of the text. */
export const pointsSheet = (
	{ call, document, points }: RoundExport,
	authority: string
): Sheet<SubmittedPoint> => ({
	name: m.rounds_column_points(),
	columns: [
		{
			label: m.rounds_column_section(),
			width: 34,
			value: ({ section }) => (section ? sectionInWords(section) : m.rounds_whole())
		},
		{ label: m.rounds_column_organisation(), width: 34, value: ({ organisationName }) => organisationName },
		{
			label: m.rounds_statement(),
			width: 28,
			value: ({ statementKind, personName }) => statementInWords({ kind: statementKind, personName })
		},
		{ label: m.rounds_column_number(), width: 8, kind: 'number', value: ({ place }) => place },
		{ label: m.rounds_field_kind(), width: 16, value: ({ kind }) => kindWords[kind]() },
		{ label: m.rounds_column_quote(), width: 50, value: ({ quote }) => quote },
		{ label: m.rounds_field_body(), width: 80, value: ({ body }) => body },
		{
			label: m.rounds_proposal(),
			width: 80,
			value: ({ proposal }) => (proposal ? plainOf(proposal) : null)
		},
		{ label: m.rounds_column_at(), width: 24, value: ({ submittedAt }) => moment(submittedAt) },
		{ label: m.rounds_column_channel(), width: 16, value: ({ channel }) => channelInWords(channel) },
		{
			label: m.calls_column_state(),
			width: 12,
			value: ({ isLate }) => (isLate ? m.rounds_late() : m.rounds_in_time())
		}
	],
	rows: points,
	notes: [
		m.ui_source({ source: authority }),
		m.needs_export_as_of({ date: date(new Date()) }),
		`${call.title}: ${document.title}`
	]
});
