import { m } from '#lib/i18n/paraglide/messages.js';
import type { Doubt } from '#lib/text/markdown-frames.ts';

const words: Record<Doubt['what'], (inputs: { line: number }) => string> = {
	html: m.documents_doubt_html,
	rule: m.documents_doubt_rule,
	frame: m.documents_doubt_frame,
	link: m.documents_doubt_link,
	image: m.documents_doubt_image,
	note: m.documents_doubt_note,
	braces: m.documents_doubt_braces,
	depth: m.documents_doubt_depth,
	title: m.documents_doubt_title
};

/** What was not understood in what somebody wrote, and where. */
export const doubtInWords = ({ what, line }: Doubt) => words[what]({ line });
