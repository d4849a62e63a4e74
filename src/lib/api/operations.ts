import { z } from 'zod';
import { fields, takesMany } from '#lib/needs/drafts/draft.ts';
import type { Scope } from '#lib/tokens/token.ts';

/** One call of the open interface: its document and its checks are made from this. */
export interface Operation {
	method: 'get' | 'post';
	path: string;
	summary: string;
	/** What the token must allow; null: everybody. */
	scope: Scope | null;
	params?: z.ZodObject;
	query?: z.ZodObject;
	body?: z.ZodObject;
	answer: z.ZodType;
	status?: 200 | 201;
	/** The list that is read as a whole: that stands in the audit log, once a day. */
	audits?: 'need_reports' | 'events' | 'calls' | 'organisations';
}

const instant = z.string().describe('ISO 8601 with time zone');
const day = z.string().describe('ISO 8601 day');
const page = <Row extends z.ZodType>(row: Row) =>
	z.object({ rows: z.array(row), next: z.string().nullable().describe('give it as `after`; null: the end') });
const after = z.string().max(160).optional().describe('`next` of the page before');
const uuid = z.uuid();
const onceOnly = (sentAgain: string) =>
	uuid
		.optional()
		.describe(`drawn by the client, for each act a new one: sent again with the same id, ${sentAgain}`);
/** The largest integer of the database. */
const mostRevision = 2 ** 31 - 1;
const slug = z.string().regex(/^[a-z0-9-]{3,60}$/);
const reportNumber = z.string().regex(/^[A-Z]{1,4}-\d{4}-\d{1,9}$/);

const organisation = z.object({
	id: uuid,
	kind: z.string(),
	name: z.string(),
	place: z.string().nullable()
});
const term = z.object({ key: z.string(), label: z.string(), labelEn: z.string() });
const reportRow = z.object({
	number: z.string(),
	title: z.string(),
	organisationName: z.string(),
	municipalityName: z.string().nullable(),
	locality: z.string(),
	fieldOfAction: z.string(),
	state: z.string(),
	urgency: z.string(),
	receivedAt: instant,
	finalDueOn: day,
	finalAt: instant.nullable(),
	decision: z.string().nullable()
});
const report = z.object({
	number: z.string(),
	organisationName: z.string(),
	title: z.string(),
	fieldOfAction: z.string(),
	targetGroups: z.array(z.string()),
	municipalityName: z.string().nullable(),
	locality: z.string(),
	description: z.string(),
	proposedSolution: z.string().nullable(),
	affectedRange: z.string().nullable(),
	urgency: z.string(),
	visibility: z.string(),
	receivedAt: instant,
	interimDueOn: day,
	finalDueOn: day,
	state: z.string(),
	interimAt: instant.nullable(),
	finalAt: instant.nullable(),
	decision: z.string().nullable(),
	answers: z.array(
		z.object({ decision: z.string(), reason: z.string(), forwardedTo: z.string().nullable(), at: instant })
	)
});
/** Answers are kept as given and checked on release, as on the pages. */
const answers = z.strictObject(
	Object.fromEntries(
		fields.map((field) => [
			field,
			takesMany(field) ? z.array(z.string().max(60)).max(20).optional() : z.string().max(6000).optional()
		])
	)
);
const call = z.object({
	slug: z.string(),
	kind: z.string(),
	title: z.string(),
	state: z.string(),
	opensAt: instant,
	closesAt: instant
});
const event = z.object({
	id: z.string(),
	kind: z.string(),
	at: instant,
	by: z.string().nullable().describe('the post, not the person'),
	reportId: uuid.nullable(),
	callId: uuid.nullable()
});

export const operations = {
	listOrganisations: {
		method: 'get',
		path: '/organisations',
		summary: 'Organisations of the authority, by name',
		scope: 'read',
		audits: 'organisations',
		query: z.object({ after }),
		answer: page(organisation)
	},
	listFieldsOfAction: {
		method: 'get',
		path: '/fields-of-action',
		summary: 'Fields of action: stable keys and labels',
		scope: null,
		answer: z.array(term)
	},
	listNeedReports: {
		method: 'get',
		path: '/need-reports',
		summary: 'Reports the person may see, newest first',
		scope: 'read',
		audits: 'need_reports',
		query: z.object({
			after: reportNumber.optional(),
			field: z.string().max(40).optional(),
			state: z
				.enum(['open', 'received', 'in_progress', 'clarification', 'answered', 'settled', 'closed'])
				.optional(),
			search: z.string().max(200).optional()
		}),
		answer: page(reportRow)
	},
	findNeedReport: {
		method: 'get',
		path: '/need-reports/{number}',
		summary: 'One report with its answers',
		scope: 'read',
		params: z.object({ number: reportNumber }),
		answer: report
	},
	startNeedReport: {
		method: 'post',
		path: '/need-report-drafts',
		summary: 'Begins a draft for an organisation one writes for; it stays private until it is released',
		scope: 'reports',
		body: z.object({
			organisationId: uuid,
			answers,
			id: onceOnly('it is the same draft; with other answers, or once it is released, 409')
		}),
		answer: z.object({ id: uuid, revision: z.int() }),
		status: 201
	},
	findNeedReportDraft: {
		method: 'get',
		path: '/need-report-drafts/{id}',
		summary: 'A draft of one’s organisation, with what is missing before release',
		scope: 'reports',
		params: z.object({ id: uuid }),
		answer: z.object({
			id: uuid,
			revision: z.int(),
			answers: z.record(z.string(), z.unknown()),
			missing: z.array(z.string())
		})
	},
	releaseNeedReport: {
		method: 'post',
		path: '/need-report-drafts/{id}/release',
		summary: 'Submits a draft as it was seen (revision); only who releases may',
		scope: 'reports',
		params: z.object({ id: uuid }),
		body: z.object({ revision: z.int().min(0).max(mostRevision) }),
		answer: z.object({ number: z.string() })
	},
	listCalls: {
		method: 'get',
		path: '/calls',
		summary: 'Calls that ask one’s organisations, or that one plans',
		scope: 'read',
		audits: 'calls',
		answer: z.array(call)
	},
	returnNil: {
		method: 'post',
		path: '/calls/{slug}/nil-returns',
		summary:
			'Fehlanzeige for a field of action; returned by who releases, otherwise put before the head. 400 (RULED) while somebody writes words in this field',
		scope: 'calls',
		params: z.object({ slug }),
		body: z.object({
			fieldOfAction: z.string().regex(/^[a-z_]{2,40}$/),
			organisationId: uuid
				.optional()
				.describe(
					'for this one and no other: 404 for who is not asked for it. Needed by who is asked for several; without it 400 (WHICH), `errors` lists them by id'
				),
			id: onceOnly('nothing is returned anew, also when something else was returned since')
		}),
		answer: z.object({ outcome: z.enum(['returned', 'saved']) })
	},
	listEvents: {
		method: 'get',
		path: '/events',
		summary: 'The chronicle the person may read, oldest first',
		scope: 'read',
		audits: 'events',
		query: z.object({
			after: z
				.string()
				.regex(/^\d{1,18}$/)
				.optional()
		}),
		answer: page(event)
	}
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
