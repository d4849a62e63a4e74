import type { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';

/**
 * A stream as the body of an answer. Not by `Readable.toWeb`: that goes on writing into a body which has been closed
 * meanwhile, and what it throws then nobody can catch; it ended the process in the middle of an export of 20,000 rows.
 */
export const bodyOf = (bytes: Readable) => ReadableStream.from(bytes) as globalThis.ReadableStream;
