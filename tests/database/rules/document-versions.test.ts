import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { doing, trying } from '../acting.ts';
import { cast, enter } from '../cast.ts';
import { addSection, begin, freezeFirst, freezing, saving, splitting, versionOf } from '../document-stage.ts';
import { sql } from '../harness.ts';

/* The life of a document: what is kept, what is refused, and what became of each section. */

beforeAll(enter);

const as = (statement: string, actor = cast.planner) => doing(actor, statement);
const refusal = async (statement: string) => {
	const { word, message } = await trying(cast.planner, statement);
	return `${word} ${message}`;
};
const order = async (version: string) =>
	(
		await sql<{ line: string }>(
			`select concat_ws(' ', number, heading) as line from public.section_texts where version_id = $1 order by place`,
			[version]
		)
	).map(({ line }) => line);

/** A document with three chapters, the second with a section below it; its first version is in work. */
async function draft() {
	const document = await begin(`plan-${randomUUID().slice(0, 8)}`);
	const version = await versionOf(document);
	const [one, two, below, three] = [
		await addSection(version, 'Eins'),
		await addSection(version, 'Zwei'),
		await addSection(version, 'Darunter', { level: 2 }),
		await addSection(version, 'Drei')
	] as [string, string, string, string];
	return { document, version, one, two, below, three };
}

/** The same with a frozen first version and a second one in work. */
async function second() {
	const all = await draft();
	await freezeFirst(all.version);
	await as(`select public.start_version('${all.document}', null)`);
	return { ...all, first: all.version, version: await versionOf(all.document) };
}

describe('the order of sections', () => {
	test('is counted anew when one moves with all below it', async () => {
		const { version, two, three } = await draft();
		expect(await order(version)).toEqual(['1 Eins', '2 Zwei', '2.1 Darunter', '3 Drei']);
		await as(`select public.move_section('${version}', '${two}', '${three}', 1)`);
		expect(await order(version)).toEqual(['1 Eins', '2 Drei', '3 Zwei', '3.1 Darunter']);
		await as(`select public.move_section('${version}', '${two}', null, 1)`);
		expect(await order(version)).toEqual(['1 Zwei', '1.1 Darunter', '2 Eins', '3 Drei']);
	});

	test('has no section two levels below the one before it', async () => {
		const { version, one, three } = await draft();
		const move = (section: string, level: number) =>
			refusal(`select public.move_section('${version}', '${section}', '${one}', ${level})`);
		expect(await move(three, 3)).toBe('RULED documents_error_level');
		expect(await refusal(`select public.remove_section('${version}', '${one}', '')`)).not.toContain('RULED');
		expect(await order(version)).toEqual(['1 Eins', '2 Zwei', '2.1 Darunter', '3 Drei']);
	});
});

describe('two people at one section', () => {
	test('lose no word: the second wording lies beside, and one is chosen', async () => {
		const { version, one } = await draft();
		const beside = randomUUID();
		await as(saving(version, one, 2, 'Eins', 'So.'));
		await as(saving(version, one, 2, 'Eins', 'Anders.', beside));
		await as(saving(version, one, 2, 'Eins', 'Anders.', beside)); // sent twice
		const words = async () =>
			(
				await sql<{ words: string }>('select words from public.section_texts where section_id = $1', [one])
			)[0]!.words;
		expect(await words()).toBe('So.');
		expect(await refusal(freezing(version, []))).toBe('RULED documents_error_beside');
		expect(await refusal(`select public.settle_beside('${beside}', 'taken', 2)`)).toMatch(/^STALE/);
		await as(`select public.settle_beside('${beside}', 'taken', 3)`);
		expect(await words()).toBe('Anders.');
		expect(await refusal(`select public.settle_beside('${beside}', 'left', 4)`)).toMatch(/^FINAL/);
		const kept = await sql(
			`select from public.section_revisions where section_id = $1 and words in ('So.', 'Anders.')`,
			[one]
		);
		expect(kept).toHaveLength(3);
	});
});

describe('freezing', () => {
	test('wants to know what became of every section', async () => {
		const { version, one, two, below, three } = await second();
		const kept = (id: string) => ({ from: id, to: id, fate: 'kept' });
		const all = [one, two, below, three].map(kept);
		expect(await refusal(freezing(version, all.slice(1)))).toBe('RULED documents_error_lineage');
		const other = { from: one, to: two, fate: 'merged' };
		expect(await refusal(freezing(version, [...all, other]))).toBe('RULED documents_error_lineage');
		await as(freezing(version, all));
		expect(await refusal(saving(version, one, 2, 'Eins', 'Zu spät.'))).toBe('FINAL documents_error_frozen');
		await expect(
			sql('update public.section_texts set words = $2 where version_id = $1', [version, 'x'])
		).rejects.toThrow('documents_error_frozen');
		await expect(sql('delete from public.section_texts where version_id = $1', [version])).rejects.toThrow(
			'documents_error_frozen'
		);
	});

	test('knows heirs of a split, of a merger, and the reason for what is gone', async () => {
		const { version, one, two, below, three } = await second();
		const half = randomUUID();
		await as(splitting(version, one, 1, 'Eins b', half));
		await as(
			`select public.merge_sections('${version}', '${two}', 1, '${below}', 1, '{"blocks": [], "notes": []}', 'Beides', 1)`
		);
		expect(await refusal(`select public.remove_section('${version}', '${three}', ' ')`)).toMatch(/^MISSG/);
		await as(`select public.remove_section('${version}', '${three}', 'Steht jetzt im Anhang.')`);
		const lineage = [
			{ from: one, to: one, fate: 'split' },
			{ from: one, to: half, fate: 'split' },
			{ from: two, to: two, fate: 'merged', isChanged: true },
			{ from: below, to: two, fate: 'merged', isChanged: true }
		];
		await as(freezing(version, lineage));
		const [gone] = await sql<{ reason: string }>(
			`select reason from public.section_lineage where version_id = $1 and fate = 'removed'`,
			[version]
		);
		expect(gone!.reason).toBe('Steht jetzt im Anhang.');
	});

	test('of what somebody else changed meanwhile is refused', async () => {
		const { version, one } = await draft();
		const stale = `select public.freeze_version('${version}', 1, null, '[]')`;
		await as(saving(version, one, 2, 'Eins', 'Neu.'));
		expect(await refusal(stale)).toMatch(/^STALE/);
	});
});

test('plain language says by itself that its section has changed since', async () => {
	const { version, one } = await draft();
	const twin = randomUUID();
	await as(
		`select public.save_twin('${version}', '${one}', '{"blocks": [], "notes": []}', 'Einfach.', '${twin}')`
	);
	const state = async () =>
		(
			await sql<{ state: string }>(
				`select x ->> 'isOlder' as state from (select private.twin_document(t) as x from public.section_texts t where t.version_id = $1 and t.section_id = $2) y`,
				[version, one]
			)
		)[0]!.state;
	expect(await state()).toBe('false');
	await as(saving(version, one, 2, 'Eins', 'Ganz neu.'));
	expect(await state()).toBe('true');
	expect(
		await refusal(`select public.check_twin('${twin}', 'Prüfgruppe', private.today() + 1, '${randomUUID()}')`)
	).toBe('RULED documents_error_checked_in_future');
});

test('a file that comes in keeps the sections that go on in it, all or nothing', async () => {
	const { version, one, two } = await draft();
	const section = (id: string, heading: string, level = 1) => ({
		id,
		level,
		heading,
		body: { blocks: [], notes: [] },
		words: heading,
		seconds: 1,
		origins: []
	});
	const fill = (sections: object[]) =>
		`select public.fill_version('${version}', '${JSON.stringify(sections)}', 'neu.docx')`;
	const fresh = randomUUID();
	expect(await refusal(fill([section(one, 'Eins'), section(fresh, 'Zu tief', 3)]))).toBe(
		'RULED documents_error_level'
	);
	expect(await order(version)).toHaveLength(4);
	await as(fill([section(two, 'Zwei, neu'), section(fresh, 'Frisch'), section(one, 'Eins')]));
	expect(await order(version)).toEqual(['1 Zwei, neu', '2 Frisch', '3 Eins']);
});
