import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { whileOpen } from '#lib/needs/drafts/closed-draft.server.ts';
import { conflicts, partsOf, sentAnswers, touched, type Sent } from '#lib/needs/drafts/draft-answers.ts';
import { problems } from '#lib/needs/drafts/draft-form.ts';
import { answerIn, type Words } from '#lib/needs/drafts/draft-summary.ts';
import {
	after,
	before,
	isStep,
	pathOf,
	type Answers,
	type Draft,
	type Field,
	type Step
} from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { hintsIn } from '#lib/needs/drafts/personal-data-hints.ts';
import { questions } from '#lib/needs/reports/report-words.ts';
import * as vocabulary from '#lib/vocabulary/vocabulary.server.ts';
import type { Saved } from '#lib/needs/drafts/draft-autosave.ts';
import { time } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/sentence.ts';
import { Refusal } from '#lib/server/database.ts';
import { everything } from '#lib/server/forms.ts';
import { shortName } from '#lib/people/person.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, posts } = sessionOf(event);
	const { db, kept } = event.locals;
	const step = stepNamed(event.params.step);
	const draft = await drafts.findOrNumber(db, event.params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canWrite) redirect(303, pathOf(draft.id, 'check'));
	const { fieldsOfAction, targetGroups } = await vocabulary.find(db);
	const sent = kept && sentAnswers(step, kept);
	return {
		step,
		draft,
		fieldsOfAction,
		targetGroups,
		suggestedContact: contactOf(person, posts, draft),
		typed: sent && touched(sent),
		others: sent ? conflicts(sent, draft.answers) : [],
		isChecking: event.url.searchParams.has('pruefen'),
		similar: step === 'place' ? await similarTo(event, draft) : [],
		hints: hintsIn(step, draft.answers)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db } = event.locals;
		const step = stepNamed(event.params.step);
		const values = everything(await event.request.formData());
		const [go = 'next', subject = ''] = String(values.go ?? 'next').split(':');
		const sent = sentAnswers(step, values);
		const changed = touched(sent);
		if (go === 'theirs') delete changed[subject as Field];
		return whileOpen(
			db,
			event.params.id,
			async () => ({ typed: inWords(changed, await vocabulary.find(db)) }),
			() => keep(event, step, { sent, changed, go, subject })
		);
	}
};

type Given = { sent: Sent; changed: Answers; go: string; subject: string };

/** Saves what was changed and goes where the button leads. */
async function keep(event: RequestEvent, step: Step, { sent, changed, go, subject }: Given) {
	const { db } = event.locals;
	const id = event.params.id!;
	const saved = await save(event, sent.revision, changed);
	if ('refused' in saved) return saved.refused;
	if (go === 'autosave') return autosaved(event, sent, changed, saved.revision);
	if (go === 'join') await drafts.join(db, id, subject || null);
	if (go === 'join' || go === 'theirs') redirect(303, event.url.pathname + event.url.search);
	if (go === 'source') redirect(303, pathOf(id, 'source'));
	if (go === 'later') redirect(303, `${href('/start')}?gesichert=${id}`);
	if (go === 'back') redirect(303, pathOf(id, before(step)));
	if (go === 'attachments') redirect(303, pathOf(id, 'attachments'));

	const draft = await drafts.find(db, id);
	const errors = problems(step, sent.answers, { ...(await vocabulary.find(db)), ...draft });
	if (Object.keys(errors).length) return fail(400, { errors });
	redirect(303, pathOf(id, event.url.searchParams.has('pruefen') ? 'check' : after(step)));
}

/** Answers that were not saved, each with its question. */
const inWords = (answers: Answers, words: Words) =>
	(Object.keys(answers) as Field[])
		.map((field) => ({
			label: questions[field](),
			value: answerIn(field, { answers, municipalities: [] }, words)
		}))
		.filter(({ value }) => value);

/** Keeps what was typed, right or wrong. What was changed in another window as well is shown beside it. */
async function save({ locals, params }: RequestEvent, revision: number, changed: Answers) {
	try {
		if (!Object.keys(changed).length) return { revision };
		return { revision: await drafts.save(locals.db, params.id!, revision, changed) };
	} catch (refusal) {
		if (isTooMuch(refusal))
			return { refused: fail(413, { typed: changed, errors: { form: m.report_error_too_much() } }) };
		if (!(refusal instanceof Refusal) || refusal.code !== 'STALE') throw refusal;
		const others = Object.keys((refusal.fields as { stored?: object }).stored ?? {}) as Field[];
		const errors = Object.fromEntries(others.map((field) => [field, sentence('report_error_other_window')]));
		return { refused: fail(409, { typed: changed, others, errors }) };
	}
}

/** What a page with scripts hears after it saved by itself; `stored` when somebody else saved in between. */
async function autosaved(
	event: RequestEvent,
	sent: Sent,
	changed: Answers,
	revision: number
): Promise<Saved> {
	const step = stepNamed(event.params.step!);
	const isAlone = revision <= sent.revision + (Object.keys(changed).length ? 1 : 0);
	const draft = isAlone && step !== 'place' ? null : await drafts.find(event.locals.db, event.params.id!);
	return {
		revision,
		line: m.report_saved_at({ time: time(new Date()) }),
		parts: partsOf(
			hintsIn(step, sent.answers),
			step === 'place' && draft ? await similarTo(event, draft) : []
		),
		stored: isAlone ? undefined : draft?.answers
	};
}

const similarTo = ({ locals }: Pick<RequestEvent, 'locals'>, { answers, organisation, joins }: Draft) => {
	const text = [answers.title, answers.locality, answers.description].filter(Boolean).join(' ');
	return joins || !answers.description ? [] : drafts.similar(locals.db, organisation.id, text);
};

/**
 * Whom to ask, as long as nothing else was written: whoever writes, or the member whom the writer assists, in the post for
 * this organisation; of what the planning enters, whom it came from.
 */
function contactOf(person: App.Person, posts: App.Post[], draft: Draft): string {
	if (draft.isTranscription) return draft.givenBy ?? '';
	const post = posts.find(({ organisationId }) => organisationId === draft.organisation.id);
	return [post?.forPerson ?? shortName(person), post?.title].filter(Boolean).join(', ');
}

function stepNamed(name: string): Step {
	if (!isStep(name)) error(404);
	return name;
}

/** A check in SQL bounds the whole of a draft (600,000 bytes). */
const isTooMuch = (thrown: unknown) => (thrown as { code?: string }).code === '23514';
