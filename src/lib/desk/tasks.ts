import { z } from 'zod';
import { callKinds, kindOf, pageOf, type CallTask } from '#lib/calls/kind.ts';
import { byWhom } from '#lib/chronicle/entry.ts';
import { href } from '#lib/i18n/addresses.ts';
import { date, isOverdue, timeLeft } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { declined } from '#lib/people/person.ts';

/** One line of the task list. */
export interface Task {
	href: string;
	title: string;
	why: string;
	due?: string;
	left?: string;
	isLate?: boolean;
}

/** What one can do now; what lies with others; in the order given: overdue first, then by date. */
export function tasksOf({ tasks, today }: Pick<StartPage, 'tasks' | 'today'>): {
	mine: Task[];
	others: Task[];
} {
	const each = onePerReport(tasks);
	const isMine = ({ kind }: OpenTask) => !kinds[kind]!.isOthers;
	return {
		mine: each.filter(isMine).map((task) => taskOf(task, today)),
		others: each.filter((task) => !isMine(task)).map((task) => taskOf(task, today))
	};
}

/** A report that is new and due at once is one thing to do, not three. */
function onePerReport(tasks: OpenTask[]): OpenTask[] {
	const planned = ['assess', 'interim', 'answer'];
	const seen = new Set<string>();
	return tasks.filter(({ kind, ref }) => {
		if (!planned.includes(kind)) return true;
		const isNew = !seen.has(ref);
		seen.add(ref);
		return isNew;
	});
}

function taskOf(task: OpenTask, today: string): Task {
	const who = task.who ?? (task.kind === 'follow_up' ? '' : m.start_own_organisation());
	const inputs = {
		title: task.title || m.report_untitled(),
		who,
		whom: declined(who),
		date: date(task.at),
		number: task.ref,
		due: task.dueOn ? date(task.dueOn) : ''
	};
	const { href, title, why, isDated = true } = kinds[task.kind]!;
	const going = goingOn(task, today);
	const line = {
		href: href(task.ref),
		title: title(inputs),
		why: going ? m.start_draft_going({ date: date(going) }) : why(inputs)
	};
	if (!task.dueOn || !isDated) return line;
	return {
		...line,
		due: m.start_due({ date: date(task.dueOn) }),
		left: timeLeft(task.dueOn, today),
		isLate: isOverdue(task.dueOn, today)
	};
}

/** Drafts are kept for twelve months (`private.retention_rules`); a month before that they say so. Empty: not yet. */
function goingOn({ kind, at }: OpenTask, today: string): string {
	if (kind !== 'continue' && kind !== 'revise') return '';
	const last = new Date(at);
	last.setUTCMonth(last.getUTCMonth() + 11);
	if (last.toISOString().slice(0, 10) > today) return '';
	last.setUTCMonth(last.getUTCMonth() + 1);
	const day = last.toISOString().slice(0, 10);
	return day < today ? today : day;
}

type Inputs = { title: string; who: string; whom: string; date: string; number: string; due: string };
type Text = (inputs: Inputs) => string;
type Kind = { href: (ref: string) => string; title: Text; why: Text; isDated?: boolean; isOthers?: boolean };

const draft = (ref: string) => href('/needs/drafts/[id]', { id: ref });
const report = (ref: string) => href('/needs/[number]', { number: ref });
const callOf = (ref: string) => {
	const [kind = '', slug = '', about] = ref.split('/');
	return { kind, slug, about };
};
const addressee = (ref: string, page: '' | '/extension' = '') => {
	const { about = '', ...call } = callOf(ref);
	return pageOf(call, `/response/[addressee=uuid]${page}`, { addressee: about });
};

const openTask = z.strictObject({
	/** One of those below. */
	kind: z.string(),
	/** Number of the report, need or barrier report; id of a draft; of a call its kind, short name and the id of one addressee, or of one's own of several organisations, with slashes. */
	ref: z.string(),
	title: z.string().optional(),
	who: z.string().optional(),
	dueOn: calendarDay.optional(),
	at: instant
});
export type OpenTask = z.infer<typeof openTask>;

export const figures = z.strictObject({
	overdue: z.int(),
	interimOverdue: z.int(),
	new: z.int(),
	silent: z.int(),
	/** Replies to questions that no planner has dealt with yet. */
	replied: z.int(),
	/** Mails that did not arrive. */
	undelivered: z.int()
});
export type Figures = z.infer<typeof figures>;

const newsItem = z.strictObject({
	kind: z.string(),
	at: instant,
	number: z.string(),
	title: z.string(),
	postTitle: z.string().nullable(),
	why: z.enum(['own', 'planning'])
});
export type News = z.infer<typeof newsItem>;

/** What the first page after sign-in reads, as `start_page()` gives it. */
export const startPage = z.strictObject({
	today: calendarDay,
	tasks: z.array(openTask),
	/** Counted up to 501. Administrators have the last alone, if any; others null. */
	figures: z
		.union([
			figures,
			z.strictObject({
				undelivered: z.int()
			})
		])
		.nullable(),
	/** Of an own organisation; only where there is no task. */
	nextMeeting: z
		.strictObject({ id: z.string(), title: z.string(), startsAt: instant, place: z.string().nullable() })
		.nullable(),
	canReport: z.boolean(),
	news: z.array(newsItem),
	vacant: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			organisationName: z.string(),
			duties: z.int(),
			deputy: z.string().nullable()
		})
	)
});
export type StartPage = z.infer<typeof startPage>;

/** Verb first, then why it is here and how long it takes. A reply has no date of its own: the date named is the district's. */
const kinds: Record<string, Kind> = {
	release: {
		href: (ref) => href('/needs/drafts/[id]/check', { id: ref }),
		title: m.start_release,
		why: m.start_release_why
	},
	revise: { href: draft, title: m.start_revise, why: m.start_revise_why },
	await_release: {
		href: (ref) => href('/needs/drafts/[id]/check', { id: ref }),
		title: m.start_await_release,
		why: m.start_await_release_why,
		isOthers: true
	},
	transcribe: { href: draft, title: m.channels_task, why: m.channels_task_why },
	continue: { href: draft, title: m.start_continue, why: m.start_continue_why },
	reply: {
		href: (ref) => href('/needs/[number]/reply', { number: ref }),
		title: m.start_reply,
		why: m.start_reply_why,
		isDated: false
	},
	gap: {
		href: (ref) => href('/needs/[number]/gap', { number: ref }),
		title: m.start_gap,
		why: m.start_gap_why
	},
	assess: { href: report, title: m.start_assess, why: m.start_assess_why },
	interim: { href: report, title: m.start_interim, why: m.start_interim_why },
	answer: { href: report, title: m.start_answer, why: m.start_answer_why },
	replied: { href: report, title: m.start_replied, why: m.start_replied_why },
	added: { href: report, title: m.start_added, why: m.start_replied_why },
	contributed: { href: report, title: m.start_contributed, why: m.start_contributed_why },
	office: { href: report, title: m.start_office, why: m.start_office_why },
	follow_up: { href: report, title: m.start_follow_up, why: m.start_follow_up_why },
	gap_open: {
		href: (ref) => href('/needs/pool/[number]', { number: ref }),
		title: m.start_gap_open,
		why: m.start_gap_open_why
	},
	barrier: {
		href: (ref) => href('/barriers/[number]', { number: ref }),
		title: m.start_barrier,
		why: m.start_barrier_why
	},
	unreached_release: {
		href: (ref) => href('/needs/drafts/[id]/check', { id: ref }),
		title: m.start_unreached,
		why: m.start_unreached_release_why
	},
	unreached_return: { href: draft, title: m.start_unreached, why: m.start_unreached_return_why },
	unreached_survey: {
		href: (ref) => {
			const { about, ...call } = callOf(ref);
			return kindOf(call).tasks.survey_await!.href(call.slug, about);
		},
		title: m.start_unreached,
		why: m.start_unreached_survey_why
	},
	unreached_assistant: {
		href: () => href('/account/assistance'),
		title: m.start_unreached,
		why: m.start_unreached_assistant_why
	},
	call_extension: {
		href: (ref) => addressee(ref, '/extension'),
		title: m.start_call_extension,
		why: m.start_call_extension_why
	},
	call_close: {
		href: (ref) => pageOf(callOf(ref), '/closing'),
		title: m.start_call_close,
		why: m.start_call_close_why
	},
	call_complete: {
		href: (ref) => pageOf(callOf(ref), '/closing'),
		title: m.start_call_close,
		why: m.start_call_complete_why
	},
	call_publish: {
		href: (ref) => pageOf(callOf(ref), '/publication'),
		title: m.start_call_publish,
		why: m.start_call_publish_why
	},
	call_undelivered: {
		href: (ref) => `${addressee(ref)}#brief`,
		title: m.start_call_undelivered,
		why: m.start_call_undelivered_why
	},
	vote_cast: {
		href: (ref) => href('/votes/[id=uuid]', { id: ref }),
		title: m.start_vote_cast,
		why: m.start_vote_cast_why
	},
	vote_entry: {
		href: (ref) => href('/votes/[id=uuid]/entry', { id: ref }),
		title: m.start_vote_entry,
		why: m.start_vote_entry_why
	},
	...ofCalls()
};

function hrefIn({ href }: CallTask) {
	return (ref: string) => {
		const { slug, about } = callOf(ref);
		return href(slug, about);
	};
}

/** What the kinds of calls ask of one. */
function ofCalls(): Record<string, Kind> {
	const tasks = Object.values(callKinds).flatMap((kind) => Object.entries(kind.tasks));
	return Object.fromEntries(tasks.map(([name, task]) => [name, { ...task, href: hrefIn(task) }]));
}

/** What is new since the last visit, as a sentence. */
export function newsOf({ kind, title, postTitle }: News): string {
	const inputs = { title, who: byWhom(postTitle) };
	return (sentences[kind] ?? m.start_news_other)(inputs);
}

const sentences: Record<string, (inputs: { title: string; who: string }) => string> = {
	released: m.start_news_released,
	entered: m.channels_news_entered,
	assessed: m.start_news_assessed,
	question: m.start_news_question,
	reply: m.start_news_reply,
	addition: m.start_news_addition,
	interim_status: m.start_news_interim_status,
	handed_over: m.start_news_handed_over,
	answered: m.start_news_answered,
	answer_corrected: m.start_news_answer_corrected,
	gap_asked: m.start_news_gap_asked,
	need_reopened: m.start_news_need_reopened,
	taken_back: m.start_news_taken_back,
	need_renamed: m.start_news_need_changed,
	need_merged: m.start_news_need_changed,
	need_split: m.start_news_need_changed,
	gap_answered: m.start_news_gap_answered
};
