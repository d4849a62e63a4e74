import { moment } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import type { Outcome } from './vote.ts';
import { consequence, outcomeInWords, pathOf } from './vote-words.ts';

type Kind = App.NoticeKinds['votes'];

/** A vote and what is to be told of it, as `letters_of_votes()` gives it. Whom to ask is the body's own office. */
export interface VoteNews {
	authority: App.Authority;
	id: string;
	title: string;
	organisationName: string;
	closesAt: string | null;
	isSecret: boolean;
	outcome: Outcome | null;
	/** It goes to somebody who steps in for a member. */
	isStepIn: boolean;
}

/** One letter in the language of who gets it. @param address of our pages, without a slash at its end */
export function voteLetter(kind: Kind, vote: VoteNews, to: Recipient, address: string): Letter {
	return inLocale(to.locale, () => {
		const inputs = {
			title: vote.title,
			organisation: vote.organisationName,
			until: vote.closesAt ? moment(vote.closesAt) : '',
			outcome: vote.outcome ? outcomeInWords(vote.outcome) : ''
		};
		const { subject, text, link } = texts[kind];
		return {
			locale: to.locale,
			subject: subject(inputs),
			greeting: greeting(to),
			paragraphs: [m.votes_mail_why(inputs), ...text(inputs, vote)],
			link: { label: link(), address: address + pathOf(vote.id) },
			closing: closing(vote.authority)
		};
	});
}

type Inputs = { title: string; organisation: string; until: string; outcome: string };
type Texts = {
	subject: (inputs: Inputs) => string;
	text: (inputs: Inputs, vote: VoteNews) => string[];
	link: () => string;
};

const asked = (inputs: Inputs, { isSecret, isStepIn }: VoteNews) => [
	...(isStepIn ? [m.votes_mail_step_in(inputs)] : []),
	m.votes_mail_asked(inputs),
	isSecret ? m.votes_mail_secret() : m.votes_mail_open(),
	m.votes_mail_final()
];

const texts: Record<Kind, Texts> = {
	vote_opened: { subject: m.votes_mail_opened_subject, text: asked, link: m.votes_mail_link_ballot },
	vote_reminder: { subject: m.votes_mail_reminder_subject, text: asked, link: m.votes_mail_link_ballot },
	vote_result: {
		subject: m.votes_mail_result_subject,
		text: (inputs, { outcome }) => [m.votes_mail_result(inputs), ...(outcome ? [consequence(outcome)] : [])],
		link: m.votes_mail_link_result
	}
};
