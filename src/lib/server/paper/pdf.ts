import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { root } from '../root.ts';
import { beforeValue, type Block, type Paper } from './paper.ts';
import { drawableBy } from './signs.ts';

const folder = join(root, 'src/lib/server/paper');
/** Fira Sans as on the pages, and DejaVu Sans for the signs it lacks: names with ł or č, boxes, arrows, Greek. */
const fontFiles = [
	join(folder, 'fonts/fira-sans-latin-400-normal.ttf'),
	join(folder, 'fonts/fira-sans-latin-600-normal.ttf'),
	join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
	join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')
];
let kept: { compiler: NodeCompiler; source: string; drawable: (text: string) => string } | undefined;

/**
 * The paper as a tagged PDF that keeps the rules of PDF/UA-1 (the compiler refuses what does not, one sign without a drawing
 * included: so signs that no font has are named).
 * The compiler is made once, on the first paper: it reads the fonts.
 */
export async function pdfOf(paper: Paper): Promise<Buffer> {
	kept ??= open();
	const { compiler, source, drawable } = kept;
	const blocks = await Promise.all(paper.blocks.map(drawn));
	const given = JSON.stringify({ ...paper, blocks }, (key, value) =>
		typeof value === 'string' && key !== 'svg' ? drawable(value) : value
	);
	const pdf = compiler.pdf(
		{ mainFileContent: source, inputs: { paper: given } },
		{ pdfStandard: 'ua-1' as never }
	);
	compiler.evictCache(10);
	return pdf;
}

function open() {
	const fontBlobs = fontFiles.map((file) => readFileSync(file));
	return {
		compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] }),
		source: readFileSync(join(folder, 'paper.typ'), 'utf8'),
		drawable: drawableBy(fontBlobs)
	};
}

async function drawn(block: Block): Promise<object> {
	if ('together' in block) return { together: await Promise.all(block.together.map(drawn)) };
	if ('facts' in block)
		return { facts: block.facts.map(({ term, value }) => ({ term: beforeValue(term), value })) };
	if (!('code' in block)) return block;
	const svg = await QRCode.toString(block.code.address, {
		type: 'svg',
		errorCorrectionLevel: 'M',
		margin: 1
	});
	return { code: { ...block.code, svg } };
}
