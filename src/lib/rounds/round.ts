import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { callKindDocument, PointKind, SectionName, Statement } from './call-kind-document.ts';

type Form = z.infer<(typeof callKindDocument)['form']>;
export type Reading = Form['reading'];

export const readings: Record<Reading, () => string> = {
	own: m.rounds_reading_own,
	after_closing: m.rounds_reading_after_closing,
	among: m.rounds_reading_among
};

export const documentInWords = ({
	title,
	number,
	isFrozen
}: Pick<NonNullable<Form['document']>, 'title' | 'number' | 'isFrozen'>) =>
	(isFrozen ? m.rounds_document_said : m.rounds_document_in_work)({ title, number });

export const kindWords: Record<PointKind, () => string> = {
	suggestion: m.rounds_kind_suggestion,
	note: m.rounds_kind_note,
	concern: m.rounds_kind_concern,
	objection: m.rounds_kind_objection,
	question: m.rounds_kind_question,
	support: m.rounds_kind_support
};

/** What each kind is for, where one chooses. */
export const kindHints: Record<PointKind, () => string> = {
	suggestion: m.rounds_kind_suggestion_hint,
	note: m.rounds_kind_note_hint,
	concern: m.rounds_kind_concern_hint,
	objection: m.rounds_kind_objection_hint,
	question: m.rounds_kind_question_hint,
	support: m.rounds_kind_support_hint
};

/** "6.2 Mobilität" */
export const sectionInWords = ({ number, heading }: Pick<SectionName, 'number' | 'heading'>) =>
	[number, heading].filter(Boolean).join(' ');

type Point = Statement['points'][number];

export const headingOf = ({ place, kind, section }: Point) =>
	section
		? m.rounds_point_at({ number: place, kind: kindWords[kind](), section: sectionInWords(section) })
		: m.rounds_point({ number: place, kind: kindWords[kind]() });

/** A point with its heading and words, for files. */
export const pointInWords = (point: Point) => [headingOf(point), point.body].filter(Boolean).join('\n');

export const roundForm = z.object({
	version_id: z.uuid('rounds_error_document'),
	is_public: z.enum(['ja', 'nein']).default('nein'),
	reading: z.enum(['own', 'after_closing', 'among'], 'rounds_error_reading')
});

export type RoundForm = Form;

/** The legal bases by the ids of the organisations that were asked for. */
export const dutiesForm = (sent: FormData) =>
	z.object(
		Object.fromEntries(
			[...sent.keys()]
				.filter((key) => z.uuid().safeParse(key).success)
				.map((key) => [key, z.string().trim().max(300, 'calls_error_long')])
		)
	);
