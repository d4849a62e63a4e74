import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { root } from '../root.ts';
import { printable, type Block, type Paper } from './paper.ts';

const folder = join(root, 'src/lib/server/paper');
let kept: { compiler: NodeCompiler; source: string } | undefined;

/**
 * The paper as a tagged PDF that keeps the rules of PDF/UA-1 (the compiler refuses what does not).
 * The compiler is made once, on the first paper: it reads the fonts.
 */
export async function pdfOf(paper: Paper): Promise<Buffer> {
	kept ??= {
		compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [join(folder, 'fonts')] }] }),
		source: readFileSync(join(folder, 'paper.typ'), 'utf8')
	};
	const blocks = await Promise.all(paper.blocks.map(drawn));
	const given = JSON.stringify({ ...paper, blocks }, (_key, value) =>
		typeof value === 'string' ? printable(value) : value
	);
	const pdf = kept.compiler.pdf(
		{ mainFileContent: kept.source, inputs: { paper: given } },
		{ pdfStandard: 'ua-1' as never }
	);
	kept.compiler.evictCache(10);
	return pdf;
}

async function drawn(block: Block) {
	if (!('code' in block)) return block;
	const svg = await QRCode.toString(block.code.address, {
		type: 'svg',
		errorCorrectionLevel: 'M',
		margin: 1
	});
	return { code: { ...block.code, svg } };
}
