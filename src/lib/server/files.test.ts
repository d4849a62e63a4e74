import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { store } from './files.ts';

const base = mkdtempSync(join(tmpdir(), 'augenhoehe-files-'));
afterAll(() => rmSync(base, { recursive: true }));

let folder: string;
let files: ReturnType<typeof store>;
beforeEach(() => {
	folder = mkdtempSync(join(base, 'store-'));
	files = store(folder);
});

const bytes = (words: string) => Readable.from([Buffer.from(words)]);
const all = () =>
	readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
async function put(words: string) {
	const received = await files.receive(bytes(words));
	await files.keep(received);
	return received;
}
const age = (path: string) => utimesSync(path, 0, 0);
const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

test('what was put in comes out, and lies under its hash for the owner alone', async () => {
	const { sha256, size } = await put('Haltestelle');
	expect(size).toBe(11);
	expect(await text(await files.read(sha256))).toBe('Haltestelle');
	expect(readFileSync(placeOf(sha256), 'utf8')).toBe('Haltestelle');
	expect(statSync(placeOf(sha256)).mode & 0o077).toBe(0);
});

test('the same bytes lie there once', async () => {
	await Promise.all(Array.from({ length: 20 }, () => put('dasselbe')));
	expect(all()).toHaveLength(1);
});

test('what breaks off leaves nothing', async () => {
	const broken = Readable.from(
		(async function* () {
			yield Buffer.from('halb');
			throw new Error('the connection is gone');
		})()
	);
	await expect(files.receive(broken)).rejects.toThrow('gone');
	await files.discard(await files.receive(bytes('doch nicht')));
	expect(all()).toEqual([]);
});

test('a hash from outside leads nowhere', async () => {
	for (const hash of ['../password', '', 'x'.repeat(64), 'A'.repeat(64)])
		await expect(files.read(hash)).rejects.toThrow('no hash');
	await expect(files.read('a'.repeat(64))).rejects.toThrow('ENOENT');
});

test('only what nobody refers to goes, and only when it has lain for a day', async () => {
	const used = await put('gebraucht');
	const unused = await put('ungebraucht');
	const onItsWay = await put('noch ohne Zeile');
	const brokenOff = await files.receive(bytes('abgebrochen'));
	for (const path of [placeOf(used.sha256), placeOf(unused.sha256), brokenOff.path]) age(path);
	const went = await files.sweep(async (hashes) => hashes.filter((hash) => hash !== used.sha256));
	expect(went).toBe(1);
	expect(
		all()
			.map(({ name }) => name)
			.sort()
	).toEqual([used.sha256, onItsWay.sha256].sort());
});

test('what a broken sweep moved aside comes back and waits another day, unless the same bytes came meanwhile', async () => {
	const aside = await put('beiseite');
	const again = await put('beiseite und wieder da');
	for (const { sha256 } of [aside, again]) {
		age(placeOf(sha256));
		renameSync(placeOf(sha256), `${placeOf(sha256)}.leaving`);
	}
	await put('beiseite und wieder da');
	expect(await files.sweep(async (hashes) => hashes)).toBe(0);
	expect(await text(await files.read(aside.sha256))).toBe('beiseite');
	expect(await text(await files.read(again.sha256))).toBe('beiseite und wieder da');
	expect(all()).toHaveLength(2);
	age(placeOf(aside.sha256));
	expect(await files.sweep(async (hashes) => hashes)).toBe(1);
	expect(all().map(({ name }) => name)).toEqual([again.sha256]);
});

test('a file that another process takes away meanwhile does not end the sweep', async () => {
	const [first, second] = [await put('eins'), await put('zwei')];
	for (const { sha256 } of [first, second]) age(placeOf(sha256));
	const went = await files.sweep(async (hashes) => {
		if (hashes.includes(first.sha256)) rmSync(placeOf(first.sha256));
		return hashes;
	});
	expect(went).toBe(1);
	expect(all()).toEqual([]);
});

test('an empty store is swept too', async () => {
	rmSync(folder, { recursive: true });
	expect(await files.sweep(async () => [])).toBe(0);
});
