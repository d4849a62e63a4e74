import type pg from 'pg';

/** One value that a function takes. `isJson`: it takes any JSON. */
export type Parameter = { name: string; type: number; isJson: boolean };

/** What comes back: nothing, one value, a row, or many of either. */
export type Shape = { kind: 'nothing' | 'value' | 'row'; isSet: boolean };

/** A call of one function with certain of its parameters. `number` tells it from all others; `types` are the database's. */
export type Statement = Shape & {
	number: number;
	text: string;
	types: number[];
	parameters: Parameter[];
	isReading: boolean;
};

/** The statement for a call, or nothing when no function takes just these arguments, or more than one does. */
export type Catalogue = (name: string, given: string[]) => Statement | undefined;

type Signature = Shape & {
	name: string;
	parameters: Parameter[];
	required: string[];
	isReading: boolean;
	statements: Map<string, Statement>;
};

/** Reads, as the owner, which functions there are. Those without named parameters are left out. */
export async function readCatalogue(pool: pg.Pool): Promise<Catalogue> {
	const { rows } = await pool.query<Signature>(signatures);
	const byName = Map.groupBy(
		rows.map((row) => ({ ...row, statements: new Map<string, Statement>() })),
		({ name }) => name
	);
	let count = 0;
	return (name, given) => {
		const fitting = (byName.get(name) ?? []).filter((signature) => takes(signature, given));
		const [signature] = fitting;
		if (!signature || fitting.length > 1) return;
		const key = given.join();
		const known = signature.statements.get(key);
		if (known) return known;
		const made = statement(signature, given, count++);
		signature.statements.set(key, made);
		return made;
	};
}

const takes = ({ parameters, required }: Signature, given: string[]) =>
	given.every((one) => parameters.some(({ name }) => name === one)) &&
	required.every((name) => given.includes(name));

/** As many rows as come back at most, from Supabase too. */
const mostRows = 1000;

function statement(
	{ name, parameters: all, kind, isSet, isReading }: Signature,
	given: string[],
	number: number
): Statement {
	const parameters = given.map((one) => all.find((parameter) => parameter.name === one)!);
	const args = parameters.map((parameter, n) => `${quoted(parameter.name)} => $${n + 1}`).join(', ');
	const call = `public.${quoted(name)}(${args})`;
	const text =
		kind === 'row' || isSet
			? `select * from ${call}${isSet ? ` limit ${mostRows}` : ''}`
			: `select ${call} as value`;
	const types = parameters.map(({ type }) => type);
	return { kind, isSet, isReading, number, text, types, parameters };
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const signatures = `
	select p.proname as name, p.provolatile <> 'v' as "isReading", p.proretset as "isSet",
		case
			when p.prorettype = 'void'::regtype then 'nothing'
			when t.typtype = 'c' or p.proargmodes && '{o,b,t}' then 'row'
			else 'value'
		end as kind,
		coalesce(i.parameters, '[]') as parameters, coalesce(i.required, '{}') as required
	from pg_proc p
		join pg_type t on t.oid = p.prorettype
		left join lateral (
			select
				jsonb_agg(jsonb_build_object('name', a.name, 'type', a.type::integer,
					'isJson', a.type in ('json'::regtype, 'jsonb'::regtype)) order by a.place) as parameters,
				array_agg(a.name order by a.place) filter (where a.place <= p.pronargs - p.pronargdefaults) as required
			from (
				select p.proargnames[n] as name, p.proargtypes[place - 1] as type, place
				from (
					select n, row_number() over (order by n) as place
					from generate_series(1, coalesce(array_length(p.proargmodes, 1), p.pronargs)) n
					where p.proargmodes is null or p.proargmodes[n] in ('i', 'b')
				) ins
			) a
		) i on true
	where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.provariadic = 0
		and (p.pronargs = 0 or '' <> all (coalesce(p.proargnames, '{""}')))
		and (p.prorettype <> 'record'::regtype or p.proargmodes && '{o,b,t}')`;
