import { expect, test } from 'vitest';
import { calendarIn } from '#lib/meetings/calendar-file.server.ts';
import type { ReadableFile } from '#lib/meetings/calendar-file.ts';
import { calendarText } from '#lib/meetings/calendar-text.server.ts';
import { windowEntries } from './window-calendar.ts';
import type { RoundWindow } from './window.ts';

const round: RoundWindow = {
	id: '1',
	title: 'Teilplan Altenhilfe',
	slug: 'teilplan',
	opensAt: '2027-03-01T08:00:00Z',
	closesAt: '2027-04-30T21:59:00Z',
	prolongations: 1,
	addressees: [
		{ id: 'a', name: 'Stadt Thale', dueAt: '2027-05-10T21:59:00Z', isAnswered: false, extensions: 1 }
	]
};
const text = (given: RoundWindow) =>
	calendarText(given.title, windowEntries(given), {
		origin: 'https://harz.example',
		cancelled: (title) => `Beantwortet: ${title}`
	});

test('who is asked has the begin and the own end in the calendar, under the name of the feed', () => {
	const file = calendarIn({ text: text(round), now: new Date('2026-12-01') }) as ReadableFile;
	expect(file.meetings.map(({ title, startsAt, uid, sequence }) => [title, startsAt, uid, sequence])).toEqual(
		[
			['Beginn: Teilplan Altenhilfe', '2027-03-01T08:00:00.000Z', 'round-1-begin@augenhoehe', 0],
			['Teilplan Altenhilfe – Stadt Thale', '2027-05-10T21:29:00.000Z', 'call-a@augenhoehe', 2]
		]
	);
	expect(text(round)).toContain('https://harz.example/beteiligung/teilplan/raum');
});

test('who plans has the end for all', () => {
	const file = calendarIn({
		text: text({ ...round, addressees: [] }),
		now: new Date('2026-12-01')
	}) as ReadableFile;
	expect(file.meetings[1]).toMatchObject({
		title: 'Teilplan Altenhilfe',
		startsAt: '2027-04-30T21:29:00.000Z'
	});
});

test('what is answered is taken out of the calendar again', () => {
	const [addressee] = round.addressees;
	const answered = text({ ...round, addressees: [{ ...addressee!, isAnswered: true }] });
	expect(answered).toContain('STATUS:CANCELLED');
	expect(answered).toContain('Beantwortet: Teilplan');
});
