import type { z } from 'zod';
import type { CallKind } from '#lib/calls/kind.ts';
import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { callKindDocument, Statement } from './call-kind-document.ts';
import { entryPath, roomPath, searchPath, statementsPath } from './room-paths.ts';
import { documentInWords, pointInWords } from './round.ts';

const roomOf = (slug: string) => roomPath({ slug });

/** What a comment round adds to the pages that all kinds of calls have. */
export const callKind: CallKind = {
	area: m.rounds_title,
	replyTo: roomOf,
	releaseOf: roomOf,
	parts: {
		document: {
			name: m.rounds_part_document,
			href: (slug) => href('/rounds/[slug]/preparation/document', { slug }),
			said: ({ form }: { form: Form }) => (form.document ? documentInWords(form.document) : '')
		},
		duties: {
			name: m.rounds_part_duties,
			href: (slug) => href('/rounds/[slug]/preparation/duties', { slug }),
			said: ({ legalBases }) => m.rounds_duties_said({ count: Object.keys(legalBases).length })
		}
	},
	entryFor: entryPath,
	letterFor: ({ slug, addressee }) => `${roomOf(slug)}/${addressee}`,
	fieldOf: ({ slug }) => statementsPath(slug),
	searchOf: (slug) => searchPath(slug),
	answerColumns: () => [
		{
			label: m.rounds_column_statement(),
			width: 80,
			value: (statements: Statement[]) =>
				statements.flatMap(({ points }) => points.map(pointInWords)).join('\n\n')
		}
	],
	cell: (outcome, count) => cells[outcome as Kind]({ count }),
	shortCell: (outcome, count) => (outcome === 'joint' ? String(count) : shortCells[outcome as Other]()),
	shortCells: () => [
		m.rounds_short_points(),
		`${m.rounds_short_no_objections()} ${m.rounds_cell_no_objections()}`,
		`${m.rounds_short_individual()} ${m.rounds_cell_individual()}`
	],
	afterClosing: (slug) => ({
		href: statementsPath(slug),
		text: m.rounds_next_read()
	}),
	counted: m.rounds_counted,
	returned: ({ kind, personName, points }: z.infer<Contract['said']>) =>
		returnedWords[kind]({ count: points, person: personName ?? '' }),
	obstacle: () => ({ title: '', items: [] }),
	facts: ({ legalBasis }: z.infer<Contract['own']>) => [{ term: m.rounds_legal_basis(), value: legalBasis }],
	more: () => ({ title: '', items: [] }),
	least: m.rounds_mail_least,
	duties: {},
	tasks: {
		round_read: { href: roomOf, title: m.rounds_task, why: m.rounds_task_why }
	}
};

type Contract = typeof callKindDocument;
type Form = z.infer<Contract['form']>;
type Kind = Statement['kind'];
type Other = Exclude<Kind, 'joint'>;

const cells: Record<Kind, (inputs: { count: number }) => string> = {
	joint: m.rounds_cell_joint,
	no_objections: m.rounds_cell_no_objections,
	individual: m.rounds_cell_individual
};
const shortCells: Record<Other, () => string> = {
	no_objections: m.rounds_short_no_objections,
	individual: m.rounds_short_individual
};
const returnedWords: Record<Kind, (inputs: { count: number; person: string }) => string> = {
	joint: m.rounds_returned_joint,
	no_objections: m.rounds_returned_no_objections,
	individual: m.rounds_returned_individual
};
