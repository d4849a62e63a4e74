import {
	AlignmentType,
	Document,
	HeadingLevel,
	ImageRun,
	Packer,
	PageBreak,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import QRCode from 'qrcode';
import { printable, sizeOf, type Block, type Paper } from './paper.ts';

/** The paper as a Word file with real headings, table heads, list items and a description of each picture. */
export async function wordOf(paper: Paper): Promise<Buffer> {
	const size = sizeOf(paper) * 2; // half points
	const blocks = await Promise.all(paper.blocks.map(partsOf));
	const document = new Document({
		title: printable(paper.title),
		creator: printable(paper.sender[0] ?? ''),
		styles: {
			default: {
				document: { run: { font: 'Arial', size, language: { value: `${paper.language}-DE` } } },
				heading1: {
					run: { size: size + 8, bold: true },
					paragraph: { spacing: { before: 360, after: 160 } }
				},
				heading2: {
					run: { size: size + 4, bold: true },
					paragraph: { spacing: { before: 300, after: 120 } }
				},
				heading3: { run: { size: size + 1, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } }
			}
		},
		sections: [
			{
				children: [
					...paper.sender.map((line) => text(line, AlignmentType.RIGHT)),
					...(paper.recipient.length ? [text('')] : []),
					...paper.recipient.map((line) => text(line)),
					text(''),
					text(paper.placeAndDate, AlignmentType.RIGHT),
					new Paragraph({ heading: HeadingLevel.HEADING_1, text: printable(paper.title) }),
					...blocks.flat()
				]
			}
		]
	});
	return Packer.toBuffer(document);
}

async function partsOf(block: Block): Promise<(Paragraph | Table)[]> {
	if ('heading' in block) {
		const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
		return [new Paragraph({ heading, text: printable(block.heading), keepNext: true })];
	}
	if ('paragraph' in block) return block.paragraph.split(/\n+/).map((line) => text(line));
	if ('items' in block)
		return block.items.map((item) => new Paragraph({ text: printable(item), bullet: { level: 0 } }));
	if ('boxes' in block) return block.boxes.map((box) => text(`☐ ${box}`));
	if ('lines' in block) return Array.from({ length: block.lines }, () => text('_'.repeat(60)));
	if ('table' in block) return [text(block.table.caption), tableOf(block.table)];
	if ('code' in block) return codeOf(block.code);
	return [new Paragraph({ children: [new PageBreak()] })];
}

const text = (line: string, alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
	new Paragraph({ alignment, spacing: { after: 80 }, children: [new TextRun(printable(line))] });

function tableOf({ head, rows }: Extract<Block, { table: unknown }>['table']) {
	const row = (cells: string[], isHead: boolean) =>
		new TableRow({
			tableHeader: isHead,
			cantSplit: true,
			children: cells.map(
				(cell) =>
					new TableCell({
						children: [new Paragraph({ children: [new TextRun({ text: printable(cell), bold: isHead })] })]
					})
			)
		});
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		rows: [row(head, true), ...rows.map((cells) => row(cells, false))]
	});
}

async function codeOf({ address, label }: { address: string; label: string }) {
	const data = await QRCode.toBuffer(address, { errorCorrectionLevel: 'M', margin: 2, scale: 6 });
	const image = new ImageRun({
		type: 'png',
		data,
		transformation: { width: 130, height: 130 },
		altText: { name: 'QR-Code', title: label, description: `${label}: ${address}` }
	});
	return [new Paragraph({ children: [image] }), text(`${label}: ${address}`)];
}
