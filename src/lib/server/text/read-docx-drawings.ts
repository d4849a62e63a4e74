import type { Block } from '#lib/text/block.ts';
import { shownWithin, wordsIn, type Source } from './read-docx-source.ts';
import { attribute, child, elementsOf, textIn, within, type Element } from './xml.ts';

/** Whether an element of a run is drawn, not written. */
export const isDrawn = ({ name }: Element) =>
	/^w:(drawing|pict|object|control|movie|contentPart)$/.test(name);

/** The pictures and text boxes of a drawing; everything else in it is told as lost. */
export function readDrawn(source: Source, element: Element): Block[] {
	switch (element.name) {
		case 'w:drawing':
			return readDrawing(source, element);
		case 'w:control':
			source.reading.lose('form', attribute(element, 'w:name'));
			return [];
		case 'w:pict':
		case 'w:object':
			return readShape(source, element);
		default:
			source.reading.lose('drawing');
			return [];
	}
}

function readDrawing(source: Source, drawing: Element): Block[] {
	const about = within(drawing, 'wp:docPr').next().value;
	const alt = altOf(about);
	const pictures = [...shownWithin(drawing, 'pic:pic')];
	const blocks = pictures.flatMap((picture) => {
		const own = altOf(within(picture, 'pic:cNvPr').next().value);
		const blip = within(picture, 'a:blip').next().value;
		return pictureOf(source, blip, pictures.length > 1 ? own : (alt ?? own));
	});
	const boxes = boxesOf(source, drawing);
	const what = ['c:chart', 'dgm:relIds'].find((name) => !within(drawing, name).next().done);
	const isChart = what === 'c:chart' || /chartex/.test(attribute(graphicOf(drawing), 'uri') ?? '');
	if (isChart || what) source.reading.lose(isChart ? 'chart' : 'diagram', alt);
	else if (!pictures.length && !boxes.length && alt !== '') source.reading.lose('drawing', alt);
	return [...blocks, ...boxes];
}

const graphicOf = (drawing: Element) => within(drawing, 'a:graphicData').next().value as Element | undefined;

/** What is said of a picture; empty when it only adorns. */
function altOf(about: Element | undefined | void): string | undefined {
	if (!about) return undefined;
	const adorns = within(about, 'adec:decorative').next().value;
	if (adorns && attribute(adorns, 'val') !== '0') return '';
	return attribute(about, 'descr')?.trim() || attribute(about, 'title')?.trim() || undefined;
}

function pictureOf(source: Source, blip: Element | undefined | void, alt: string | undefined): Block[] {
	const id = blip && (attribute(blip, 'r:embed') ?? attribute(blip, 'r:link'));
	return imageBlock(source, id ?? '', alt);
}

function imageBlock(source: Source, id: string, alt: string | undefined): Block[] {
	const relation = source.relations.get(id);
	if (relation?.isExternal) {
		source.reading.lose('linked_image', relation.target);
		return [];
	}
	const file = source.picture(relation?.target ?? '', alt);
	return file ? [{ kind: 'image', file, ...(alt !== undefined && { alt: alt.slice(0, 1000) }) }] : [];
}

const boxesOf = (source: Source, element: Element): Block[] =>
	[...shownWithin(element, 'w:txbxContent')].flatMap((content) => {
		const blocks = source.nested(elementsOf(content));
		return blocks.length ? [{ kind: 'box' as const, blocks }] : [];
	});

/** The older kind of drawing (VML). */
function readShape(source: Source, element: Element): Block[] {
	const { reading } = source;
	const shapes = [...within(element, 'v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:line', 'v:polyline')];
	const object = within(element, 'o:OLEObject').next().value;
	if (object) reading.lose('embedded', attribute(object, 'ProgID'));
	const images = shapes.flatMap((shape) => {
		const data = child(shape, 'v:imagedata');
		const id = data && (attribute(data, 'r:id') ?? attribute(data, 'o:relid'));
		return id ? imageBlock(source, id, attribute(shape, 'alt')?.trim() || undefined) : [];
	});
	const boxes = boxesOf(source, element);
	const art = [...within(element, 'v:textpath')].map((path) => attribute(path, 'string')).filter(Boolean);
	const isRule = shapes.some((shape) => attribute(shape, 'o:hr'));
	const isKnown = object || isRule || shapes.some((shape) => child(shape, 'v:imagedata')) || boxes.length;
	if (art.length || !isKnown) reading.lose('drawing', art.join(' ') || wordsIn(element) || textIn(element));
	return [...images, ...boxes];
}
