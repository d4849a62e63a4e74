import type { Archive } from '../unpacked.ts';
import { DocumentRefusal, type Progress, type ReadDocument, type View } from './document.ts';
import { finish } from './finish.ts';
import { openPictures } from './pictures.ts';
import { nestedBlocks, readLines } from './read-docx-blocks.ts';
import { readRemarks } from './read-docx-comments.ts';
import { fieldEnds } from './read-docx-fields.ts';
import { openNumbering } from './read-docx-numbering.ts';
import { readProperties } from './read-docx-properties.ts';
import { wordsIn, type Relation, type Source } from './read-docx-source.ts';
import { readStyles } from './read-docx-styles.ts';
import { openReading } from './reading.ts';
import { attribute, child, childrenOf, elementsOf, parse, within, type Element } from './xml.ts';

/**
 * Reads a Word file.
 * @param report told every hundred outermost elements
 * @throws DocumentRefusal
 */
export async function readDocx(
	archive: Archive,
	view: View,
	report: (progress: Progress) => void
): Promise<ReadDocument> {
	const part = async (path: string) => {
		const bytes = await archive.read(path);
		return bytes && parse(bytes);
	};
	const relationsOf = async (path: string) => relations(path, await part(relationsPath(path)));
	const related = (of: Map<string, Relation>, type: string) =>
		[...of.values()].find((relation) => relation.type === type && !relation.isExternal)?.target ?? '';

	const outer = await relationsOf('');
	const main = related(outer, 'officeDocument');
	const root = await part(main);
	const body = child(root, 'w:body');
	if (!root || !body) throw new DocumentRefusal('errors_document_unreadable');
	const own = await relationsOf(main);
	const inner = (type: string) => part(related(own, type));
	const notes = async (type: 'footnotes' | 'endnotes') => {
		const path = related(own, type);
		const elements = elementsOf(await part(path)).filter(
			(note) => !attribute(note, 'w:type') || attribute(note, 'w:type') === 'normal'
		);
		return {
			elements: new Map(elements.map((note) => [attribute(note, 'w:id') ?? '', note])),
			relations: path ? await relationsOf(path) : new Map<string, Relation>()
		};
	};

	const reading = openReading(view);
	const source: Source = {
		reading,
		view,
		styles: readStyles(await inner('styles')),
		numbering: openNumbering(await inner('numbering')),
		relations: own,
		notes: { foot: await notes('footnotes'), end: await notes('endnotes') },
		isInNote: false,
		fields: [],
		ends: fieldEnds(root),
		picture: () => undefined,
		nested: (elements) => nestedBlocks(source, elements)
	};
	for (const { elements } of Object.values(source.notes))
		for (const note of elements.values())
			for (const [begin, end] of fieldEnds(note)) source.ends.set(begin, end);
	const pictures = [source.relations, source.notes.foot.relations, source.notes.end.relations].flatMap(
		(all) => [...all.values()].filter(({ type, isExternal }) => type === 'image' && !isExternal)
	);
	const bytes = new Map<string, Buffer>();
	for (const { target } of pictures) {
		const found = await archive.read(target);
		if (found && !bytes.has(target)) bytes.set(target, found);
	}
	source.picture = openPictures(bytes, reading);

	const all = elementsOf(body).length;
	let done = 0;
	const lines = readLines(source, elementsOf(body), true, () => {
		if (++done % 100 === 0) report({ done: Math.min(done, all), all });
	});
	report({ done: all, all });

	await tellBeside(body);
	reading.found.remarks.push(
		...readRemarks({
			comments: await inner('comments'),
			extended: await inner('commentsExtended')
		})
	);
	return finish(reading, lines, {
		...readProperties({
			core: await part(related(outer, 'core-properties')),
			custom: await part(related(outer, 'custom-properties'))
		})
	});

	/** What stands beside the text: heads and feet of pages, macros, a template. */
	async function tellBeside(body: Element) {
		for (const reference of within(body, 'w:headerReference', 'w:footerReference')) {
			const relation = own.get(attribute(reference, 'r:id') ?? '');
			const element = relation && (await part(relation.target));
			const words = element ? wordsIn(element).trim() : '';
			const what = reference.name === 'w:headerReference' ? 'header' : 'footer';
			if (/\p{L}/u.test(words)) reading.loseOnce(what, words);
		}
		if (archive.names.some((name) => /vbaProject[^/]*\.bin$|vbaData\.xml$/i.test(name)))
			reading.loseOnce('macros');
		const settings = related(own, 'settings');
		const template = [...(await relationsOf(settings)).values()].find(
			({ type }) => type === 'attachedTemplate'
		);
		if (template?.isExternal && /^(https?:|\\\\)/i.test(template.target))
			reading.loseOnce('linked_template', template.target);
		for (const name of archive.names.filter((name) => /(^|\/)embeddings\/./.test(name)))
			reading.loseOnce('embedded', name.split('/').at(-1));
	}
}

/** Where the relations of a part stand; those of the package for none. */
function relationsPath(path: string): string {
	const at = path.lastIndexOf('/') + 1;
	return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

/** The relations of a part, with paths from the top of the package. */
function relations(path: string, root: Element | undefined): Map<string, Relation> {
	return new Map(
		childrenOf(root, 'rel:Relationship').map((element) => {
			const isExternal = attribute(element, 'TargetMode') === 'External';
			const target = attribute(element, 'Target') ?? '';
			return [
				attribute(element, 'Id') ?? '',
				{
					type: (attribute(element, 'Type') ?? '')
						.split('/')
						.at(-1)!
						.replace(/^(core|custom|extended)P/, '$1-p'),
					target: isExternal ? target : resolved(path, target),
					isExternal
				}
			];
		})
	);
}

function resolved(path: string, target: string): string {
	const names = target.startsWith('/') ? [] : path.split('/').slice(0, -1);
	for (const name of target.split('/')) {
		if (name === '..') names.pop();
		else if (name && name !== '.') names.push(name);
	}
	return names.join('/');
}
