import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	ImageRun,
	Packer,
	LeaderType,
	PageBreak,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TabStopPosition,
	TabStopType,
	TextRun,
	WidthType,
	type IParagraphOptions
} from 'docx';
import QRCode from 'qrcode';
import { beforeValue, printable, sizeOf, type Block, type Paper } from './paper.ts';

/** The paper as a Word file with real headings, table heads, list items and a description of each picture. */
export async function wordOf(paper: Paper): Promise<Buffer> {
	const size = sizeOf(paper) * 2; // half points
	const blocks = await Promise.all(paper.blocks.map((block) => partsOf(block)));
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
				footers: { default: pageNumbers },
				children: [
					...paper.sender.map((line) => text(line, { alignment: AlignmentType.RIGHT })),
					...(paper.recipient.length ? [text('')] : []),
					...paper.recipient.map((line) => text(line)),
					text(''),
					text(paper.placeAndDate, { alignment: AlignmentType.RIGHT }),
					new Paragraph({ heading: HeadingLevel.HEADING_1, text: printable(paper.title) }),
					...blocks.flat()
				]
			}
		]
	});
	return Packer.toBuffer(document);
}

/** "2 / 7", as in the PDF. */
const pageNumbers = new Footer({
	children: [
		new Paragraph({
			alignment: AlignmentType.CENTER,
			children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })]
		})
	]
});

/** @param keepNext whether what follows stays on the same page */
async function partsOf(block: Block, keepNext = false): Promise<(Paragraph | Table)[]> {
	if ('heading' in block) {
		const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
		return [new Paragraph({ heading, text: printable(block.heading), keepNext: true })];
	}
	if ('paragraph' in block) return linesOf(block.paragraph).map((line) => text(line, { keepNext }));
	if ('quote' in block)
		return linesOf(block.quote).map((line) => text(line, { keepNext, indent: { left: 400 } }));
	if ('items' in block)
		return block.items.map(
			(item) => new Paragraph({ text: printable(item), bullet: { level: 0 }, keepNext, keepLines: true })
		);
	if ('facts' in block) return block.facts.flatMap((fact) => factOf(fact, keepNext));
	if ('boxes' in block) return block.boxes.map((box) => text(`☐ ${box}`, { keepNext, keepLines: true }));
	if ('lines' in block)
		return Array.from({ length: block.lines }, (_, place) => line(keepNext || place < block.lines - 1));
	if ('together' in block) {
		const last = block.together.length - 1;
		const parts = block.together.map((part, place) => partsOf(part, keepNext || place < last));
		return (await Promise.all(parts)).flat();
	}
	if ('table' in block)
		return [text(block.table.caption, { keepNext: true }), tableOf(block.table), text('')];
	if ('code' in block) return codeOf(block.code);
	return [new Paragraph({ children: [new PageBreak()] })];
}

const linesOf = (text: string) => text.split(/\n+/);

const text = (words: string, options: IParagraphOptions = {}) =>
	new Paragraph({ spacing: { after: 80 }, ...options, children: [new TextRun(printable(words))] });

function factOf({ term, value }: { term: string; value: string }, keepNext: boolean) {
	const [first = '', ...more] = linesOf(value);
	return [
		new Paragraph({
			spacing: { after: 80 },
			keepNext,
			children: [
				new TextRun({ text: `${beforeValue(printable(term))} `, bold: true }),
				new TextRun(printable(first))
			]
		}),
		...more.map((line) => text(line, { keepNext }))
	];
}

/** To write on. A line of underscores would break in two when the letters are larger. */
const line = (keepNext: boolean) =>
	new Paragraph({
		spacing: { before: 240 },
		keepNext,
		tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX, leader: LeaderType.UNDERSCORE }],
		children: [new TextRun('\t')]
	});

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
