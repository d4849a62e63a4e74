import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { BrokenForm, fieldsOf, readMultipart } from './multipart.ts';

const form = (bytes: number, name = 'Straße „Süd“.pdf') => {
	const data = new FormData();
	data.append('text', 'Zeile eins\r\nZeile zwei');
	data.append('is_shared', 'yes');
	data.append('file', new File([new Uint8Array(bytes).fill(65)], name));
	return data;
};
const request = (body: BodyInit, headers?: HeadersInit) =>
	new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
const take = async ({ name, bytes, isCutOff }: Parameters<Parameters<typeof readMultipart>[2]>[0]) => {
	const { length } = await buffer(bytes);
	return { name, length, isCutOff: isCutOff() };
};

test('fields and file arrive, with the name as people write it', async () => {
	const { fields, taken } = await readMultipart(request(form(5000)), { largest: 10_000 }, take);
	expect([...fields]).toEqual([
		['text', 'Zeile eins\r\nZeile zwei'],
		['is_shared', 'yes']
	]);
	expect(taken).toEqual([{ name: 'Straße „Süd“.pdf', length: 5000, isCutOff: false }]);
});

test('what a browser writes in another way inside a name is as people wrote it', async () => {
	const { taken } = await readMultipart(request(form(5, 'Plan "Süd" 100%.pdf')), { largest: 10 }, take);
	expect(taken[0]?.name).toBe('Plan "Süd" 100%.pdf');
});

test('a file is cut off at the limit, and the fields are there all the same', async () => {
	const { fields, taken } = await readMultipart(request(form(3_000_000)), { largest: 10_000 }, take);
	expect(taken).toMatchObject([{ length: 10_000, isCutOff: true }]);
	expect(fields.get('text')).toContain('Zeile');
});

test('several files arrive in their order, each up to the limit, and no more than wished', async () => {
	const data = form(50, 'eins.pdf');
	data.append('file_2', new File([], ''));
	data.append('file_3', new File([new Uint8Array(20_000)], 'zwei.pdf'));
	data.append('text_3', 'danach');
	data.append('file_4', new File([new Uint8Array(10)], 'zu viel.pdf'));
	const { fields, taken } = await readMultipart(request(data), { largest: 10_000, most: 2 }, take);
	expect(taken).toEqual([
		{ name: 'eins.pdf', length: 50, isCutOff: false },
		{ name: 'zwei.pdf', length: 10_000, isCutOff: true }
	]);
	expect(fields.get('text_3')).toBe('danach');
});

test('no file chosen is no file', async () => {
	expect((await readMultipart(request(form(0, '')), { largest: 10_000 }, take)).taken).toEqual([]);
});

test('what breaks off or is no form is told so', async () => {
	const whole = Buffer.from(await request(form(50_000)).arrayBuffer());
	const type = `multipart/form-data; boundary=${whole.subarray(2, whole.indexOf('\r\n')).toString()}`;
	const half = request(whole.subarray(0, 20_000), { 'content-type': type });
	await expect(readMultipart(half, { largest: 100_000 }, take)).rejects.toThrow(BrokenForm);
	const interrupted = new ReadableStream({
		start: (stream) => stream.enqueue(whole.subarray(0, 20_000)),
		pull: (stream) => stream.error(new Error('gone'))
	});
	const gone = request(interrupted, { 'content-type': type });
	await expect(readMultipart(gone, { largest: 100_000 }, take)).rejects.toThrow(BrokenForm);
	for (const lie of ['multipart/form-data', 'multipart/form-data; boundary=other', 'text/plain'])
		await expect(
			readMultipart(request(whole, { 'content-type': lie }), { largest: 1 }, take),
			lie
		).rejects.toThrow(BrokenForm);
});

test('the fields of a form are read past its file', async () => {
	expect((await fieldsOf(request(form(500_000)))).get('is_shared')).toBe('yes');
	expect((await fieldsOf(request(new URLSearchParams({ a: 'b' })))).get('a')).toBe('b');
});
