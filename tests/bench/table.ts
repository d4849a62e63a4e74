export const amount = (value: number, digits = 1) => value.toFixed(digits);

export const range = (values: number[]) =>
	`${amount(Math.min(...values), 2)}–${amount(Math.max(...values), 2)}`;

/** Says the aim, and whether it is met. */
export const verdict = (value: number, most: number) =>
	`≤ ${most.toLocaleString('en')}: ${value <= most ? 'met' : '**not met**'}`;

/** A Markdown table: the first column words, the others figures. */
export const table = (heads: string[], rows: string[][]) =>
	[heads, heads.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
