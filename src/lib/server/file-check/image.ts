import { imageSize } from 'image-size';
import { FileRefusal } from './refusal.ts';

const mostPixels = 120_000_000;
const longestSide = 30_000;

/** A picture that unpacks to gigabytes brings down whoever looks at it. Reads the size its head says, nothing more. */
export function checkImage(head: Buffer) {
	const { width, height } = sizeOf(head);
	if (width > longestSide || height > longestSide || width * height > mostPixels)
		throw new FileRefusal('huge_image');
}

function sizeOf(head: Buffer) {
	try {
		const size = imageSize(head);
		if (size.width > 0 && size.height > 0) return size;
	} catch {
		// told below
	}
	throw new FileRefusal('unreadable');
}
