import { z } from 'zod';
import { operations, type Operation } from './operations.ts';

/** The open interface described in OpenAPI 3.1, made from the very schemas that check it. */
export function openApi(address: string) {
	const paths: Record<string, Record<string, object>> = {};
	for (const [name, operation] of Object.entries(operations) as [string, Operation][])
		(paths[operation.path] ??= {})[operation.method] = described(name, operation);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Augenhöhe',
			version: '1',
			description:
				'Acts as the person who made the token (Konto → Zugriffe für Programme), with the same rules as the pages.',
			license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
		},
		servers: [{ url: `${address}/api/v1` }],
		paths,
		components: {
			securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
			schemas: { Problem: problemSchema }
		}
	};
}

function described(operationId: string, operation: Operation) {
	const { summary, scope, params, query, body, answer, status = 200 } = operation;
	return {
		operationId,
		summary,
		...(scope && { security: [{ token: [scope] }] }),
		parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
		...(body && {
			requestBody: {
				required: true,
				content: { 'application/json': { schema: z.toJSONSchema(body, input) } }
			}
		}),
		responses: {
			[status]: { description: 'OK', content: { 'application/json': { schema: z.toJSONSchema(answer) } } },
			...(body && { 413: theProblem('More than 1 MB'), 415: theProblem('No application/json') }),
			429: theProblem('Too many tries', retryAfter),
			503: theProblem('The database is away', retryAfter),
			default: theProblem('Problem')
		}
	};
}

const retryAfter = {
	headers: {
		'Retry-After': { description: 'Seconds until it makes sense to ask again', schema: { type: 'integer' } }
	}
};
const theProblem = (description: string, more: object = {}) => ({
	description,
	...more,
	content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
});

const input = { io: 'input' } as const;

function parametersOf(place: 'path' | 'query', schema: z.ZodObject | undefined) {
	return Object.entries(schema?.shape ?? {}).map(([name, one]) => ({
		name,
		in: place,
		required: place === 'path' || !(one as z.ZodType).safeParse(undefined).success,
		schema: z.toJSONSchema(one as z.ZodType, input)
	}));
}

const problemSchema = z.toJSONSchema(
	z.object({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		code: z.string(),
		detail: z.string().optional(),
		errors: z.record(z.string(), z.string()).optional()
	})
);
