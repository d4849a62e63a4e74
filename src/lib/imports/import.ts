import { href } from '#lib/i18n/addresses.ts';

/** What can be read in: reports by planners, members by administrators. */
export type ImportKind = 'need_reports' | 'members';

/** One import as `import(p_id)` gives it. */
export interface Import {
	id: string;
	kind: ImportKind;
	fileName: string;
	uploadedAt: string;
	uploadedBy: string | null;
	/** Only who uploaded it takes it over. */
	isMine: boolean;
	requestedAt: string | null;
	committedAt: string | null;
	/** Why nothing was taken over; a message key. */
	failure: string | null;
	/** Rows taken over so far. */
	done: number;
	rows: number;
	/** Rows with a problem, and rows that only look odd. */
	wrong: number;
	odd: number;
	organisations: number;
	problemCount: number;
	/** The first 200 problems and 50 oddities. */
	problems: Problem[];
	warnings: Problem[];
	first: ImportRow[];
}

/** What is wrong with one cell. */
export interface Problem {
	number: number;
	field: string;
	problem: string;
	value: string | string[] | null;
}

export interface ImportRow {
	number: number;
	answers: Record<string, string | string[]>;
	organisationName: string | null;
	result: string | null;
}

/** A row of the list of imports. */
export interface ImportEntry {
	id: string;
	file_name: string;
	uploaded_at: string;
	uploaded_by_name: string | null;
	is_mine: boolean;
	row_count: number;
	/** Rows that cannot be taken over. */
	wrong_count: number;
	requested_at: string | null;
	committed_at: string | null;
	failure: string | null;
}

export type Step = 'wrong' | 'ready' | 'running' | 'failed' | 'done';

/** How far an import has come. */
export function stepOf({ committedAt, failure, requestedAt, wrong }: Import): Step {
	if (committedAt) return 'done';
	if (failure) return 'failed';
	if (requestedAt) return 'running';
	return wrong ? 'wrong' : 'ready';
}

const folders = { members: '/administration/import', need_reports: '/needs/import' } as const;

/** Where the imports of a kind are. */
export const pathOf = (kind: ImportKind) => href(folders[kind]);
/** One of them. */
export const pageOf = ({ kind, id }: { kind: ImportKind; id: string }) =>
	href(`${folders[kind]}/[import=uuid]`, { import: id });
export const templateOf = (kind: ImportKind, format: 'csv' | 'xlsx') =>
	href(`${folders[kind]}/template.[format=format]`, { format });
