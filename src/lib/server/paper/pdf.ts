import QRCode from 'qrcode';
import { beforeValue, type Block, type Paper } from './paper.ts';
import { openTypst, plainFonts } from './typst.ts';

let kept: ReturnType<typeof openTypst> | undefined;

/**
 * The paper as a tagged PDF that keeps the rules of PDF/UA-1 (the compiler refuses what does not, one sign without a drawing
 * included: so signs that no font has are named).
 * The compiler is made once, on the first paper: it reads the fonts.
 */
export async function pdfOf(paper: Paper): Promise<Buffer> {
	kept ??= openTypst('src/lib/server/paper/paper.typ', plainFonts);
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
