import { trying, type Actor } from './acting.ts';
import { sql } from './harness.ts';

/** Where one of the words was found, and with which code a read was refused. */
export type Finding = { read: string; word?: string; code?: string };

/** All reads run in the database itself, as one person after the other: a question for each would take ten times as long. */
export async function prepareSweep(reads: string[], words: string[]) {
	await sql(`create schema sweep; create table sweep.reads (read text); create table sweep.words (word text);
		create function sweep.findings() returns jsonb language plpgsql as $$
		declare
			v_read text; v_text text; v_detail text; v_code text;
			v_found jsonb := '[]';
		begin
			for v_read in select read from sweep.reads loop
				begin
					execute format('select string_agg(x::text, '' '') from (%s) x', v_read) into v_text;
				exception when others then
					get stacked diagnostics v_text = message_text, v_detail = pg_exception_detail, v_code = returned_sqlstate;
					v_text := concat_ws(' ', v_text, v_detail);
					v_found := v_found || jsonb_build_object('read', v_read, 'code', v_code);
				end;
				v_found := v_found || coalesce((select jsonb_agg(jsonb_build_object('read', v_read, 'word', word))
					from sweep.words where strpos(v_text, word) > 0), '[]');
			end loop;
			return v_found;
		end $$;
		grant usage on schema sweep to anon, authenticated;
		grant select on sweep.reads, sweep.words to anon, authenticated;
		grant execute on function sweep.findings() to anon, authenticated`);
	await sql(`create function sweep.answers() returns table (name text, answer jsonb) language plpgsql as $$
		declare v_read text;
		begin
			for v_read in select read from sweep.reads loop
				begin
					return query execute format('select %L, jsonb_agg(to_jsonb(x)) from (%s) x',
						substring(v_read from 'public[.]([a-z_]+)'), v_read);
				exception when others then null;
				end;
			end loop;
		end $$;
		grant execute on function sweep.answers() to anon, authenticated`);
	await sql('insert into sweep.reads select unnest($1::text[])', [reads]);
	await sql('insert into sweep.words select unnest($1::text[])', [words]);
}

export const sweep = async (actor: Actor): Promise<Finding[]> => {
	const { rows, message } = await trying(actor, 'select sweep.findings() as found');
	if (message) throw new Error(message);
	return rows[0]!.found as Finding[];
};

export type Told = { name: string; answer: unknown };

/** What each function says to somebody; what is refused is left out. One value, or rows. */
export async function answersTo(actor: Actor): Promise<Told[]> {
	const { rows, message } = await trying(actor, 'select distinct name, answer from sweep.answers()');
	if (message) throw new Error(message);
	return (rows as { name: string; answer: object[] | null }[]).map(({ name, answer }) => {
		const [first = {}] = answer ?? [];
		return { name, answer: name in first ? first[name as never] : (answer ?? []) };
	});
}
