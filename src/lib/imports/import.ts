import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { instant } from '#lib/i18n/times.ts';

/** What can be read in: reports by planners, members by administrators. */
export const importKind = z.enum(['need_reports', 'members']);
export type ImportKind = z.infer<typeof importKind>;

/** What is wrong with one cell. */
export const problem = z.strictObject({
	number: z.int(),
	field: z.string(),
	problem: z.string(),
	value: z.union([z.string(), z.array(z.string())]).nullable()
});
export type Problem = z.infer<typeof problem>;

/** What of the file is in no row, or looks odd; without a number it is about the file. */
const remark = problem.extend({ number: z.int().nullable() });
export type Remark = z.infer<typeof remark>;

/** What was understood of a row, by field. */
const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Answers = z.infer<typeof answers>;

const importRow = z.strictObject({
	number: z.int(),
	answers,
	organisationName: z.string().nullable()
});
export type ImportRow = z.infer<typeof importRow>;

/** One import as `import(p_id)` gives it. */
export const importDocument = z.strictObject({
	id: z.string(),
	kind: importKind,
	fileName: z.string(),
	uploadedAt: instant,
	uploadedBy: z.string().nullable(),
	/** Only who uploaded it takes it over. */
	isMine: z.boolean(),
	/** Whether somebody, or the template, said what its columns mean. */
	isMapped: z.boolean(),
	/** Whether its person may still say so. */
	mayMap: z.boolean(),
	/** When all of it was checked. */
	readAt: instant.nullable(),
	/** Of one's own import of reports, for an hour: until when it can be taken back, or why it cannot. */
	takeBack: z
		.strictObject({
			until: instant,
			why: z.enum(['late', 'read', 'followed', 'left', 'survey', 'members']).nullable()
		})
		.nullable(),
	requestedAt: instant.nullable(),
	committedAt: instant.nullable(),
	/** Why nothing was taken over; a message key. */
	failure: z.string().nullable(),
	/** Its person wished to stop it, and the job has not seen that yet. */
	isCancelling: z.boolean(),
	remarks: z.array(remark),
	/** Rows checked, later taken over, so far. */
	done: z.int(),
	rows: z.int(),
	/** Rows with a problem, and rows that only look odd. */
	wrong: z.int(),
	odd: z.int(),
	organisations: z.int(),
	problemCount: z.int(),
	/** The first 200 problems and 50 oddities. */
	problems: z.array(problem),
	warnings: z.array(problem),
	first: z.array(importRow)
});
export type Import = z.infer<typeof importDocument>;

/** The headings of an import as `import_columns(p_id)` gives them. */
export const importColumns = z.strictObject({
	id: z.string(),
	kind: importKind,
	fileName: z.string(),
	/** What was said of this file's columns, and of such headings before: a field, null for none. */
	chosen: z.array(z.string().nullable()).nullable(),
	known: z.record(z.string(), z.string().nullable()),
	headings: z.array(z.strictObject({ heading: z.string(), examples: z.array(z.string()) }))
});
export type ImportColumns = z.infer<typeof importColumns>;

/** A row of the list of imports. */
export const importEntry = z.strictObject({
	id: z.string(),
	file_name: z.string(),
	uploaded_at: instant,
	uploaded_by_name: z.string().nullable(),
	row_count: z.int(),
	/** Rows that cannot be taken over. */
	wrong_count: z.int(),
	is_mapped: z.boolean(),
	read_at: instant.nullable(),
	requested_at: instant.nullable(),
	committed_at: instant.nullable(),
	failure: z.string().nullable()
});
export type ImportEntry = z.infer<typeof importEntry>;

export type Step = 'columns' | 'checking' | 'unread' | 'wrong' | 'ready' | 'running' | 'failed' | 'done';

type Standing = Pick<Import, 'isMapped' | 'readAt' | 'requestedAt' | 'committedAt' | 'failure' | 'wrong'>;

/** How far an import has come. */
export function stepOf(of: Standing): Step {
	if (of.committedAt) return 'done';
	if (of.failure) return of.readAt ? 'failed' : 'unread';
	if (of.requestedAt) return 'running';
	if (!of.isMapped) return 'columns';
	if (!of.readAt) return 'checking';
	return of.wrong ? 'wrong' : 'ready';
}

const folders = { members: '/administration/import', need_reports: '/needs/import' } as const;

/** Where the imports of a kind are. */
export const pathOf = (kind: ImportKind) => href(folders[kind]);
/** One of them. */
export const pageOf = ({ kind, id }: { kind: ImportKind; id: string }) =>
	href(`${folders[kind]}/[import=uuid]`, { import: id });
/** Where its columns are said. */
export const columnsPageOf = ({ kind, id }: { kind: ImportKind; id: string }) =>
	href(`${folders[kind]}/[import=uuid]/columns`, { import: id });
export const templateOf = (kind: ImportKind, format: 'csv' | 'xlsx') =>
	href(`${folders[kind]}/template.[format=format]`, { format });
