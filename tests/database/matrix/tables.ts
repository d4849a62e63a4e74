import { rights } from './right.ts';

/** Who reads in lists, and who takes them away. */
export const tables = rights(`
	beginning an import of reports | planners | select public.begin_import('{harz}', 'need_reports', 'a.csv', repeat('a', 64))
	beginning an import of members | administrator | select public.begin_import('{harz}', 'members', 'a.csv', repeat('a', 64))
	beginning an import for the Musterkreis | foreignPlanner | select public.begin_import('{musterkreis}', 'need_reports', 'a.csv', repeat('a', 64))
	beginning an import past the verb | planners | insert into public.imports (authority_id, kind, file_name, digest) values ('{harz}', 'need_reports', 'a.csv', repeat('a', 64))
	saying one has uploaded for another | nobody | insert into public.imports (authority_id, kind, file_name, digest, uploaded_by) values ('{harz}', 'need_reports', 'a.csv', repeat('a', 64), '{person planner}')
	reading the imports of reports | planners | select public.import('{readImport}')
	reading the rows of an import | planners | select from public.import_rows where import_id = '{readImport}'
	listing the imports of reports | planners | select count(*) from public.list_imports('{harz}', 'need_reports')
	listing the imports of members | administrator | select count(*) from public.list_imports('{harz}', 'members')
	adding rows to the import of another | nobody | insert into public.import_rows (import_id, authority_id, number, answers) select '{openImport}', '{harz}', 9, '{}' where '{openImport}' in (select id::text from public.imports) and private.person_id() <> '{person planner}'
	adding rows to an import not yet read | planner | insert into public.import_rows (import_id, authority_id, number, answers) values ('{openImport}', '{harz}', 9, '{}')
	adding rows to an import that was read | nobody | insert into public.import_rows (import_id, authority_id, number, answers) values ('{readImport}', '{harz}', 9, '{}')
	changing a row that was read | nobody | update public.import_rows set answers = '{}' where import_id = '{readImport}'
	calling a row right that is not | nobody | update public.import_rows set problems = '[]' where import_id = '{readImport}'
	taking over an import | planner | select true as asked, public.request_import('{readImport}')
	taking over the import of another | nobody | select public.request_import('{readImport}') from (select where private.person_id() <> '{person planner}') x
	committing an import that nobody asked for | nobody (RULED) | select public.commit_import('{readImport}')
	saying past the job that an import is done | nobody | select 1 from (select private.finish_import('{readImport}', '{"2": "HZ-2026-1"}') offset 0) x
	throwing an import away | planner | delete from public.imports where id = '{readImport}'
	taking a shared report away | participants | select from public.export_need_reports('{harz}') where number = '{shared}'
	taking a report for the district only away | reporters + planners | select from public.export_need_reports('{harz}') where number = '{inDistrict}'
	taking a report of the Musterkreis away | foreignPlanner + foreignClerk + foreignHead | select from public.export_need_reports('{musterkreis}') where number = '{foreign}'
	taking the list of members away | administrator | select count(*) from public.export_members('{harz}')
	seeing the figures of what one may see | participants | select public.need_report_figures('{harz}')
	seeing the public figures | everyone | select public.public_figures('{harz}')
	counting past the public figures | nobody | select from private.figure_snapshots
`);
