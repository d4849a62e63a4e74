import { kindOf, type Attachment } from '#lib/attachments/attachment.ts';
import { entryBlocks } from '#lib/server/paper/entries.ts';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { senderOf } from '#lib/server/paper/address.ts';
import type { Block, Paper } from '#lib/server/paper/paper.ts';
import { labelOf, type Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import type { Answer, NeedReport } from './need-report.ts';
import { chronicleOf } from './report-chronicle.ts';
import { factsOf } from './report-facts.ts';
import { stateOf } from './report-state.ts';
import { submittedTexts } from './submitted-texts.ts';

type Beside = { files: Attachment[]; words: Vocabulary; authority: App.Authority };

/** One report and what became of it, oldest first, as far as the reader may know. Nothing the authority says among itself. */
export function reportPaper(report: NeedReport, { files, words, authority }: Beside): Paper {
	const decision = labelOf(words.decisionWords, report.decision ?? '');
	return {
		title: `${report.number}: ${report.title}`,
		language: getLocale().slice(0, 2),
		sender: senderOf(authority),
		recipient: [],
		placeAndDate: m.report_paper_as_of({ date: date(report.today) }),
		isLarge: false,
		blocks: [
			{ paragraph: stateOf(report, decision).sentences.join(' ') },
			{ heading: m.report_facts(), level: 2 },
			{
				facts: factsOf(report, words).flatMap(({ term, value }) => (value ? [{ term, value }] : []))
			},
			{ heading: m.report_submitted(), level: 2 },
			{ paragraph: report.description },
			...submittedTexts(report).flatMap(({ title, text }): Block[] => [
				{ heading: title, level: 3 },
				{ paragraph: text }
			]),
			...under(m.attachments_heading(), files.length ? [{ items: files.map(fileInWords) }] : []),
			...under(
				m.report_answer(),
				report.answers.flatMap((answer, place) => answerBlocks(answer, place, words))
			),
			...under(m.report_settlement(), report.settlement ? [{ paragraph: report.settlement }] : []),
			...under(m.report_chronicle(), entryBlocks(chronicleOf(report.chronicle ?? [], words).reverse()))
		]
	};
}

/** A part with its heading, unless there is nothing in it. */
const under = (heading: string, blocks: Block[]): Block[] =>
	blocks.length ? [{ heading, level: 2 }, ...blocks] : [];

const fileInWords = (file: Attachment) =>
	[`${file.file_name} (${kindOf(file)})`, file.alt_text ?? file.description].filter(Boolean).join(': ');

/** Newest first: the one that holds, and below it what was said before. */
function answerBlocks(answer: Answer, place: number, { decisionWords }: Vocabulary): Block[] {
	const { at, correctsId, decision, forwardedTo, reason } = answer;
	const day = { date: date(at) };
	const holds = correctsId ? m.report_answer_corrected(day) : m.report_answer_at(day);
	return [
		...(place ? [{ heading: m.report_answer_before(day), level: 3 } as const] : []),
		{ paragraph: labelOf(decisionWords, decision) },
		...(forwardedTo ? [{ paragraph: m.report_answer_forwarded({ to: forwardedTo }) }] : []),
		{ paragraph: reason },
		...(place ? [] : [{ paragraph: holds }])
	];
}
