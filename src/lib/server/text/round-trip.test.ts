import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '#lib/text/block.ts';
import { documentOf, shortOf } from '../../../../tests/office-files.ts';
import { sampleChanges } from '../../../../tests/sample-changes.ts';
import { flatOf, keysIn, keysOf, sampleComments, sampleSections } from '../../../../tests/sample-document.ts';

/*
 * Our own files after LibreOffice 7.4.7 has opened and saved them (tests/make-office-files.ts made them): what an office
 * sends back is the same text, and what it wrote beside it is placed again.
 */

const fixture = (name: string) => readFileSync(`src/lib/server/text/fixtures/${name}`);

/** LibreOffice 7.4 forgets that a picture only adorns. */
const withoutAdornment = (blocks: Block[]): Block[] =>
	blocks.map((block) => {
		if (block.kind !== 'image' || block.alt !== '') return block;
		const { alt: _, ...image } = block;
		return image;
	});

test.each(['plan.docx', 'plan.odt'])('%s has the same 130 sections with their keys', async (name) => {
	const read = await documentOf(fixture(name));
	const { blocks, notes } = flatOf(sampleSections(130));
	expect(read.text).toEqual({ blocks: withoutAdornment(blocks), notes });
	expect(keysIn(read)).toEqual(keysOf(sampleSections(130)));
	expect(read.properties.custom).toEqual({ Dokument: 'plan-2030-entwurf-2' });
	expect(read.losses).toEqual([]);
});

test.each(['comments.docx', 'comments.odt'])(
	'%s has the twenty comments, the answers found again',
	async (name) => {
		const { comments } = await documentOf(fixture(name));
		expect(comments).toHaveLength(20);
		for (const comment of sampleComments) {
			const back = comments.find(({ text }) => text === comment.text)!;
			const root = comment.parent === undefined ? comment : sampleComments[comment.parent]!;
			expect(back).toMatchObject({
				author: comment.author,
				initials: comment.initials,
				isResolved: comment.isResolved ?? false
			});
			expect(back.date?.slice(0, 19)).toBe(comment.date.slice(0, 19));
			expect(back.place?.bookmark).toBe(`_${sampleSections(30)[root.section]!.key!.replaceAll('-', '')}`);
			if (root.quote) expect(back.quote).toBe(root.quote);
			expect(comments[back.parent ?? -1]?.text).toBe(sampleComments[comment.parent ?? -1]?.text);
		}
	}
);

describe('ten tracked changes', () => {
	const before = [
		'# Verkehr',
		'Der Bus fährt selten nach Thale.',
		'Der erste Satz endet hier',
		'und geht hier weiter.',
		'Vor dem Schnitt. Nach dem Schnitt.',
		'Dieser Satz zieht um. Hier war er.',
		'# Bauen',
		'Hier ist er jetzt: Ende.',
		'| bleibt | 1 |',
		'| weg | 3 |',
		'Wichtig ist das.',
		'Ende.'
	];
	const after = [
		'# Verkehr',
		'Der Bus fährt stündlich nach Thale.',
		'Der erste Satz endet hier und geht hier weiter.',
		'Vor dem Schnitt.',
		'Nach dem Schnitt.',
		'Hier war er.',
		'# Bauen',
		'Hier ist er jetzt: Dieser Satz zieht um. Ende.',
		'| bleibt | 1 |',
		'| neu | 2 |',
		'**Wichtig** ist das.',
		'Ende.'
	];
	const changes = [
		'deletion: selten',
		'insertion: stündlich',
		'paragraph_deletion: ',
		'paragraph_insertion: ',
		'move_from: Dieser Satz zieht um.',
		'move_to: Dieser Satz zieht um.',
		'row_insertion: neu 2',
		'row_deletion: weg 3',
		'format: Wichtig',
		'paragraph_format: Ende.'
	];
	const read = async (bytes: Buffer) => {
		const [old, now] = [await documentOf(bytes, 'before'), await documentOf(bytes, 'after')];
		return {
			before: shortOf(old.text.blocks),
			after: shortOf(now.text.blocks),
			changes: now.changes.map(({ kind, words }) => `${kind}: ${words}`),
			dates: new Set(now.changes.map(({ date }) => date?.slice(0, 10)))
		};
	};
	const days = new Set(Array.from({ length: 9 }, (_, day) => `2027-04-0${day + 1}`));

	test('as Word writes them, and through LibreOffice as a Word file', async () => {
		const all = { before, after, changes, dates: days };
		expect(await read(await sampleChanges())).toEqual(all);
		expect(await read(fixture('changes.docx'))).toEqual(all);
	});

	test('through LibreOffice as ODT, which has no moves, no rows, and no look from before', async () => {
		const odt = await read(fixture('changes.odt'));
		expect(odt.before).toEqual(before.map((line) => line.replace('Wichtig', '**Wichtig**')));
		expect(odt.after).toEqual(after);
		expect(odt.changes).toEqual([
			...changes.slice(0, 4),
			'deletion: Dieser Satz zieht um.',
			'insertion: Dieser Satz zieht um.',
			'insertion: neu',
			'insertion: 2',
			'deletion: weg',
			'deletion: 3',
			'format: Wichtig'
		]);
	});
});
