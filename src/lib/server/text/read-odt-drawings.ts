import type { Block } from '#lib/text/block.ts';
import { wordsIn, type OdtSource } from './read-odt-source.ts';
import { attribute, child, childrenOf, elementsOf, textIn, type Element } from './xml.ts';

/** Whether an element is drawn, not written. */
export const isDrawn = ({ name }: Element) => /^(draw|dr3d):/.test(name);

/** The pictures and text boxes of a drawing; everything else in it is told as lost. */
export function readDrawn(source: OdtSource, element: Element): Block[] {
	switch (element.name) {
		case 'draw:frame':
			return readFrame(source, element);
		case 'draw:g':
		case 'draw:a':
			return elementsOf(element)
				.filter(isDrawn)
				.flatMap((inner) => readDrawn(source, inner));
		case 'draw:control':
			source.reading.lose('form', attribute(element, 'draw:control'));
			return [];
		default:
			return readShape(source, element);
	}
}

function readFrame(source: OdtSource, frame: Element): Block[] {
	const { reading } = source;
	const alt = altOf(frame);
	const object = elementsOf(frame).find(({ name }) =>
		/^draw:(object|object-ole|plugin|applet|floating-frame)$/.test(name)
	);
	if (object) {
		tellObject(source, object, alt);
		return [];
	}
	const text = child(frame, 'draw:text-box');
	if (text) return boxOf(source, elementsOf(text));
	const images = childrenOf(frame, 'draw:image').map((image) =>
		(attribute(image, 'xlink:href') ?? '').replace(/^\.\//, '')
	);
	const path = images.find((path) => /\.(png|jpe?g|webp)$/i.test(path)) ?? images[0];
	if (path === undefined) return [];
	if (/^\w+:/.test(path)) {
		reading.lose('linked_image', path);
		return [];
	}
	const file = source.picture(path, alt);
	return file ? [{ kind: 'image', file, ...(alt !== undefined && { alt: alt.slice(0, 1000) }) }] : [];
}

/** What is said of a picture; empty when it only adorns. */
function altOf(frame: Element): string | undefined {
	if (attribute(frame, 'loext:decorative') === 'true') return '';
	const said = (name: string) => {
		const element = child(frame, name);
		return element && textIn(element).trim();
	};
	return said('svg:desc') || said('svg:title') || undefined;
}

function tellObject({ reading, types }: OdtSource, object: Element, alt: string | undefined) {
	const path = (attribute(object, 'xlink:href') ?? '').replace(/^\.\//, '');
	const type = types.get(`${path}/`) ?? types.get(path) ?? '';
	const isFormula = type.endsWith('.formula') || child(object, 'math:math') !== undefined;
	if (isFormula) reading.lose('equation', alt ?? textIn(object));
	else reading.lose(type.endsWith('.chart') ? 'chart' : 'embedded', alt ?? type);
}

/** A picture and its caption are framed together; a frame of pictures alone is none. */
function boxOf(source: OdtSource, elements: Element[]): Block[] {
	const blocks = source.nested(elements);
	if (blocks.every(({ kind }) => kind === 'image')) return blocks;
	return [{ kind: 'box', blocks }];
}

function readShape(source: OdtSource, shape: Element): Block[] {
	const text = elementsOf(shape).filter(({ name }) => /^text:(p|list)$/.test(name));
	if (text.some((paragraph) => wordsIn(paragraph).trim())) return boxOf(source, text);
	if (/^draw:(glue-point|enhanced-geometry|layer-set|contour\S*|image-map)$/.test(shape.name)) return [];
	source.reading.lose('drawing', altOf(shape));
	return [];
}
