import { globSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';

type Column = { name: string; type: string; isOptional: boolean };
type Routine = { name: string; parameters: Column[]; returns: string | null };

/**
 * The types of what TypeScript asks the data interface for: the functions it names and the tables it reads itself. In SQL every
 * argument may be null. What answers with a document or rows is `unknown` here: the noun's contract says what it is.
 * @param url of a migrated database
 */
export async function databaseTypes(url: string): Promise<string> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const functions = (await client.query<Routine>(routines, [named(/\b(?:rpc|document)\(\s*'(\w+)'/g)]))
			.rows;
		const tables = (await client.query(columns, [named(/\.from\(\s*'(\w+)'\)/g)])).rows;
		const style = await resolveConfig('src/lib/server/database.ts');
		return await format(written(functions, tables), { ...style, parser: 'typescript' });
	} finally {
		await client.end();
	}
}

/** What is named in quotes wherever the pattern fits. */
function named(pattern: RegExp): string[] {
	const files = globSync(['src/**/*.ts', 'tests/**/*.ts'], { exclude: ['src/lib/i18n/paraglide/**'] });
	const texts = files.map((file) => readFileSync(file, 'utf8'));
	return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!)))];
}

const routines = `
	select p.proname as name,
		case when p.prorettype in ('json'::regtype, 'jsonb'::regtype, 'record'::regtype) or t.typtype = 'c' then null
			else p.prorettype::regtype::text || case when p.proretset then '[]' else '' end end as returns,
		coalesce((
			select jsonb_agg(jsonb_build_object('name', p.proargnames[n], 'type', x::regtype,
				'isOptional', n > p.pronargs - p.pronargdefaults) order by p.proargnames[n])
			from unnest(p.proargtypes::oid[]) with ordinality args (x, n)), '[]') as parameters
	from pg_proc p join pg_type t on t.oid = p.prorettype
	where p.pronamespace = 'public'::regnamespace and p.proname = any ($1)
	order by 1`;
const columns = `
	select c.relname as name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', a.atttypid::regtype,
		'isOptional', not a.attnotnull) order by a.attname) as columns
	from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
	where c.relnamespace = 'public'::regnamespace and c.relname = any ($1)
	group by 1 order by 1`;

const written = (functions: Routine[], tables: { name: string; columns: Column[] }[]) => `
// Written by \`npm run types\`: what TypeScript calls and reads, as the database has it.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

type Unwritten = Record<string, never>;

export type Database = { public: {
	Tables: { ${tables
		.map(
			({ name, columns }) => `${name}: { Row: { ${columns.map(column).join('; ')} };
		Insert: Unwritten; Update: Unwritten; Relationships: [] };`
		)
		.join('\n')} };
	Views: Record<never, never>;
	Functions: { ${functions
		.map(
			({ name, parameters, returns }) => `${name}: {
		Args: ${parameters.length ? `{ ${parameters.map(parameter).join('; ')} }` : 'Record<never, never>'};
		Returns: ${returns === null ? 'unknown' : typeOf(returns)} };`
		)
		.join('\n')} };
} };`;

const column = ({ name, type, isOptional }: Column) =>
	`${name}: ${typeOf(type)}${isOptional ? ' | null' : ''}`;
const parameter = ({ name, type, isOptional }: Column) =>
	`${name}${isOptional ? '?' : ''}: ${typeOf(type)} | null`;

/** Numbers, truth values and JSON as themselves; everything else travels as text. */
function typeOf(type: string): string {
	if (type.endsWith('[]')) return `${typeOf(type.slice(0, -2))}[]`;
	if (type === 'void') return 'undefined';
	if (/^(bool|boolean)$/.test(type)) return 'boolean';
	if (/^jsonb?$/.test(type)) return 'Json';
	return /^(int\d|integer|smallint|bigint|numeric|real|double precision|float\d)$/.test(type)
		? 'number'
		: 'string';
}
