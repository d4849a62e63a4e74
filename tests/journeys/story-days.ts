import type { Locator } from '@playwright/test';

/* A story of weeks, told in its own days: whatever day it is run, its first one is "Tag 0". */

const length = 86_400_000;
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
const months = Array.from({ length: 12 }, (_, month) =>
	new Intl.DateTimeFormat('de-DE', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month))
);
const written = /(?:\p{L}+tag, |Mittwoch, )?(\d{1,2})\. (\p{L}+) (\d{4})|(\d\d)\.(\d\d)\.(\d{4})/gu;

export class StoryDays {
	/** The day of the story that is today. */
	today = 0;

	/** A day of the story as forms send it. */
	iso(day: number): string {
		return new Date(Date.parse(berlin.format(Date.now())) + (day - this.today) * length)
			.toISOString()
			.slice(0, 10);
	}

	/** The words of a page with days of the story in place of dates, and without the minute in which something was pressed. */
	told(text: string): string {
		const dayOf = (year: number, month: number, day: number) =>
			`Tag ${(Date.UTC(year, month, day) - Date.parse(this.iso(0))) / length}`;
		return text
			.replace(written, (_, day, month, year, shortDay, shortMonth, shortYear) =>
				day ? dayOf(+year, months.indexOf(month), +day) : dayOf(+shortYear, +shortMonth - 1, +shortDay)
			)
			.replace(/, (?!23:59)\d\d:\d\d Uhr/g, '')
			.replace(/\s+/g, ' ')
			.trim();
	}

	/** Everything that parts of a page say, e.g. the paragraphs of a section. */
	async lines(parts: Locator): Promise<string[]> {
		return (await parts.allTextContents()).map((text) => this.told(text));
	}

	/** A table with its head, a line for each row. */
	async table(table: Locator): Promise<string[]> {
		const rows = await table
			.locator('tr')
			.evaluateAll((rows) =>
				(rows as HTMLTableRowElement[]).map((row) => [...row.cells].map((cell) => cell.textContent ?? ''))
			);
		return rows.map((cells) => cells.map((cell) => this.told(cell)).join(' | '));
	}
}
