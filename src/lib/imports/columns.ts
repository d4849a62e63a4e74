import type { ImportKind } from './import.ts';

/** What a select says for "nicht übernehmen". */
export const leftOut = '-';
/** The select of the n-th column. */
export const fieldOf = (n: number) => `column_${n}`;

/** The page on which somebody says what the columns of a file mean. */
export interface ColumnsView {
	id: string;
	kind: ImportKind;
	fileName: string;
	fields: { key: string; isRequired: boolean }[];
	/** `value`: what it means as far as anybody knows; blank where nobody does. */
	columns: { name: string; heading: string; examples: string[]; value: string }[];
}
