import type { Archive } from '../unpacked.ts';
import { DocumentRefusal, type Progress, type Properties, type ReadDocument, type View } from './document.ts';
import { finish } from './finish.ts';
import { openPictures } from './pictures.ts';
import { nestedBlocks, readLines } from './read-odt-blocks.ts';
import { readRegions } from './read-odt-changes.ts';
import { openLists } from './read-odt-lists.ts';
import { wordsIn, type OdtSource } from './read-odt-source.ts';
import { readOdtStyles } from './read-odt-styles.ts';
import { openReading } from './reading.ts';
import { attribute, child, childrenOf, elementsOf, parse, textIn, within, type Element } from './xml.ts';

/**
 * Reads an OpenDocument text.
 * @param report told every hundred paragraphs
 * @throws DocumentRefusal
 */
export async function readOdt(
	archive: Archive,
	view: View,
	report: (progress: Progress) => void
): Promise<ReadDocument> {
	const part = async (path: string) => {
		const bytes = await archive.read(path);
		return bytes && parse(bytes);
	};
	const manifest = await part('META-INF/manifest.xml');
	if (manifest && !within(manifest, 'manifest:encryption-data').next().done)
		throw new DocumentRefusal('errors_document_locked');
	const content = await part('content.xml');
	const body = child(child(content, 'office:body'), 'office:text');
	if (!content || !body) throw new DocumentRefusal('errors_document_unreadable');
	const styles = await part('styles.xml');

	const reading = openReading(view);
	const read = readOdtStyles([content, styles]);
	const source: OdtSource = {
		reading,
		view,
		styles: read,
		lists: openLists(read),
		regions: readRegions(body),
		open: new Map(),
		types: new Map(
			childrenOf(manifest, 'manifest:file-entry').map((entry) => [
				attribute(entry, 'manifest:full-path') ?? '',
				attribute(entry, 'manifest:media-type') ?? ''
			])
		),
		picture: openPictures(await picturesIn(archive, body), reading),
		nested: (elements) => nestedBlocks(source, elements)
	};

	const elements = elementsOf(body);
	const all = Math.max(elements.length, [...within(body, 'text:p', 'text:h', 'table:table')].length);
	let done = 0;
	const lines = readLines(source, elements, true, () => {
		if (++done % 100 === 0) report({ done: Math.min(done, all), all });
	});
	report({ done: all, all });

	for (const part of styles ? within(styles, 'style:header', 'style:footer') : []) {
		const words = wordsIn(part).trim();
		if (/\p{L}/u.test(words)) reading.loseOnce(part.name === 'style:header' ? 'header' : 'footer', words);
	}
	if (archive.names.some((name) => /^(Basic|Scripts)\/./.test(name))) reading.loseOnce('macros');
	return finish(reading, lines, propertiesOf(await part('meta.xml')));
}

/** The pictures that the body shows, by their path. */
async function picturesIn(archive: Archive, body: Element): Promise<Map<string, Buffer>> {
	const bytes = new Map<string, Buffer>();
	for (const image of within(body, 'draw:image')) {
		const path = (attribute(image, 'xlink:href') ?? '').replace(/^\.\//, '');
		const found = bytes.has(path) || !path.startsWith('Pictures/') ? undefined : await archive.read(path);
		if (found) bytes.set(path, found);
	}
	return bytes;
}

function propertiesOf(root: Element | undefined): Properties {
	const meta = child(root, 'office:meta');
	const said = (name: string) => {
		const element = child(meta, name);
		return (element && textIn(element).trim()) || undefined;
	};
	const [title, author, created] = [
		said('dc:title'),
		said('meta:initial-creator') ?? said('dc:creator'),
		said('meta:creation-date')
	];
	return {
		...(title && { title }),
		...(author && { author }),
		...(created && { created }),
		custom: Object.fromEntries(
			childrenOf(meta, 'meta:user-defined').map((element) => [
				attribute(element, 'meta:name') ?? '',
				textIn(element).trim()
			])
		)
	};
}
