import { z } from 'zod';
import { pageOf } from '#lib/calls/kind.ts';
import { href } from '#lib/i18n/addresses.ts';
import { date, isOverdue, timeLeft } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';

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
	const isMine = ({ kind }: OpenTask) => kind !== 'await_release' && kind !== 'survey_await';
	return {
		mine: each.filter(isMine).map((task) => taskOf(task, today)),
		others: each.filter((task) => !isMine(task)).map((task) => taskOf(task, today))
	};
}

/** A report that is new and due at once is one thing to do, not three. */
function onePerReport(tasks: OpenTask[]): OpenTask[] {
	const planned: TaskKind[] = ['assess', 'interim', 'answer'];
	const seen = new Set<string>();
	return tasks.filter(({ kind, ref }) => {
		if (!planned.includes(kind)) return true;
		const isNew = !seen.has(ref);
		seen.add(ref);
		return isNew;
	});
}

function taskOf(task: OpenTask, today: string): Task {
	const inputs = {
		title: task.title || m.report_untitled(),
		who: task.who ?? (task.kind === 'follow_up' ? '' : m.start_own_organisation()),
		date: date(task.at),
		number: task.ref,
		due: task.dueOn ? date(task.dueOn) : ''
	};
	const { href, title, why, isDated = true } = kinds[task.kind];
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

type Inputs = { title: string; who: string; date: string; number: string; due: string };
type Text = (inputs: Inputs) => string;
type Kind = { href: (ref: string) => string; title: Text; why: Text; isDated?: boolean };

const draft = (ref: string) => href('/needs/drafts/[id]', { id: ref });
const report = (ref: string) => href('/needs/[number]', { number: ref });
const reply = (ref: string) => href('/surveys/[slug]/reply', { slug: ref });
const addressee = (ref: string, page: '' | '/extension' = '') => {
	const [slug = '', id = ''] = ref.split('/');
	return pageOf({ slug }, `/response/[addressee=uuid]${page}`, { addressee: id });
};

const taskKind = z.enum([
	'release',
	'revise',
	'await_release',
	'continue',
	'transcribe',
	'reply',
	'gap',
	'assess',
	'interim',
	'answer',
	'office',
	'follow_up',
	'gap_open',
	'barrier',
	'call_extension',
	'call_close',
	'call_publish',
	'call_undelivered',
	'survey_answer',
	'survey_await',
	'survey_release'
]);
export type TaskKind = z.infer<typeof taskKind>;

const openTask = z.strictObject({
	kind: taskKind,
	/** Number of the report, need or barrier report; id of a draft; short name of a call, after a slash the id of one addressee. */
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
const kinds: Record<TaskKind, Kind> = {
	release: {
		href: (ref) => href('/needs/drafts/[id]/check', { id: ref }),
		title: m.start_release,
		why: m.start_release_why
	},
	revise: { href: draft, title: m.start_revise, why: m.start_revise_why },
	await_release: {
		href: (ref) => href('/needs/drafts/[id]/check', { id: ref }),
		title: m.start_await_release,
		why: m.start_await_release_why
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
	call_extension: {
		href: (ref) => addressee(ref, '/extension'),
		title: m.start_call_extension,
		why: m.start_call_extension_why
	},
	call_close: {
		href: (ref) => pageOf({ slug: ref }, '/closing'),
		title: m.start_call_close,
		why: m.start_call_close_why
	},
	call_publish: {
		href: (ref) => pageOf({ slug: ref }, '/publication'),
		title: m.start_call_publish,
		why: m.start_call_publish_why
	},
	call_undelivered: {
		href: (ref) => `${addressee(ref)}#brief`,
		title: m.start_call_undelivered,
		why: m.start_call_undelivered_why
	},
	survey_answer: { href: reply, title: m.start_survey_answer, why: m.start_survey_answer_why },
	survey_await: { href: reply, title: m.start_await_release, why: m.start_survey_await_why, isDated: false },
	survey_release: {
		href: (ref) => href('/surveys/[slug]/reply/check', { slug: ref }),
		title: m.start_survey_release,
		why: m.start_survey_release_why
	}
};

/** What is new since the last visit, as a sentence. */
export function newsOf({ kind, title, postTitle }: News): string {
	const inputs = { title, who: postTitle ?? '' };
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
	gap_answered: m.start_news_gap_answered
};
