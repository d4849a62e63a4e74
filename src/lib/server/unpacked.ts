import { fromBufferPromise, type Entry } from 'yauzl';

/** `unusual` is what no office program writes: two parts of one name, or names that lead out of the archive. */
type Fault = 'too_large' | 'locked' | 'unusual' | 'unreadable';

export class ArchiveError extends Error {
	readonly fault: Fault;

	constructor(fault: Fault) {
		super(fault);
		this.fault = fault;
	}
}

export interface Archive {
	names: string[];
	/** The bytes of one part; undefined when there is none of this name. @throws ArchiveError */
	read(name: string): Promise<Buffer | undefined>;
}

/**
 * The parts of an archive, unpacked one by one when they are asked for. What its directory says of sizes is believed in its
 * favour by nobody: the bytes are counted while they are unpacked.
 * @param most entries, and bytes of all parts that are read, together
 * @throws ArchiveError
 */
export async function openArchive(bytes: Buffer, most: { entries: number; bytes: number }): Promise<Archive> {
	const zip = await fromBufferPromise(bytes).catch(told);
	const entries = new Map<string, Entry>();
	let room = most.bytes;
	try {
		for await (const entry of zip.eachEntry()) {
			if (entries.size >= most.entries) throw new ArchiveError('too_large');
			if (entries.has(entry.fileName)) throw new ArchiveError('unusual'); // two readers would read two documents
			entries.set(entry.fileName, entry);
		}
	} catch (error) {
		told(error);
	}

	async function read(name: string) {
		const entry = entries.get(name);
		if (!entry) return undefined;
		if (entry.isEncrypted()) throw new ArchiveError('locked');
		if (entry.uncompressedSize > room) throw new ArchiveError('too_large');
		const chunks: Buffer[] = [];
		try {
			for await (const chunk of await zip.openReadStreamPromise(entry)) {
				room -= (chunk as Buffer).length;
				if (room < 0) throw new ArchiveError('too_large');
				chunks.push(chunk as Buffer);
			}
		} catch (error) {
			told(error);
		}
		return Buffer.concat(chunks);
	}

	return { names: [...entries.keys()], read };
}

/** yauzl says in English what is wrong. */
function told(error: unknown): never {
	if (error instanceof ArchiveError) throw error;
	const isPath = /absolute path|relative path|invalid characters/.test(String(error));
	throw new ArchiveError(isPath ? 'unusual' : 'unreadable');
}
