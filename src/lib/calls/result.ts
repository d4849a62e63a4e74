import { z } from 'zod';
import { attachment } from '#lib/attachments/attachment.ts';
import { byWhom } from '#lib/chronicle/entry.ts';
import { date, moment, number, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { formId } from '#lib/ui/form-id.ts';
import { askedKinds, callHead, kindWords } from './call.ts';
import { result } from './kind-document.ts';
import { coverage } from './ledger.ts';
import { standing, type Standing } from './standing.ts';

const audience = z.enum(['public', 'asked']);

/** A file beside the result, and when it was put there. */
const resultFile = z.strictObject({ ...attachment.shape, uploaded_at: instant });
export type ResultFile = z.infer<typeof resultFile>;

/** What a published call says, as `call_result()` gives it; before it is published without summary, day and post. */
export const callResult = z.strictObject({
	call: callHead,
	audience: audience.nullable(),
	/** As it stands now. */
	summary: z.string().nullable(),
	/** As it was published, and each correction; the last holds. None before it is published. */
	versions: z.array(
		z.strictObject({
			summary: z.string(),
			/** Of a correction, what changed and why. */
			note: z.string().nullable(),
			at: instant,
			postTitle: z.string().nullable()
		})
	),
	canCorrect: z.boolean(),
	files: z.array(resultFile),
	publishedAt: instant.nullable(),
	postTitle: z.string().nullable(),
	purpose: z.string(),
	/** How many organisations of each kind. */
	asked: z.record(z.string(), z.int()),
	/** How many came how far. */
	standings: z.partialRecord(standing, z.int()),
	coverage,
	/** What its kind publishes. */
	said: result
});
export type CallResult = z.infer<typeof callResult>;

/** Results there are to read, the newest first. */
export const callResults = z.array(
	z.strictObject({
		kind: z.string(),
		slug: z.string(),
		title: z.string(),
		publishedAt: instant,
		audience
	})
);
export type CallResults = z.infer<typeof callResults>;

/** Who reads it, to choose from. */
export const audiences = () => [
	{ value: 'public', label: m.calls_audience_public(), hint: m.calls_audience_public_hint() },
	{ value: 'asked', label: m.calls_audience_asked(), hint: m.calls_audience_asked_hint() }
];

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);
const countOf = ({ standings }: CallResult, ...which: Standing[]) =>
	which.reduce((all, each) => all + (standings[each] ?? 0), 0);

/** Whom one asked, and how many answered: organisations are counted, not named. */
export function factsOf(said: CallResult) {
	const { call, asked, purpose, coverage } = said;
	const kinds = askedKinds
		.filter((kind) => asked[kind])
		.map((kind) => m.calls_result_kind({ kind: kindWords[kind](), count: number(asked[kind]!) }));
	const nil = countOf(said, 'nil_return');
	const partly = countOf(said, 'incomplete');
	const answered = number(countOf(said, 'answered', 'nil_return'));
	const silent = number(countOf(said, 'silent', 'incomplete'));
	return [
		{ term: m.calls_privacy_purpose(), value: purpose },
		{
			term: m.calls_column_window(),
			value: m.calls_window({ from: shortDate(call.opensAt), until: shortDate(call.closesAt) })
		},
		{
			term: m.calls_result_asked(),
			value: m.calls_result_asked_kinds({ count: number(sum(asked)), kinds: kinds.join('; ') })
		},
		{
			term: m.calls_result_answered(),
			value: nil ? m.calls_result_answered_nil({ answered, nil: number(nil) }) : answered
		},
		{
			term: m.calls_result_silent(),
			value: partly ? m.calls_result_silent_partly({ silent, partly: number(partly) }) : silent
		},
		{
			term: m.calls_result_municipalities(),
			value: coverage.asked
				? [
						m.calls_covered({ covered: coverage.covered, total: coverage.total }),
						coverage.asked < coverage.total && m.calls_not_asked({ count: coverage.total - coverage.asked })
					]
						.filter(Boolean)
						.join(' ')
				: null
		}
	];
}

/** "Veröffentlicht am 3. März 2027 von: Sozialplanung, Landkreis Harz." */
export const publishedInWords = ({ publishedAt, postTitle }: CallResult) =>
	publishedAt && m.calls_result_published({ date: date(publishedAt), post: byWhom(null, postTitle) });

/** Each correction in a sentence, with its note, the newest first; `number` counts the versions from 1. */
export const correctionsIn = ({ versions }: CallResult) =>
	versions
		.map(({ note, at, postTitle }, place) => ({
			number: place + 1,
			note: note ?? '',
			said: m.calls_result_corrected({ moment: moment(at), post: byWhom(null, postTitle) })
		}))
		.slice(1)
		.reverse();

/** The correction of a result that is published. */
export const correctionForm = z.object({
	form_id: formId,
	/** How many versions the page knew. */
	seen: z.coerce.number().int(),
	body: z.string().trim().min(1, 'calls_error_summary').max(10_000, 'calls_error_long'),
	note: z.string().trim().min(1, 'calls_error_note').max(1000, 'calls_error_long')
});

/** For the list of results: when, and whether others read it too. */
export const aboutResult = ({ publishedAt, audience }: CallResults[number]) =>
	[
		m.calls_result_published_on({ date: date(publishedAt) }),
		audience === 'asked' && m.calls_result_only_asked()
	]
		.filter(Boolean)
		.join(' ');
