import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { openArchive } from '../unpacked.ts';

const most = { entries: 10_000, bytes: 500 * 1024 * 1024 };
/** Ids of links that are drawn by lot. */
const drawn = /rId[\w-]{21}(?![\w-])/g;

/**
 * The same Word file with its own date, and with nothing in it that differs from one writing to the next: the library puts
 * in the present moment, ids drawn by lot, and ids that go on counting from the document before.
 * @param date as ISO 8601
 */
export async function fixed(docx: Buffer, date: string): Promise<Buffer> {
	const archive = await openArchive(docx, most);
	const again = new ZipFile();
	const mtime = new Date(date);
	const moment = mtime.toISOString().replace(/\.\d+/, '');
	const ids = new Map<string, string>();
	let drawings = 0;
	for (const name of archive.names.toSorted()) {
		const bytes = (await archive.read(name))!;
		if (!/\.(xml|rels)$/.test(name)) {
			again.addBuffer(bytes, name, { mtime });
			continue;
		}
		const xml = bytes
			.toString('utf8')
			.replace(drawn, (id) => ids.get(id) ?? remembered(ids, id))
			.replace(/(<wp:docPr [^>]*?\bid=")\d+"/g, (_, before: string) => `${before}${++drawings}"`)
			.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
		again.addBuffer(Buffer.from(xml), name, { mtime });
	}
	again.end();
	return buffer(again.outputStream);
}

function remembered(ids: Map<string, string>, id: string): string {
	const made = `rIdLink${ids.size + 1}`;
	ids.set(id, made);
	return made;
}
