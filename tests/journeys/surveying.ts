import { randomUUID } from 'node:crypto';
import type { ownerOf } from '../database/owner.ts';

export const harz = 'a0000000-0000-4000-8000-000000000001';
const person = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const organisations = {
	oberharz: '00000000-0000-4000-8000-000000000048',
	thale: '00000000-0000-4000-8000-000000000051',
	seniorCouncil: '00000000-0000-4000-8000-000000000010'
};

export type Sql = ReturnType<typeof ownerOf>['sql'];

/** Does something as a member of the sample's cast, through the verbs that the pages use. */
export const actAs = (sql: Sql, member: number, statement: string) =>
	sql(`do $do$ begin
		perform set_config('request.jwt.claims', '{"sub": "${person(member)}", "role": "authenticated"}', true);
		${statement}
	end $do$`);

/** A survey that is open, made by Frau Albrecht. @returns its short name */
export async function openSurvey(
	sql: Sql,
	{ fields = ['mobility', 'care'], asked = [organisations.oberharz], questions = [] as object[] } = {}
): Promise<string> {
	const id = randomUUID();
	const slug = `abfrage-${id.slice(0, 8)}`;
	await actAs(
		sql,
		3,
		`perform public.start_survey('${harz}', '${id}');
		perform public.save_call('${harz}', (select slug from public.calls where id = '${id}'), '{"slug": "${slug}", "title": "Probe ${slug}"}');
		delete from public.survey_questions where call_id = '${id}'; -- of the last one
		perform public.set_call_fields('${harz}', '${slug}', '{${fields}}');
		perform public.set_call_addressees('${harz}', '${slug}', '{${asked}}');
		${questions.map((question) => `perform public.save_survey_question('${harz}', '${slug}', gen_random_uuid(), '${JSON.stringify(question)}', 0);`).join('\n')}
		perform public.take_call_step('${harz}', '${slug}', 'opened', null, 'Die Frist reicht.');`
	);
	return slug;
}
