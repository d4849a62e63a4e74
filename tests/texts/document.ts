import type { Block, Text } from '../../src/lib/text/block.ts';
import type { KeyedSection } from '../../src/lib/text/lineage.ts';

/*
 * A document as social planners write them, made from a number: the same number, the same document.
 */

/** Numbers from 0 to 1, always the same ones for a seed (mulberry32, public domain). */
export function randomFrom(seed: number) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
export type Random = ReturnType<typeof randomFrom>;

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

const small =
	'der die das und in den von zu mit ist für auf eine im dem nicht sich auch werden bei wird sind an als'.split(
		' '
	);
const stems =
	'Bus Pflege Wohnung Kita Senioren Jugend Beratung Mobilität Quartier Gesundheit Bildung Familie Arbeit Teilhabe Inklusion Angebot Bedarf Träger Gemeinde Landkreis Haushalt Fahrplan Haltestelle Hausarzt Tagespflege Nachbarschaft Ehrenamt Verein Schule Einkauf Barriere Rampe Sprache Begegnung Treffpunkt Sport Kultur Digital Netz Förderung'.split(
		' '
	);
const endings = [
	'',
	's',
	'planung',
	'bericht',
	'stelle',
	'angebote',
	'bedarf',
	'zentrum',
	'plätze',
	'kräfte',
	'konzept',
	'mittel'
];
const verbs = 'fehlt fehlen wächst sinkt besteht reicht erreicht fördert plant prüft sichert stärkt'.split(
	' '
);

export const noun = (random: Random) => {
	const [stem, ending] = [oneOf(random, stems), oneOf(random, endings)];
	return random() < 0.3 ? `${oneOf(random, stems)}${stem.toLowerCase()}${ending}` : `${stem}${ending}`;
};

export function sentence(random: Random): string {
	const words: string[] = [];
	for (let left = 5 + Math.floor(random() * 14); left > 0; left -= 1) {
		const chance = random();
		words.push(chance < 0.5 ? oneOf(random, small) : chance < 0.85 ? noun(random) : oneOf(random, verbs));
	}
	const [first = '', ...others] = words;
	return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${others.join(' ')}.`;
}

export const paragraph = (random: Random): Block => ({
	kind: 'paragraph',
	runs: [{ text: Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(random)).join(' ') }]
});

function textOf(random: Random): Text {
	const blocks = Array.from({ length: 1 + Math.floor(random() * 4) }, () => paragraph(random));
	if (random() < 0.3) {
		const items = Array.from({ length: 3 }, () => ({ blocks: [paragraph(random)] }));
		blocks.push({ kind: 'list', format: 'bullet', items });
	}
	if (random() < 0.15) {
		const cell = (text: string) => ({ blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }] });
		const body = Array.from({ length: 4 }, () => [
			cell(noun(random)),
			cell(String(Math.floor(random() * 90)))
		]);
		blocks.push({ kind: 'table', head: [[cell('Ort'), cell('Plätze')]], body });
	}
	return { blocks, notes: [] };
}

/** So many sections with keys; every fourth or so is a chapter, chapters mostly without a text, and headings repeat. */
export function documentOf(seed: number, count: number): KeyedSection[] {
	const random = randomFrom(seed);
	const repeated = ['Bestand', 'Bedarf', 'Maßnahmen', 'Ausblick'];
	let chapter = 0;
	let below = 0;
	return Array.from({ length: count }, (_, at): KeyedSection => {
		const isChapter = at === 0 || random() < 0.22;
		if (isChapter) [chapter, below] = [chapter + 1, 0];
		else below += 1;
		const heading =
			!isChapter && below <= 4 && random() < 0.5
				? (repeated[below - 1] ?? '')
				: `${noun(random)} und ${noun(random)}`;
		const text = isChapter && random() < 0.7 ? { blocks: [], notes: [] } : textOf(random);
		return {
			key: `k${at}`,
			level: isChapter ? 1 : 2,
			number: isChapter ? `${chapter}` : `${chapter}.${below}`,
			heading,
			text
		};
	});
}

/** A text in which so many of a hundred words are others. */
export function reworded(random: Random, text: Text, share: number): Text {
	const change = (word: string) => (random() < share && /^\p{L}{3,}$/u.test(word) ? noun(random) : word);
	return JSON.parse(JSON.stringify(text), (name, value: unknown) =>
		name === 'text' && typeof value === 'string' ? value.split(' ').map(change).join(' ') : value
	) as Text;
}
