import { expect, test } from 'vitest';
import { deepest, depthOf, type Block } from './block.ts';
import { textSchema } from './text-schema.ts';

const nested = (depth: number): Block[] =>
	depth === 1
		? [{ kind: 'paragraph', runs: [{ text: 'Bus' }] }]
		: [{ kind: 'list', format: 'bullet', items: [{ blocks: nested(depth - 1) }] }];

test('a text says how deep its blocks lie', () => {
	expect(depthOf({ blocks: [], notes: [] })).toBe(0);
	expect(depthOf({ blocks: nested(1), notes: [] })).toBe(1);
	expect(depthOf(nested(4))).toBe(4);
	expect(depthOf({ blocks: [], notes: [{ key: 'a', place: 'foot', blocks: nested(3) }] })).toBe(3);
});

test('a text may lie as deep as allowed and no deeper', () => {
	expect(textSchema.safeParse({ blocks: nested(deepest), notes: [] }).success).toBe(true);
	expect(textSchema.safeParse({ blocks: nested(deepest + 1), notes: [] }).success).toBe(false);
	let deep: unknown = [];
	for (let level = 0; level < 20_000; level++) deep = [{ kind: 'quote', blocks: deep }];
	expect(textSchema.safeParse({ blocks: deep, notes: [] }).success).toBe(false);
});

test('two notes never share a key', () => {
	const note = { key: 'a', place: 'foot', blocks: nested(1) };
	expect(textSchema.safeParse({ blocks: [], notes: [note] }).success).toBe(true);
	expect(textSchema.safeParse({ blocks: [], notes: [note, note] }).success).toBe(false);
});
