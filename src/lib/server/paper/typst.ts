import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { drawableBy } from './signs.ts';

const fira = (weight: number) =>
	join(root, `src/lib/server/paper/fonts/fira-sans-latin-${weight}-normal.ttf`);
const dejaVu = (name: string) => join(root, `node_modules/dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`);

/** Fira Sans as on the pages, and DejaVu Sans for the signs it lacks: names with ł or č, boxes, arrows, Greek. */
export const plainFonts = [fira(400), fira(600), dejaVu('Sans'), dejaVu('Sans-Bold')];

/** The same with what Fira Sans has no files for here: slanted letters, and letters of one width. */
export const textFonts = [
	...plainFonts,
	dejaVu('Sans-Oblique'),
	dejaVu('Sans-BoldOblique'),
	dejaVu('SansMono')
];

/**
 * What draws one template. It reads the fonts, so it is made once.
 * @param template from the project's folder
 */
export function openTypst(template: string, fontFiles: string[]) {
	const fontBlobs = fontFiles.map((file) => readFileSync(file));
	return {
		compiler: NodeCompiler.create({ workspace: join(root, 'src/lib/server'), fontArgs: [{ fontBlobs }] }),
		source: readFileSync(join(root, template), 'utf8'),
		/** A text with the number of each sign that no font can draw in brackets. */
		drawable: drawableBy(fontBlobs.slice(0, plainFonts.length))
	};
}
