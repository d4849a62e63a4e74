import { cast, groups, places, roles, type Role } from '../cast.ts';
import type { Stage } from '../stage.ts';

/** One right: what it is, in the product's words; how one would try; who may. Everybody else must not. */
export type Right = {
	fact: string;
	/** The statement with its gaps, see `rights`. */
	statement: string;
	tries: (stage: Stage) => string;
	may: Role[];
	/** How a refusal may look beside "not there" (NOTFD), "no right" (42501) and "nothing". */
	refusedAs: string[];
};

/**
 * Reads a table of rights: `fact | who (a code of refusal) | statement`, one per line. Who: roles and groups of the
 * cast, joined by `+`. In the statement `{name}` is something on the stage, a place or, as `{person clerk}`, somebody.
 */
export const rights = (table: string): Right[] =>
	table
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => {
			const [fact = '', who = '', statement = ''] = line.split(' | ');
			const [, names = '', code] = /^([^(]+?)(?: \((\w+)\))?$/.exec(who) ?? [];
			return {
				fact,
				statement,
				tries: (stage) => filled(statement, stage),
				may: roles.filter((role) => names.split(' + ').some((name) => members(name).includes(role))),
				refusedAs: code ? [code] : []
			};
		});

function members(name: string): readonly Role[] {
	const found = name in cast ? [name as Role] : groups[name as keyof typeof groups];
	if (!found) throw new Error(`nobody is called ${name}`);
	return found;
}

const filled = (statement: string, stage: Stage) =>
	statement.replace(/\{([a-z][\w ]*)\}/gi, (_, name: string) => {
		const [kind = '', key = ''] = name.split(/ of | /);
		const value =
			kind === 'person'
				? cast[key as Role]
				: kind === 'id'
					? stage.id[stage[key as keyof Stage] as string]
					: kind === 'need'
						? stage.needId[stage[key as keyof Stage] as string]
						: (places[name as keyof typeof places] ?? stage[name as keyof Stage]);
		if (!value) throw new Error(`there is no ${name} on the stage: ${statement}`);
		return value as string;
	});
