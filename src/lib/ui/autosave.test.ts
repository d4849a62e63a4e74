import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { autosave, type Outcome, type Status } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page on which `type` changes the text, and a server that answers as told. */
function page(answer: (body: string) => Promise<Outcome<number>>) {
	let text = '';
	let stored = '';
	const said: Status[] = [];
	const sent: string[] = [];
	let copy: string | null = null;
	const saver = autosave<string, number>({
		read: () => (text === stored ? null : text),
		send: (body) => (sent.push(body), answer(body)),
		keep: (body) => (copy = body),
		stored: (body) => {
			stored = body;
			if (text === body) copy = null;
		},
		say: (status) => said.push(status)
	});
	const type = (words: string) => ((text = words), saver.changed());
	return { saver, type, said, sent, copy: () => copy };
}
const saved = async (): Promise<Outcome<number>> => ({ status: 'saved', reply: 1 });

test('saves once, three seconds after the last key', async () => {
	const { type, sent, said } = page(saved);
	type('Ta');
	await vi.advanceTimersByTimeAsync(2000);
	type('Tagespflege');
	await vi.advanceTimersByTimeAsync(2999);
	expect(sent).toEqual([]);
	await vi.advanceTimersByTimeAsync(1);
	expect(sent).toEqual(['Tagespflege']);
	expect(said).toEqual(['saved']);
});

test('sends nothing when nothing was changed', async () => {
	const { type, sent } = page(saved);
	type('');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(sent).toEqual([]);
});

test('keeps a copy on the device until it is stored, and tries again without network', async () => {
	let isOnline = false;
	const { type, said, sent, copy } = page((body) => (isOnline ? saved() : Promise.reject(new Error(body))));
	type('Rufbus');
	expect(copy()).toBe('Rufbus');
	await vi.advanceTimersByTimeAsync(3000);
	expect(said).toEqual(['offline']);
	expect(copy()).toBe('Rufbus');
	isOnline = true;
	await vi.advanceTimersByTimeAsync(15_000);
	expect(said).toEqual(['offline', 'saved']);
	expect(sent).toEqual(['Rufbus', 'Rufbus']);
	expect(copy()).toBeNull();
});

test('tries at once when the network is back', async () => {
	const answers = [() => Promise.reject(new Error()), saved];
	const { saver, type, said } = page(() => answers.shift()!());
	type('Rufbus');
	await vi.advanceTimersByTimeAsync(3000);
	saver.retry();
	await vi.advanceTimersByTimeAsync(0);
	expect(said).toEqual(['offline', 'saved']);
});

test('what is typed while saving is saved afterwards, never at the same time', async () => {
	const waiting: (() => void)[] = [];
	const { type, sent, copy } = page(
		() => new Promise((done) => waiting.push(() => done({ status: 'saved', reply: 1 })))
	);
	type('eins');
	await vi.advanceTimersByTimeAsync(3000);
	type('eins zwei');
	await vi.advanceTimersByTimeAsync(5000);
	expect(sent).toEqual(['eins']);
	waiting.shift()!();
	await vi.advanceTimersByTimeAsync(3000);
	expect(sent).toEqual(['eins', 'eins zwei']);
	expect(copy()).toBe('eins zwei');
});

test.each(['elsewhere', 'signed-out', 'closed'] as const)('waits for the person: %s', async (status) => {
	const { type, sent, said, copy } = page(async () => ({ status }));
	type('meine Fassung');
	await vi.advanceTimersByTimeAsync(3000);
	type('meine Fassung, länger');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(said).toEqual([status]);
	expect(sent).toHaveLength(1);
	expect(copy()).toBe('meine Fassung, länger');
});

test('tries again after a failure of the server', async () => {
	const answers: Outcome<number>[] = [{ status: 'not-saved' }, { status: 'saved', reply: 1 }];
	const { type, said } = page(async () => answers.shift()!);
	type('Text');
	await vi.advanceTimersByTimeAsync(18_000);
	expect(said).toEqual(['not-saved', 'saved']);
});

test('leaving the page sends what is not stored yet', async () => {
	const { saver, type, sent } = page(saved);
	saver.leave();
	expect(sent).toEqual([]);
	type('fast fertig');
	saver.leave();
	expect(sent).toEqual(['fast fertig']);
});

test('stops when told', async () => {
	const { saver, type, sent } = page(saved);
	type('weg');
	saver.stop();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(sent).toEqual([]);
});
