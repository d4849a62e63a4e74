import type { z } from 'zod';
import { contracts } from '#lib/server/database.ts';

type Issue = z.core.$ZodIssue;

/** What an answer says otherwise than its contract: `need_report answers.0.at: Invalid ISO datetime`. */
export function breaches(name: string, answer: unknown): string[] {
	const { error } = contracts.get(name)?.safeParse(answer) ?? {};
	return (error?.issues ?? [])
		.flatMap(nearest)
		.map(
			({ path, message }) =>
				`${name} ${path.map((step) => (typeof step === 'number' ? 'n' : step)).join('.')}: ${message}`
		);
}

/** Where several shapes were possible, what is wrong with the one that fits best. */
function nearest(issue: Issue): Issue[] {
	if (issue.code !== 'invalid_union' || !issue.errors.length) return [issue];
	const branches = issue.errors.map((issues) => issues.flatMap(nearest)).sort((a, b) => a.length - b.length);
	return branches[0]!.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}
