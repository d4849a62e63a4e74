/** Columns of text, as wide as they need to be; the last one runs on. */
export function table(head: string[], rows: string[][]): string {
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
	const line = (row: string[]) =>
		row
			.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]! + 2)))
			.join('')
			.trimEnd();
	const rule = widths.map((width) => '─'.repeat(Math.min(width, 60)));
	return [head, rule, ...rows].map(line).join('\n');
}
