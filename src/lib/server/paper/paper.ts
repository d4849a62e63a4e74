/** One part of a paper. Texts are plain: what people typed stays text in Word and PDF. */
export type Block =
	| { heading: string; level: 2 | 3 }
	| { paragraph: string }
	| { items: string[] }
	/** Terms and their values. */
	| { facts: { term: string; value: string }[] }
	/** Somebody's own words, set apart. */
	| { quote: string }
	/** What is not torn apart by a page's end, e.g. a question and its answers. */
	| { together: Block[] }
	/** Boxes to tick with a pen. */
	| { boxes: string[] }
	/** Empty lines to write on. */
	| { lines: number }
	| { table: { caption: string; head: string[]; rows: string[][] } }
	/** An address to scan, with the words that say where it leads. */
	| { code: { address: string; label: string } }
	| { newPage: true };

/** A letter, a form or a record that leaves the house on paper: rendered as Word and as tagged PDF. */
export interface Paper {
	title: string;
	/** Language of the texts, e.g. `de`. */
	language: string;
	sender: string[];
	recipient: string[];
	placeAndDate: string;
	blocks: Block[];
	/** Large print: 18 pt instead of 12. */
	isLarge: boolean;
}

/** Point sizes of running text. */
export const sizeOf = ({ isLarge }: Pick<Paper, 'isLarge'>) => (isLarge ? 18 : 12);

/** A term before its value: a question has its mark already. */
export const beforeValue = (term: string) => (term.endsWith('?') ? term : `${term}:`);

/** Characters that no document may hold (XML 1.0) are left out. */
export const printable = (text: string) =>
	text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
