import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { docx, odt, xlsx, type MediaType } from './media-types.ts';
import { FileRefusal } from './refusal.ts';

const most = { entries: 3000, bytes: 100 * 1024 * 1024, unpackedBytes: 10 * 1024 * 1024, ratio: 100 };

const macros = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml)$|(^|\/)(macrosheets|activeX)\/|^(Basic|Scripts)\//i;
const nested =
	/\.(zip|7z|rar|gz|tgz|bz2|xz|jar|exe|dll|com|scr|msi|lnk|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|doc[mt]|dotm|xls[mb]|xlam|pptm)$/i;
/** Parts that say what the archive is, and how it is locked. */
const telling = ['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml'];
const tellingBytes = 1024 * 1024;

/**
 * What an archive is: a document of Word, Excel or OpenDocument, every part unpacked once (and thrown away) to see that it
 * is what its directory says.
 * @throws FileRefusal for any other archive, for macros, passwords, archives in archives, and for bombs
 */
export async function archiveType(path: string): Promise<MediaType> {
	try {
		const zip = await openPromise(path, { validateEntrySizes: true, strictFileNames: true });
		return typeOf(await partsOf(zip));
	} catch (error) {
		throw error instanceof FileRefusal ? error : new FileRefusal('unreadable'); // yauzl says what is wrong in English
	}
}

type Parts = { names: Set<string>; texts: Map<string, string> };

async function partsOf(zip: ZipFile): Promise<Parts> {
	const parts: Parts = { names: new Set(), texts: new Map() };
	let bytes = 0;
	try {
		if (zip.entryCount > most.entries) throw new FileRefusal('bomb');
		for await (const entry of zip.eachEntry()) {
			bytes += entry.uncompressedSize;
			judge(entry, bytes);
			if (parts.names.has(entry.fileName)) throw new FileRefusal('unreadable'); // two readers would read two documents
			parts.names.add(entry.fileName);
			parts.texts.set(entry.fileName, await unpack(zip, entry));
		}
	} finally {
		zip.close();
	}
	return parts;
}

/** By what the directory says. That it does not lie is seen while unpacking: one byte more is an error. */
function judge(entry: Entry, bytes: number) {
	const { fileName, compressedSize, uncompressedSize } = entry;
	const isPuffedUp =
		uncompressedSize > most.unpackedBytes && uncompressedSize > most.ratio * Math.max(1, compressedSize);
	if (bytes > most.bytes || isPuffedUp) throw new FileRefusal('bomb');
	if (entry.isEncrypted()) throw new FileRefusal('locked');
	if (macros.test(fileName)) throw new FileRefusal('macros');
	if (nested.test(fileName)) throw new FileRefusal('nested');
}

async function unpack(zip: ZipFile, entry: Entry): Promise<string> {
	if (entry.fileName.endsWith('/')) return '';
	const isTelling = telling.includes(entry.fileName);
	if (isTelling && entry.uncompressedSize > tellingBytes) throw new FileRefusal('bomb');
	const chunks: Buffer[] = [];
	for await (const chunk of await zip.openReadStreamPromise(entry)) if (isTelling) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}

function typeOf({ names, texts }: Parts): MediaType {
	const types = texts.get('[Content_Types].xml') ?? '';
	const manifest = texts.get('META-INF/manifest.xml') ?? '';
	if (/macroEnabled|vbaProject/i.test(types)) throw new FileRefusal('macros');
	if (/encryption-data/i.test(manifest)) throw new FileRefusal('locked');
	if (texts.get('mimetype')?.trim() === odt && names.has('content.xml')) return odt;
	if (types.includes('wordprocessingml.document.main+xml') && names.has('word/document.xml')) return docx;
	if (types.includes('spreadsheetml.sheet.main+xml') && names.has('xl/workbook.xml')) return xlsx;
	throw new FileRefusal('unknown');
}
