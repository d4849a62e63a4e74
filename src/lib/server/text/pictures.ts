import { checkImage } from '../file-check/image.ts';
import { imageTypes, type Picture } from './document.ts';
import type { Reading } from './reading.ts';

/** Pictures of a file by their path: what its parts name is read beforehand, what the text shows is kept. */
export function openPictures(bytesOf: Map<string, Buffer>, { found, lose }: Pick<Reading, 'found' | 'lose'>) {
	const known = new Map<string, string>();

	/** @returns its key, or undefined with the loss told */
	return function keep(path: string, name: string | undefined): string | undefined {
		const key = known.get(path);
		if (key) return key;
		const bytes = bytesOf.get(path);
		if (!bytes) return void lose('picture_missing', name);
		const type = typeOf(bytes);
		if (!type)
			return void lose(
				'picture_format',
				[path.split('.').at(-1)?.toUpperCase(), name].filter(Boolean).join(': ')
			);
		const made = `image-${found.images.length + 1}`;
		known.set(path, made);
		found.images.push({ key: made, bytes, type });
		return made;
	};
}

const beginnings: [Picture['type'], RegExp][] = [
	[imageTypes[0], /^\x89PNG\r\n\x1a\n/],
	[imageTypes[1], /^\xff\xd8\xff/],
	[imageTypes[2], /^RIFF[^]{4}WEBP/]
];

/** By what is in it; what no browser shows, or only after unpacking gigabytes, has none. */
function typeOf(bytes: Buffer): Picture['type'] | undefined {
	const head = bytes.toString('latin1', 0, 16);
	const type = beginnings.find(([, beginning]) => beginning.test(head))?.[0];
	if (!type) return undefined;
	try {
		checkImage(bytes);
		return type;
	} catch {
		return undefined;
	}
}
