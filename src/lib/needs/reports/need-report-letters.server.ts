import { byWhom } from '#lib/chronicle/entry.ts';
import { date, weekday } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { actorOf } from '#lib/people/assistance.ts';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import { sourceOf } from '#lib/channels/source.ts';
import { href } from '#lib/i18n/addresses.ts';

type Kind = App.NoticeKinds['reports'];

/** What an entry of the chronicle says to whom it concerns, as `letters_of_reports()` gives it. */
export interface ReportNews {
	authority: App.Authority;
	personName: string | null;
	postTitle: string | null;
	/** Of a draft; then there is no number yet. */
	draftId: string | null;
	number: string | null;
	shortId: string | null;
	title: string | null;
	organisationName: string;
	interimDueOn: string | null;
	finalDueOn: string | null;
	officeDueOn: string | null;
	detail: Record<string, unknown>;
}

/** One letter in the language of who gets it. @param address of our pages, without a slash at its end */
export function reportLetter(kind: Kind, about: ReportNews, to: Recipient, address: string): Letter {
	const { subject, why, text, link, isShort } = texts[kind];
	return inLocale(to.locale, () => {
		const inputs = inputsOf(about);
		return {
			locale: to.locale,
			subject: subject(inputs),
			greeting: greeting(to),
			paragraphs: [why(inputs), text(inputs)],
			link: { label: link(), address: address + pathOf(kind, about, Boolean(isShort)) },
			closing: closing(about.authority)
		};
	});
}

type Inputs = Record<
	'title' | 'number' | 'organisation' | 'authority' | 'who' | 'interim' | 'final' | 'office' | 'source',
	string
>;
type Text = (inputs: Inputs) => string;
/** What it is about and until when; why one gets it; what there is to do; the words of the one link. */
type Texts = { subject: Text; why: Text; text: Text; link: () => string; isShort?: boolean };

const writing = m.report_mail_why_writing;
const planning = m.report_mail_why_planning;
const look = m.report_mail_link_report;

const texts: Record<Kind, Texts> = {
	draft_handed_in: {
		subject: m.report_mail_handed_in_subject,
		why: m.report_mail_why_releasing,
		text: m.report_mail_handed_in,
		link: m.report_mail_link_release
	},
	draft_returned: {
		subject: m.report_mail_returned_subject,
		why: writing,
		text: m.report_mail_returned,
		link: m.report_mail_link_revise
	},
	receipt: {
		subject: m.report_mail_receipt_subject,
		why: writing,
		text: m.report_mail_receipt,
		link: look,
		isShort: true
	},
	receipt_entered: {
		subject: m.report_mail_receipt_subject,
		why: writing,
		text: m.channels_mail_entered,
		link: look,
		isShort: true
	},
	entered_words: {
		subject: m.channels_mail_words_subject,
		why: writing,
		text: m.channels_mail_words,
		link: look
	},
	news_entered: {
		subject: m.report_mail_news_subject,
		why: planning,
		text: m.channels_mail_news,
		link: look
	},
	news: { subject: m.report_mail_news_subject, why: planning, text: m.report_mail_news, link: look },
	question: {
		subject: m.report_mail_question_subject,
		why: writing,
		text: m.report_mail_question,
		link: m.report_mail_link_question
	},
	interim_status: {
		subject: m.report_mail_interim_subject,
		why: writing,
		text: m.report_mail_interim,
		link: look
	},
	answered: {
		subject: m.report_mail_answered_subject,
		why: writing,
		text: m.report_mail_answered,
		link: look
	},
	answer_corrected: {
		subject: m.report_mail_corrected_subject,
		why: writing,
		text: m.report_mail_corrected,
		link: look
	},
	gap_asked: {
		subject: m.report_mail_gap_subject,
		why: writing,
		text: m.report_mail_gap,
		link: m.report_gap_link
	},
	handed_over: {
		subject: m.report_mail_handed_over_subject,
		why: m.report_mail_why_office,
		text: m.report_mail_handed_over,
		link: look
	},
	reply: { subject: m.report_mail_reply_subject, why: planning, text: m.report_mail_reply, link: look },
	addition: {
		subject: m.report_mail_addition_subject,
		why: planning,
		text: m.report_mail_addition,
		link: look
	},
	gap_answered: {
		subject: m.report_mail_gap_answered_subject,
		why: planning,
		text: m.report_mail_gap_answered,
		link: look
	}
};

/** The page where one does what the letter is about; receipts name the short address that stays the same for ever. */
function pathOf(kind: Kind, { draftId, number, shortId }: ReportNews, isShort: boolean): string {
	if (draftId) return href('/needs/drafts/[id]', { id: draftId });
	if (isShort && shortId) return href('/short/[id]', { id: shortId });
	const page = kind === 'question' ? '/reply' : kind === 'gap_asked' ? '/gap' : '';
	return href(`/needs/[number]${page}`, { number: number ?? '' });
}

function inputsOf(about: ReportNews): Inputs {
	const day = (on: string | null) => (on ? weekday(on) : '');
	return {
		title: about.title || m.report_untitled(),
		number: about.number ?? '',
		organisation: about.organisationName,
		authority: about.authority.name,
		who:
			byWhom(about.personName && actorOf(about.personName, about.detail.forPerson), about.postTitle) ||
			about.organisationName,
		interim: day(about.interimDueOn),
		final: about.finalDueOn ? date(about.finalDueOn) : '',
		office: day(about.officeDueOn),
		source: sourceOf(about.detail)
	};
}
