import type { Block, Note, Run, Section, Text } from '#lib/text/block.ts';
import type { ReadDocument } from '#lib/server/text/document.ts';
import { bookmarkOf, type WrittenComment, type WrittenDocument } from '#lib/server/text/write-docx.ts';
import { png } from './office-files.ts';

/* A made-up social plan with everything the text model holds, for journeys through files. */

const p = (...runs: (string | Run)[]): Block => ({
	kind: 'paragraph',
	runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run))
});
const item = (words: string, ...blocks: Block[]) => ({ blocks: [p(words), ...blocks] });
const cell = (words: string, reach: object = {}) => ({ blocks: [p(words)], ...reach });

/** One section with everything; `n` tells it from the others. */
function everything(n: number): Text {
	return {
		blocks: [
			p(
				`Im Landkreis fehlen ${n} Plätze, `,
				{ text: 'vor allem', marks: ['strong'] },
				' im ',
				{ text: 'Norden', marks: ['emphasis', 'underline'] },
				{ note: 'f' },
				'.',
				{ break: true },
				'Mehr steht beim ',
				{ text: 'Amt', href: 'https://example.org/amt?a=1&b=2' },
				', m',
				{ text: '2', marks: ['superscript'] },
				' und CO',
				{ text: '2', marks: ['subscript'] },
				', ',
				{ text: 'alt', marks: ['strike'] },
				', ',
				{ text: 'code', marks: ['code'] },
				' und ',
				{ text: 'bottom up', language: 'en-GB' },
				' sowie ein Ende',
				{ note: 'e' },
				'.'
			),
			{
				kind: 'list',
				format: 'decimal',
				start: 3,
				items: [
					item('Drittens', {
						kind: 'list',
						format: 'lower-alpha',
						items: [
							{ number: 'a)', blocks: [p('unter a')] },
							{
								number: 'b)',
								blocks: [p('unter b'), { kind: 'list', format: 'bullet', items: [item('tief')] }]
							}
						]
					}),
					item('Viertens', p('Zweiter Absatz des Punktes'))
				]
			},
			{ kind: 'list', format: 'bullet', items: [item('Ein Punkt'), item('Noch einer')] },
			p('Dazwischen ein Absatz.'),
			{
				kind: 'list',
				format: 'decimal',
				items: [
					{ number: '§ 1', blocks: [p('Erster Paragraf')] },
					{ number: '§ 2', blocks: [p('Zweiter Paragraf')] }
				]
			},
			{
				kind: 'table',
				caption: [{ text: `Tabelle ${n}: Plätze nach Orten` }],
				head: [[cell('Ort'), cell('Plätze', { columns: 2 })]],
				body: [
					[cell('Thale', { isHead: true, rows: 2 }), cell('heute'), cell('12')],
					[
						cell('künftig'),
						{ blocks: [p('30'), { kind: 'list', format: 'bullet', items: [item('davon 5 inklusiv')] }] }
					]
				]
			},
			{ kind: 'quote', blocks: [p('Niemand wartet gern.'), p('Frau K., Thale')] },
			{ kind: 'box', blocks: [p({ text: 'Hinweis', marks: ['strong'] }), p('Der Bus fährt nur werktags.')] },
			{
				kind: 'image',
				file: 'karte',
				alt: 'Karte: Plätze im Norden',
				caption: [{ text: `Abb. ${n}: Karte` }]
			},
			{ kind: 'image', file: 'zierde', alt: '' }
		],
		notes: [
			{ key: 'f', place: 'foot', blocks: [p(`Quelle: Statistik ${n}`)] },
			{ key: 'e', place: 'end', blocks: [p('Stand: März 2027')] }
		]
	};
}

/** A pixel with another colour than the usual one. */
const otherPng = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
	'base64'
);

/** Sections in three levels, every tenth with everything; a paragraph for each of the others. */
export function sampleSections(count: number): Section[] {
	return Array.from({ length: count }, (_, index) => {
		const place = index % 12;
		const level = place === 0 ? 1 : place % 4 === 1 ? 2 : 3;
		const chapter = Math.floor(index / 12) + 1;
		const part = Math.floor((place - 1) / 4) + 1;
		const number = [`${chapter}`, `${chapter}.${part}`, `${chapter}.${part}.${(place - 1) % 4}`][level - 1]!;
		return {
			key: `0198a7c2-5e00-7000-8000-${String(index).padStart(12, '0')}`,
			level,
			number,
			heading: `Abschnitt ${index + 1} – Größe`,
			text:
				index % 10 === 3
					? everything(index)
					: {
							blocks: [p(`Text des Abschnitts ${index + 1} mit Umlauten: äöüß.`), p('Ein zweiter Absatz.')],
							notes: []
						}
		};
	});
}

/** Comments of an office: twenty, five of them answers, three resolved. */
export const sampleComments: WrittenComment[] = Array.from({ length: 20 }, (_, index) => {
	const isAnswer = index >= 15;
	const day = String(index + 1).padStart(2, '0');
	return {
		author: isAnswer ? 'Frau Albrecht' : `Verband ${(index % 4) + 1}`,
		initials: isAnswer ? 'FA' : `V${(index % 4) + 1}`,
		date: `2027-03-${day}T10:00:00.000Z`,
		text: isAnswer ? `Antwort ${index}` : `Bitte prüfen: ${index}\nZweite Zeile`,
		...(index < 3 && { isResolved: true }),
		...(isAnswer && { parent: index - 15 }),
		section: (index % 15) * 2,
		...(index % 15 !== 7 && index % 15 !== 0 && { quote: index % 5 === 4 ? 'zweiter Absatz' : 'Ein zweiter' })
	};
});

export const sampleDocument = (count: number, comments?: WrittenComment[]): WrittenDocument => ({
	title: 'Sozialplan 2030 – frei erfunden',
	author: 'Landkreis Harz',
	date: '2027-03-01T08:00:00.000Z',
	language: 'de',
	sections: sampleSections(count),
	images: { karte: { bytes: png, type: 'image/png' }, zierde: { bytes: otherPng, type: 'image/png' } },
	isLarge: false,
	documentKey: 'plan-2030-entwurf-2',
	...(comments && { comments })
});

/** The sections as one text, as a reader gives them: headings as blocks, notes and pictures numbered as they come. */
export function flatOf(sections: Section[], keys: Map<string, string> = new Map()): Text {
	const notes: Note[] = [];
	const rename = (value: unknown, own: Map<string, string>): unknown => {
		if (Array.isArray(value)) return value.map((inner) => rename(inner, own));
		if (value === null || typeof value !== 'object') return value;
		const all = Object.entries(value).map(([name, inner]) => {
			if (name === 'note') return [name, own.get(String(inner))];
			if (name === 'file') return [name, keyOf(keys, String(inner))];
			return [name, rename(inner, own)];
		});
		return Object.fromEntries(all);
	};
	const blocks = sections.flatMap(({ level, number, heading, text }): Block[] => {
		const own = new Map(text.notes.map(({ key }, index) => [key, `n${notes.length + index + 1}`]));
		notes.push(...text.notes.map((note) => ({ ...note, key: own.get(note.key)! })));
		const head: Block = { kind: 'heading', level, ...(number && { number }), runs: [{ text: heading }] };
		return [head, ...(rename(text.blocks, own) as Block[])];
	});
	return { blocks, notes };
}

function keyOf(keys: Map<string, string>, file: string): string {
	const key = keys.get(file) ?? `image-${keys.size + 1}`;
	keys.set(file, key);
	return key;
}

/** Heading and key of each section, by the bookmark that begins in it. */
export const keysIn = ({
	text,
	bookmarks
}: ReadDocument): [heading: string, bookmark: string | undefined][] =>
	text.blocks.flatMap((block, index) =>
		block.kind === 'heading'
			? [
					[
						block.runs.map((run) => ('text' in run ? run.text : '')).join(''),
						bookmarks.find(({ from }) => from === index)?.name
					]
				]
			: []
	);

export const keysOf = (sections: Section[]) =>
	sections.map(({ heading, key }): [string, string | undefined] => [heading, bookmarkOf(key!)]);
