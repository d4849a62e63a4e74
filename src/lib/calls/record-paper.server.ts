import { byWhom } from '#lib/chronicle/entry.ts';
import { entryBlocks } from '#lib/server/paper/entries.ts';
import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { senderOf } from '#lib/server/paper/address.ts';
import type { Block, Paper } from '#lib/server/paper/paper.ts';
import { labelIn } from '#lib/vocabulary/vocabulary.ts';
import { invitationFacts } from './invitation.ts';
import { cellOf } from './ledger.ts';
import { meetingInWords, sortedMeetings } from './preparation.ts';
import { chronicleOf, figuresOf, resultOf, stepEntry, type CallRecord, type Step } from './record.ts';

/** What each kind puts on paper of an answer to one field: `call-paper.server.ts` in its folder. */
const found = import.meta.glob<(form: never, answer: never) => Block[]>('../*/call-paper.server.ts', {
	eager: true,
	import: 'answerBlocks'
});
const answerBlocksOf = ({ kind }: CallRecord) => found[`../${kind}/call-paper.server.ts`]!;

/** Who was asked how and when, who answered what, word for word: the page of the record as a paper. */
export const recordPaper = (record: CallRecord, authority: App.Authority): Paper => ({
	title: m.calls_record_title({ title: record.title }),
	language: getLocale().slice(0, 2),
	sender: senderOf(authority),
	recipient: [],
	placeAndDate: m.calls_record_lead({ date: moment(record.now) }),
	isLarge: false,
	blocks: [
		{ heading: m.calls_record_figures(), level: 2 },
		{ facts: figuresOf(record) },
		resultTable(record),
		{ heading: m.calls_record_asked(), level: 2 },
		{ paragraph: record.coveringText },
		{ facts: invitationFacts(record) },
		...(record.post ? [{ paragraph: m.calls_record_post({ post: byWhom(null, record.post) }) }] : []),
		{ heading: m.calls_record_steps(), level: 2 },
		...entryBlocks(record.steps.map(stepEntry)),
		...(record.steps.length ? [] : [{ paragraph: m.calls_record_no_steps() }]),
		{ heading: m.calls_meetings(), level: 2 },
		...meetingBlocks(record.steps),
		{ heading: m.calls_record_addressees(), level: 2 },
		...record.addressees.flatMap((addressee) => addresseeBlocks(addressee, record))
	]
});

const resultTable = ({ addressees, now }: CallRecord): Block => ({
	table: {
		caption: m.calls_record_results(),
		head: [m.calls_column_addressee(), m.calls_column_result()],
		rows: addressees.map((row) => [row.organisationName, resultOf(row, now)])
	}
});

function meetingBlocks(steps: Step[]): Block[] {
	const checks = steps.filter(({ meetings }) => meetings?.length);
	if (!checks.length) return [{ paragraph: m.calls_record_no_meetings() }];
	return checks.flatMap((step): Block[] => [
		{
			table: {
				caption: m.calls_record_meetings({
					at: moment(step.at),
					until: step.closesAt ? moment(step.closesAt) : ''
				}),
				head: [m.calls_column_addressee(), m.calls_column_meeting()],
				rows: sortedMeetings(step.meetings ?? []).map((check) => [
					check.organisationName,
					meetingInWords(check).word
				])
			}
		},
		...(step.body ? [{ paragraph: m.calls_record_meetings_answer({ body: step.body }) }] : [])
	]);
}

function addresseeBlocks(addressee: CallRecord['addressees'][number], record: CallRecord): Block[] {
	return [
		{ heading: addressee.organisationName, level: 3 },
		{ paragraph: resultOf(addressee, record.now) },
		...record.fields.flatMap((field): Block[] => {
			const answer = addressee.answers[field.key];
			if (!answer) return [];
			const { word } = cellOf(addressee, field.key, record);
			return [
				{ facts: [{ term: labelIn(field), value: word }] },
				...answerBlocksOf(record)(record.form as never, answer as never)
			];
		}),
		...entryBlocks(chronicleOf({ ...addressee, call: record, addressee, fields: record.fields, steps: [] }))
	];
}
