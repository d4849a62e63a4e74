import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** OWASP's scrypt parameters of 2024: 32 MiB, three rounds; about a fifth of a second. */
const strength = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const length = 32;

/** A salted hash that carries its parameters: `scrypt$N$r$p$salt$key`. */
export async function hash(password: string): Promise<string> {
	const { N, r, p } = strength;
	const salt = randomBytes(16);
	const key = await derive(password, salt, strength);
	return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the stored one. Without a stored one a stand-in is compared, so that it takes as long. */
export async function verify(password: string, stored: string | null): Promise<boolean> {
	const [, N, r, p, salt, key] = (stored ?? (await standIn())).split('$');
	const expected = Buffer.from(key!, 'base64url');
	const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: strength.maxmem };
	const given = await derive(password, Buffer.from(salt!, 'base64url'), options);
	return timingSafeEqual(given, expected) && stored !== null;
}

let kept: Promise<string> | undefined;
const standIn = () => (kept ??= hash(randomBytes(16).toString('hex')));

let last: Promise<unknown> = Promise.resolve();

/** One at a time: many at once would take the memory of the whole server. */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
	const next = last.then(
		() =>
			new Promise<Buffer>((resolve, reject) =>
				scrypt(password.normalize('NFKC'), salt, length, options, (error, key) =>
					error ? reject(error) : resolve(key)
				)
			)
	);
	last = next.catch(() => {});
	return next;
}
