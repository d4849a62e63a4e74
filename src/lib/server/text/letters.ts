/** How letters are set, as far as the text model knows it. */
export interface Letters {
	strong?: boolean;
	emphasis?: boolean;
	strike?: boolean;
	underline?: boolean;
	raised?: 'superscript' | 'subscript' | 'none';
	isHidden?: boolean;
	isCode?: boolean;
	language?: string;
	font?: string;
	/** In half points. */
	size?: number;
	highlight?: string;
}

/** What a paragraph's style says of it. */
export interface ParagraphStyle {
	names: string[];
	/** 1 is a chapter; 0 says outright that it is none. */
	level?: number;
	list?: { id?: string; level?: number };
	indent?: number;
	letters: Letters;
}

const units: Record<string, number> = { pt: 20, pc: 240, in: 1440, cm: 567, mm: 56.7 };

/** A length in twentieths of a point; the strict form of the format writes units. */
export function lengthOf(written: string): number {
	const [, number = '0', unit] = /^(-?[\d.]+)\s*([a-z]+)?$/.exec(written) ?? [];
	return Math.round(Number(number) * (unit ? (units[unit] ?? 1) : 1)) || 0;
}

/** Bold, italics and strike of a paragraph's and a run's style cancel each other; what is set outright counts alone. */
export function together(paragraph: Letters, run: Letters, direct: Letters): Letters {
	const all = { ...paragraph, ...run, ...direct };
	for (const name of ['strong', 'emphasis', 'strike', 'isHidden'] as const)
		all[name] = direct[name] ?? Boolean(paragraph[name]) !== Boolean(run[name]);
	return all;
}
