import { expect, test } from 'vitest';
import { withBlock, type TextBlock } from './text-block.ts';

const id = '00000000-0000-4000-8000-000000000001';
const block: TextBlock = {
	id,
	title: 'Rufbus',
	body: 'Ein Rufbus fährt.',
	revision: 1,
	isRetired: false,
	uses: 0
};

test('a text block stands below what was typed, and nothing typed is lost', () => {
	const typed = { block: id, reason: 'Wir haben geprüft. ', decision: 'noted', forwarded_to: 'Amt' };
	expect(withBlock(typed, [block])).toEqual({
		values: { ...typed, block: '', reason: 'Wir haben geprüft.\n\nEin Rufbus fährt.', blocks: [id] },
		inserted: 'Rufbus'
	});
});

test('it is noted once, however often it is put in', () => {
	const twice = withBlock({ block: id, reason: '', blocks: id }, [block]);
	expect(twice.values.blocks).toEqual([id]);
});

test('without a choice, or with one that is offered no more, all stays as it was', () => {
	const typed = { block: id, reason: 'So.' };
	expect(withBlock({ ...typed, block: '' }, [block])).toEqual({ values: { ...typed, block: '' } });
	expect(withBlock(typed, [{ ...block, isRetired: true }])).toEqual({ values: typed });
});
