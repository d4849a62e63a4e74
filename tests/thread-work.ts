/* Work for the tests of the threads: harmless, and as long or as large as they ask. */

export const twice = (number: number) => number * 2;

export const sleep = (milliseconds: number) =>
	void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

export const fill = (megabytes: number) =>
	Array.from({ length: megabytes }, () => Array.from({ length: 131_072 }, (_, n) => n + 0.5)).length;

export function fail(): never {
	throw new RangeError('no such thing');
}

export const end = () => process.exit(3);
