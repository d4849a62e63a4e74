import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { date, moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { ask, document, type Database } from '#lib/server/database.ts';
import { linesOf, senderOf } from '#lib/server/paper/address.ts';
import type { Block, Paper } from '#lib/server/paper/paper.ts';
import { labelOf, term } from '#lib/vocabulary/vocabulary.ts';
import { optionsOf } from './own-question.ts';
import { ownQuestion, question } from './survey-document.ts';
import { outcomeWords, wordingOf } from './survey-words.ts';
import { isOwn, outcomes, type Asked, type OwnQuestion } from './survey.ts';

/** What stands on paper, as `call_letter()` gives it. */
const callLetter = z.strictObject({
	title: z.string(),
	slug: z.string(),
	coveringText: z.string(),
	dueAt: instant,
	organisationName: z.string(),
	place: z.string().nullable(),
	postalAddress: z.string().nullable(),
	today: calendarDay,
	formVersion: z.int(),
	purpose: z.string(),
	legalBasis: z.string(),
	readers: z.string(),
	retention: z.string(),
	questions: z.array(question),
	own: z.array(ownQuestion),
	fields: z.array(term),
	responsible: z.strictObject({
		title: z.string(),
		phone: z.string().nullable(),
		name: z.string()
	})
});
export type CallLetter = z.infer<typeof callLetter>;
const letterFor = document('call_letter', callLetter);

/** @throws Refusal NOTFD for who is of neither side */
export const find = (db: Database, addresseeId: string) => letterFor(db, { p_addressee: addresseeId });

/** As whom the reader is asked. @throws Refusal NOTFD */
export const addressee = (db: Database, authorityId: string, { slug, asOrganisation }: Asked) =>
	ask(db.rpc('survey_addressee', { p_authority: authorityId, p_slug: slug, p_organisation: asOrganisation }));

type Look = { isLarge: boolean; authority: App.Authority; address: string };

/** The letter that asks for an answer, with the form behind it. @param look.address of our pages */
export function letterOf(letter: CallLetter, look: Look): Paper {
	const { authority, address } = look;
	const { name, title, phone } = letter.responsible;
	return {
		...paperOf(look),
		title: m.call_paper_subject({ title: letter.title }),
		recipient: [letter.organisationName, ...linesOf(letter.postalAddress ?? letter.place)],
		placeAndDate: date(letter.today),
		blocks: [
			{ paragraph: m.call_paper_greeting() },
			{ paragraph: letter.coveringText },
			{ paragraph: m.call_paper_due({ moment: moment(letter.dueAt) }) },
			{ heading: m.call_paper_how(), level: 2 },
			{ items: [m.call_paper_online(), m.call_paper_paper(), m.call_paper_phone({ phone: phone ?? '' })] },
			{
				code: {
					address: `${address}${href('/surveys/[slug]/reply', { slug: letter.slug })}`,
					label: m.call_paper_code()
				}
			},
			{
				paragraph: m.call_paper_closing({
					name: [name, title].filter(Boolean).join(', '),
					authority: authority.name
				})
			},
			{ newPage: true },
			...formBlocks(letter)
		]
	};
}

/** The same form as online, to be filled in with a pen. */
export function formOf(letter: CallLetter, look: Look): Paper {
	return {
		...paperOf(look),
		title: m.call_paper_form_title({ title: letter.title }),
		recipient: [],
		placeAndDate: date(letter.today),
		blocks: formBlocks(letter)
	};
}

const paperOf = ({ isLarge, authority }: Look) => ({
	language: getLocale().slice(0, 2),
	sender: senderOf(authority),
	isLarge
});

function formBlocks(letter: CallLetter): Block[] {
	return [
		{ heading: m.call_paper_form(), level: 2 },
		{
			paragraph: m.call_paper_form_for({ organisation: letter.organisationName, version: letter.formVersion })
		},
		{ paragraph: m.call_paper_form_hint() },
		...letter.fields.filter((field) => !isOwn(field)).flatMap(({ key }) => fieldBlocks(key, letter)),
		...(letter.own.length ? [{ heading: m.surveys_own_questions(), level: 3 as const }] : []),
		...letter.own.flatMap(questionBlocks),
		{ heading: m.call_paper_signature(), level: 2 },
		{ paragraph: m.call_paper_signature_hint() },
		{ lines: 2 },
		{ heading: m.calls_privacy(), level: 2 },
		{
			items: [
				`${m.calls_privacy_purpose()}: ${letter.purpose}`,
				`${m.calls_privacy_legal_basis()}: ${letter.legalBasis}`,
				`${m.calls_privacy_readers()}: ${letter.readers}`,
				`${m.calls_privacy_retention()}: ${letter.retention}`
			]
		}
	];
}

const fieldBlocks = (key: string, { fields, questions }: CallLetter): Block[] => [
	{ heading: labelOf(fields, key), level: 3 },
	{
		together: [
			{ paragraph: m.surveys_choice() },
			{ boxes: outcomes.map((outcome) => outcomeWords[outcome]()) }
		]
	},
	{ together: [{ paragraph: m.call_paper_need() }, { lines: 3 }] },
	...questions.map((question) => ({
		together: [{ paragraph: wordingOf(question).label }, { boxes: [m.surveys_unknown()] }, { lines: 2 }]
	}))
];

/** A question that the survey asks besides, with boxes or lines for a pen. */
function questionBlocks({ kind, label, hint, options, isRequired }: OwnQuestion): Block[] {
	const boxes = optionsOf({ kind, options }).map((option) => option.label);
	return [
		{ paragraph: isRequired ? label : `${label} (${m.ui_optional()})` },
		...(hint ? [{ paragraph: hint }] : []),
		...(kind === 'several' ? [{ paragraph: m.surveys_question_several_hint() }] : []),
		boxes.length ? { boxes } : { lines: kind === 'long_text' ? 4 : 1 }
	];
}
