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
	adding lines to the import of another | nobody | insert into public.import_lines (import_id, authority_id, number, cells) select '{openImport}', '{harz}', 9, '[]' where '{openImport}' in (select id::text from public.imports) and private.person_id() <> '{person planner}'
	adding lines to an import not yet closed | planner | insert into public.import_lines (import_id, authority_id, number, cells) values ('{openImport}', '{harz}', 9, '[]')
	adding lines to an import that is closed | nobody | insert into public.import_lines (import_id, authority_id, number, cells) values ('{readImport}', '{harz}', 9, '[]')
	reading the lines of an import | planners | select from public.import_lines where import_id = '{readImport}'
	adding rows past the job | nobody | insert into public.import_rows (import_id, authority_id, number, answers) values ('{openImport}', '{harz}', 9, '{}')
	reading what the planning said of headings | planner + deputyPlanner | select from public.import_headings where kind = 'need_reports' and heading = 'Wo genau'
	being told what the planning said of headings | planner + deputyPlanner | select 1 where public.known_headings('{harz}', 'need_reports') ? 'Wo genau'
	being told what the Musterkreis said of headings | foreignPlanner | select public.known_headings('{musterkreis}', 'need_reports')
	saying past the verb what a heading means | nobody | insert into public.import_headings (authority_id, organisation_id, kind, heading) select '{harz}', o.id, 'members', 'Farbe' from public.organisations o where o.authority_id = '{harz}'
	reading the headings of one's own file | planner | select public.import_columns('{mappedImport}')
	saying what the columns of a file mean | planner | select true as said, public.map_import('{mappedImport}', '["locality"]')
	having a file read anew past the verb | planner | select true as asked, private.read_anew('{mappedImport}', '["locality"]')
	reading an import for the job | nobody | select public.import_to_read('{mappedImport}')
	changing a row that was read | nobody | update public.import_rows set answers = '{}' where import_id = '{readImport}'
	calling a row right that is not | nobody | update public.import_rows set problems = '[]' where import_id = '{readImport}'
	taking back an import that was not taken over | planner | select 1 from (select public.take_back_import('{readImport}') offset 0) as x
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
