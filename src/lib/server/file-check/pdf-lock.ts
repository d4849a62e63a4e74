import { createCipheriv, createHash } from 'node:crypto';

/**
 * Whether a PDF opens only with a password. One that is merely protected against changes is encrypted too, with an empty
 * password: it is tried as every reader tries it. Source: ISO 32000-2, 7.6.4 (algorithms 2, 2.B, 6 and 11).
 * @returns true as well for what is encrypted in a way that cannot be tried
 */
export function isLocked(pdf: Buffer): boolean {
	const text = pdf.toString('latin1');
	const dictionary = dictionaryOf(text);
	if (dictionary === undefined) return false;
	if (!/\/Filter\s*\/Standard\b/.test(dictionary)) return true;
	const revision = numberOf(dictionary, 'R') ?? 0;
	const user = stringOf(dictionary, 'U');
	const owner = stringOf(dictionary, 'O');
	if (!user || !owner) return true;
	if (revision >= 5) return !openByHash(user, revision);
	return !openByKey(dictionary, { user, owner, revision, id: firstId(text) });
}

/** What says how the file is encrypted, if it is; never packed or encrypted itself. The last one counts. */
function dictionaryOf(text: string): string | undefined {
	const last = [...text.matchAll(/\/Encrypt(?:\s+(\d+)\s+\d+\s+R\b|\s*(?=<<))/g)].at(-1);
	if (!last) return;
	const [, object] = last;
	if (!object) return text.slice(last.index, last.index + 4000);
	const begin = new RegExp(`(?:^|[^\\d])${object}\\s+\\d+\\s+obj\\b`).exec(text);
	return begin ? text.slice(begin.index, begin.index + 4000) : '';
}

const numberOf = (dictionary: string, name: string) => {
	const [, number] = new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary) ?? [];
	return number === undefined ? undefined : Number(number);
};

function stringOf(text: string, name: string): Buffer | undefined {
	const found = new RegExp(`/${name}\\s*(?=[(<])`).exec(text);
	return found ? stringAt(text, found.index + found[0].length) : undefined;
}

const firstId = (text: string) => {
	const found = [...text.matchAll(/\/ID\s*\[\s*(?=[(<])/g)].at(-1);
	return (found && stringAt(text, found.index + found[0].length)) ?? Buffer.alloc(0);
};

/** A string as PDF writes it (7.3.4): in hexadecimal digits, or in brackets with its escapes. */
function stringAt(text: string, start: number): Buffer {
	if (text[start] === '<')
		return Buffer.from(text.slice(start + 1, text.indexOf('>', start)).replace(/\s/g, ''), 'hex');
	const letters: string[] = [];
	let depth = 1;
	for (let at = start + 1; at < text.length && letters.length < 200; at++) {
		const letter = text[at]!;
		if (letter === '\\') {
			const [octal] = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4)) ?? [];
			const next = text[at + 1]!;
			if (next !== '\n')
				letters.push(octal ? String.fromCharCode(parseInt(octal, 8) & 255) : (escapes[next] ?? next));
			at += octal?.length ?? 1;
			continue;
		}
		if (letter === '(') depth++;
		if (letter === ')' && --depth === 0) break;
		letters.push(letter);
	}
	return Buffer.from(letters.join(''), 'latin1');
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();

type Given = { user: Buffer; owner: Buffer; revision: number; id: Buffer };

function openByKey(dictionary: string, { user, owner, revision, id }: Given): boolean {
	const rights = Buffer.alloc(4);
	rights.writeInt32LE((numberOf(dictionary, 'P') ?? 0) | 0);
	const length = revision === 2 ? 5 : Math.min(16, (numberOf(dictionary, 'Length') ?? 40) / 8);
	const isPlainMetadata = revision >= 4 && /\/EncryptMetadata\s+false/.test(dictionary);
	const plain = isPlainMetadata ? Buffer.alloc(4, 255) : Buffer.alloc(0);
	const keyOf = (size: number) => {
		let key = md5(padding, owner.subarray(0, 32), rights, id, plain);
		if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key.subarray(0, size));
		return key.subarray(0, size);
	};
	// with AES the length stands elsewhere, and is 16
	return [length, 16].some((size) => userOf(keyOf(size), revision, id).every((byte, n) => byte === user[n]));
}

/** What `/U` says when the key is right: all of it, from revision 3 on its first half. */
function userOf(key: Buffer, revision: number, id: Buffer): Buffer {
	if (revision === 2) return rc4(key, padding);
	let value: Buffer = md5(padding, id);
	for (let round = 0; round < 20; round++)
		value = rc4(
			key.map((byte) => byte ^ round),
			value
		);
	return value;
}

/** By hand, for today's OpenSSL has it no more. It protects nothing here. */
function rc4(key: Uint8Array, text: Buffer): Buffer {
	const state = Array.from({ length: 256 }, (_, n) => n);
	const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
	for (let i = 0, j = 0; i < 256; i++) swap(i, (j = (j + state[i]! + key[i % key.length]!) & 255));
	let [i, j] = [0, 0];
	return text.map((byte) => {
		i = (i + 1) & 255;
		swap(i, (j = (j + state[i]!) & 255));
		return byte ^ state[(state[i]! + state[j]!) & 255]!;
	}) as Buffer;
}

function openByHash(user: Buffer, revision: number): boolean {
	const salt = user.subarray(32, 40);
	let key: Buffer = createHash('sha256').update(salt).digest();
	for (let round = 0, last = 0; revision > 5 && (round < 64 || last > round - 32); round++) {
		const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
			false
		);
		const packed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
		const rest = packed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
		key = createHash(['sha256', 'sha384', 'sha512'][rest]!).update(packed).digest();
		last = packed.at(-1)!;
	}
	return key.subarray(0, 32).equals(user.subarray(0, 32));
}
