import type { z } from 'zod';
import { pageOf, type CallKind } from '#lib/calls/kind.ts';
import { channelInWords } from '#lib/channels/source.ts';
import { href } from '#lib/i18n/addresses.ts';
import { list } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import { labelIn, labelOf, type Term } from '#lib/vocabulary/vocabulary.ts';
import type { callKindDocument } from './call-kind-document.ts';
import { answerColumns } from './answer-words.ts';
import { guestSays } from './guest-form.ts';
import { entryFor, needAnchor } from './entry.ts';
import { isOwn, replyPath, searchOf, type Form, type Outcome } from './survey.ts';

const replyTo = (slug: string, asOrganisation?: string) => replyPath({ slug, asOrganisation });
const questionsOf = (slug: string) => href('/surveys/[slug]/preparation/questions', { slug });
const releaseOf = (slug: string, asOrganisation?: string) => replyPath({ slug, asOrganisation }, 'check');

/** What a survey adds to the pages that all kinds of calls have. */
export const callKind: CallKind = {
	area: m.calls_area,
	replyTo,
	releaseOf,
	parts: {
		fields: {
			name: m.calls_part_fields,
			href: (slug) => href('/surveys/[slug]/preparation/fields', { slug }),
			said: ({ fields }) =>
				fields
					.filter((field) => !isOwn(field))
					.map(labelIn)
					.join(', ')
		},
		questions: {
			name: m.calls_part_questions,
			href: questionsOf,
			said: ({ form }: { form: Form }) => m.surveys_questions_count({ count: form.own.length })
		}
	},
	entryFor,
	letterFor: (of) => href('/surveys/[slug]/letter/[addressee=uuid].[paper=paper]', of),
	fieldOf: (of) => href('/surveys/[slug]/response/fields/[number]', of),
	searchOf: (slug) => searchOf(slug),
	answerColumns: (form: Form) => answerColumns(form),
	cell: (outcome, count) => cells[outcome as Outcome]({ count }),
	shortCell: (outcome, count) => (outcome === 'needs' ? String(count) : shortCells[outcome as Outcome]()),
	shortCells: () => [
		m.surveys_short_count(),
		`${m.surveys_short_nil()} ${m.calls_cell_nil()}`,
		`${m.surveys_short_not_competent()} ${m.calls_cell_not_competent()}`,
		`${m.surveys_short_answered()} ${m.surveys_outcome_answered()}`
	],
	afterClosing: (slug) => ({
		href: pageOf({ kind: 'surveys', slug }, '/publication'),
		text: m.calls_next_publish()
	}),
	counted: m.calls_figure_reports,
	returned,
	obstacle: (found: Unanswered[], slug) => ({
		title: m.calls_obstacle_unanswered({ count: found.length }),
		items: found.map(({ number, addressee, field, title, organisationName }) =>
			number
				? {
						href: href('/needs/[number]/answer', { number }),
						title,
						note: `${number}, ${organisationName}`
					}
				: {
						href: `${entryFor({ slug, addressee: addressee ?? '' })}#${needAnchor(field)}`,
						title,
						note: `${m.surveys_entry_unreported()}, ${organisationName}`
					}
		)
	}),
	facts: () => [],
	more: ({ reported, transcriptions }: Reports, fields) => ({
		title: m.calls_reported(),
		items: [
			...reported.map((report) => ({
				href: href('/needs/[number]', { number: report.number }),
				title: report.title,
				note: aboutReport(report, fields)
			})),
			...transcriptions.map(({ id, title, field }) => ({
				href: pathOf(id, 'topic'),
				title: title || labelOf(fields, field),
				note: m.calls_transcription()
			}))
		]
	}),
	least: m.call_mail_nil,
	duties: {
		answer: {
			name: m.guest_link_answer,
			hint: m.guest_link_answer_hint,
			lead: m.guest_answer_lead,
			next: m.guest_answer_next,
			read: guestSays,
			isSaid: ({ fields }: Contracted['asked']) => !fields.length
		}
	},
	tasks: {
		survey_answer: { href: replyTo, title: m.start_survey_answer, why: m.start_survey_answer_why },
		survey_await: {
			href: replyTo,
			title: m.start_await_release,
			why: m.start_survey_await_why,
			isDated: false,
			isOthers: true
		},
		survey_release: {
			href: releaseOf,
			title: m.start_survey_release,
			why: m.start_survey_release_why
		}
	}
};

const cells: Record<Outcome, (inputs: { count: number }) => string> = {
	nil_return: m.calls_cell_nil,
	needs: m.calls_cell_needs,
	not_competent: m.calls_cell_not_competent,
	answered: m.surveys_outcome_answered
};
const shortCells = {
	nil_return: m.surveys_short_nil,
	needs: m.surveys_short_count,
	not_competent: m.surveys_short_not_competent,
	answered: m.surveys_short_answered
} satisfies Record<Outcome, () => string>;
const returnedWords: Record<Outcome, () => string> = {
	nil_return: m.calls_cell_nil,
	needs: m.calls_returned_needs,
	not_competent: m.calls_cell_not_competent,
	answered: m.surveys_outcome_answered
};

type Contract = typeof callKindDocument;
type Contracted = { asked: z.infer<Contract['asked']> };
type Unanswered = z.infer<Contract['obstacle']>;
type Reports = z.infer<Contract['own']>;

const aboutReport = (
	{ number, field, channel, isTranscription, isAnswered }: Reports['reported'][number],
	fields: Term[]
) =>
	[
		number,
		labelOf(fields, field),
		isTranscription && channelInWords(channel),
		isAnswered ? m.calls_report_answered() : m.calls_report_open()
	]
		.filter(Boolean)
		.join(', ');

/** "Pflege und Mobilität: Fehlanzeige; Jugend: Bedarf, Korrektur" */
function returned(said: z.infer<Contract['said']>, fields: Term[]): string {
	const alike = Map.groupBy(said, ({ outcome, isCorrection }) => `${outcome} ${isCorrection}`);
	return [...alike.values()]
		.map((group) => {
			const [{ outcome, isCorrection }] = group as [(typeof said)[number]];
			const names = new Set(group.map(({ field }) => field));
			const field = list(fields.filter(({ key }) => names.has(key)).map(labelIn));
			const words = m.calls_returned({ field, outcome: returnedWords[outcome]() });
			return isCorrection ? `${words}, ${m.calls_correction()}` : words;
		})
		.join('; ');
}
