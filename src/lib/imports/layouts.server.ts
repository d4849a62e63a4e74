import type { ImportColumn } from '#lib/server/import/columns.ts';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import type { Answers, ImportKind } from './import.ts';
import { isExampleMember, memberColumns, ourMemberWords, readMember } from './member-rows.server.ts';
import { isExampleReport, ourReportWords, reportColumns, reportReader } from './report-rows.server.ts';

type Texts = Record<string, string>;

/** What the words of a file may mean. */
export type Words = { vocabulary: Vocabulary; places: { ags: string; name: string }[] };

/** How a kind of file is laid out and read. */
interface Layout {
	columns: readonly ImportColumn[];
	/** Headings that our own lists have and that are not taken over. */
	ours: readonly string[];
	/** Is this the row that our template has under its headings? */
	isExample: (texts: Texts) => boolean;
	/** What turns the texts of a row into the form's own. */
	reader: (words: Words) => (texts: Texts) => Answers;
}

export const layouts: Record<ImportKind, Layout> = {
	need_reports: {
		columns: reportColumns,
		ours: ourReportWords,
		isExample: isExampleReport,
		reader: ({ vocabulary, places }) => reportReader(vocabulary, places)
	},
	members: {
		columns: memberColumns,
		ours: ourMemberWords,
		isExample: isExampleMember,
		reader: () => readMember
	}
};
