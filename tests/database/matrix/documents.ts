import { rights } from './right.ts';

/** Documents: what planners write, what those read whom a round asks, what everybody reads. */
export const documents = rights(`
	beginning a document | planners | select 1 from (select public.create_document('{harz}', gen_random_uuid(), 'draft', 'neuer-text', 'Neuer Text') offset 0) as x
	beginning one past the verb | planners | insert into public.documents (authority_id, kind, slug, title) values ('{harz}', 'draft', 'vorbei', 'Vorbei')
	beginning a version past the verb, beside one in work | nobody (FINAL) | insert into public.document_versions (document_id) values ('{draftDocument}')
	seeing the list of documents | planners | select public.list_documents('{harz}')
	renaming a document | planners | select 1 from (select public.rename_document('{draftDocument}', 'Anders') offset 0) as x
	renaming it past the verb | planners | update public.documents set title = 'Anders' where id = '{draftDocument}'
	discarding a document of which nothing is frozen | planners | select 1 from (select public.discard_document('{innerDocument}') offset 0) as x
	discarding it past the verb | planners | delete from public.documents where id = '{innerDocument}'
	discarding one with a frozen version | nobody (FINAL) | select public.discard_document('{draftDocument}')
	discarding it past the verb, with a frozen version | nobody | delete from public.documents where id = '{draftDocument}'
	beginning the next version | planners | select 1 from (select public.start_version('{draftDocument}') offset 0) as x
	discarding a version in work | planners | select 1 from (select public.discard_version('{workingVersion}') offset 0) as x
	discarding it past the verb, a version in work | planners | delete from public.document_versions where id = '{workingVersion}'
	discarding a frozen version | nobody (FINAL) | select public.discard_version('{frozenVersion}')
	saying what a version is | planners | update public.document_versions set note = 'Nach der Werkstatt' where id = '{workingVersion}'
	saying it of a frozen one | nobody | update public.document_versions set note = 'Anders' where id = '{frozenVersion}'
	freezing past the verb | nobody | update public.document_versions set frozen_at = now() where id = '{workingVersion}'
	freezing past the verb, by its helper | nobody (RULED) | select private.freeze_now('{workingVersion}', (select revision from public.document_versions where id = '{workingVersion}'), null, '[]')
	freezing while a wording lies beside | nobody (RULED) | select public.freeze_version('{workingVersion}', (select revision from public.document_versions where id = '{workingVersion}'), null, '[]')

	reading the contents of a frozen version | planners + reporters + council | select public.document_contents('{harz}', 'teilplan', 1)
	reading all texts of a frozen version | planners + reporters + council | select public.document_texts('{harz}', 'teilplan', 1)
	reading a section | planners + reporters + council | select public.read_section('{harz}', 'teilplan', 1, '{sectionKey}')
	reading a section past the page | planners + reporters + council | select from public.section_texts where version_id = '{frozenVersion}'
	reading what it says in plain language | planners + reporters + council | select from public.section_twins where version_id = '{frozenVersion}'
	reading its descent | planners + reporters + council | select from public.section_lineage where version_id = '{frozenVersion}'
	reading which sections there are | planners + reporters + council | select from public.sections where id = '{section}'
	reading which document it is | planners + reporters + council | select from public.documents where id = '{draftDocument}'
	reading which version it is | planners + reporters + council | select from public.document_versions where id = '{frozenVersion}'
	seeing a picture | planners + reporters + council | select from public.document_files where id = '{picture}'
	asking what one may read | reporters + council | select from private.shown_versions() where version_id = '{frozenVersion}'
	reading a version in work | planners | select public.document_contents('{harz}', 'teilplan', 2)
	reading its texts | planners | select from public.section_texts where version_id = '{workingVersion}'
	reading a document that nobody is asked about | planners | select public.document_contents('{harz}', 'intern')
	reading a section of it | planners | select from public.section_texts where version_id = '{innerVersion}'
	reading a public document | everyone | select public.document_contents('{harz}', 'offen')
	reading a section of it as everybody | everyone | select public.read_section('{harz}', 'offen', 1, (select s.key from public.sections s join public.documents d on d.id = s.document_id where d.slug = 'offen'))
	reading a document of the Musterkreis | foreignPlanner | select public.document_contents('{musterkreis}', 'fremd')
	comparing two versions | planners | select public.compared_versions('{harz}', 'teilplan', 2, 1)
	comparing their sections | planners | select public.compared_sections('{frozenVersion}', '{workingVersion}')
	reading what they say | planners | select from jsonb_array_elements(public.compared_texts('{frozenVersion}', '{workingVersion}', array['{section}']::uuid[]) -> 'after')
	reading what is new for everybody | everyone | select public.document_news('{harz}')
	reading every wording of a section | planners | select public.section_history('{harz}', 'teilplan', 2, '{sectionKey}')
	reading every wording past the page | planners | select from public.section_revisions where version_id = '{workingVersion}'

	saving a section | planners | select public.save_section('{workingVersion}', '{section}', 1, 'Mobilität', '{"blocks": [], "notes": []}', 'Neu', 1, gen_random_uuid())
	saving a section past the verb | planners | update public.section_texts set heading = 'Neu' where version_id = '{workingVersion}' and section_id = '{section}'
	saving a section of a frozen version | nobody (FINAL) | select public.save_section('{frozenVersion}', '{section}', 1, 'Mobilität', '{"blocks": [], "notes": []}', 'Neu', 1, gen_random_uuid())
	saving it past the verb, of a frozen version | nobody | update public.section_texts set heading = 'Neu' where version_id = '{frozenVersion}'
	laying a wording beside past the verb | planners | insert into public.section_revisions (id, version_id, section_id, base, heading, body, words, seconds) values (gen_random_uuid(), '{workingVersion}', '{section}', 0, 'Neu', '{}', '', 0)
	settling what lies beside | planners | select 1 from (select public.settle_beside('{besideWording}', 'left', 1) offset 0) as x
	settling it past the verb | planners | update public.section_revisions set outcome = 'left' where id = '{besideWording}'
	adding a section | planners | select public.add_section('{workingVersion}', '{section}', 1, 'Neu', gen_random_uuid())
	adding a section past the verb | planners | insert into public.sections (document_id) values ('{draftDocument}')
	adding its text past the verb | planners | insert into public.section_texts (version_id, section_id, place, level, heading) values ('{innerVersion}', '{looseSection}', 9, 1, 'Neu')
	taking a text out past the verb | planners | delete from public.section_texts where version_id = '{workingVersion}' and section_id = '{section}'
	taking a text out of a frozen version | nobody | delete from public.section_texts where version_id = '{frozenVersion}'
	dividing a section | planners | select public.split_section('{workingVersion}', '{section}', 1, '{"body": {"blocks": [], "notes": []}, "words": "a", "seconds": 1}', '{"heading": "Zwei", "body": {"blocks": [], "notes": []}, "words": "b", "seconds": 1}', gen_random_uuid())
	merging sections | planners | select 1 from (select public.merge_sections('{workingVersion}', '{section}', 1, (select section_id from public.section_texts where version_id = '{workingVersion}' and section_id <> '{section}'), 1, '{"blocks": [], "notes": []}', 'ab', 1) offset 0) as x
	moving a section | planners | select 1 from (select public.move_section('{workingVersion}', '{section}', null, 1) offset 0) as x
	taking a section out | planners | select 1 from (select public.remove_section('{workingVersion}', '{section}', 'Steht jetzt anderswo.') offset 0) as x
	saying what a section is about | planners | select 1 from (select public.describe_section('{workingVersion}', '{section}', 'Es geht um Busse.', array['older_people']) offset 0) as x
	writing plain language | planners | select 1 from (select public.save_twin('{frozenVersion}', '{section}', '{"blocks": [], "notes": []}', 'Einfach', gen_random_uuid()) offset 0) as x
	writing plain language past the verb | planners | insert into public.section_twins (id, version_id, section_id, body, words) values (gen_random_uuid(), '{frozenVersion}', '{section}', '{}', 'Einfach')
	noting who checked it | planners | select 1 from (select public.check_twin('{twin}', 'Prüfgruppe', private.today(), gen_random_uuid()) offset 0) as x
	changing plain language by hand | nobody | update public.section_twins set words = 'Anders' where id = '{twin}'
	saying what became of a section past the verb | planners | insert into public.section_lineage (version_id, from_section, fate, is_changed, reason) values ('{workingVersion}', '{section}', 'removed', true, 'Weg')
	saying it of a frozen version, what became of a section | nobody | insert into public.section_lineage (version_id, from_section, fate, is_changed, reason) values ('{frozenVersion}', '{section}', 'removed', true, 'Weg')
	taking back what became of a section of a frozen version | nobody | delete from public.section_lineage where version_id = '{frozenVersion}'
	adding a picture | planners | select public.add_document_file('{draftDocument}', 'image/png', 5, repeat('a', 64), gen_random_uuid())
	adding a picture past the verb | planners | insert into public.document_files (document_id, media_type, size_bytes, sha256) values ('{draftDocument}', 'image/png', 5, repeat('b', 64))

	having a file read | planners | select public.begin_reading('{workingVersion}', 'Neu.docx', 5, repeat('a', 64), gen_random_uuid())
	having a file read past the verb | planners | insert into public.document_readings (id, version_id, file_name, size_bytes, sha256) values (gen_random_uuid(), '{workingVersion}', 'Neu.docx', 5, repeat('a', 64))
	having a file read into a frozen version | nobody (FINAL) | select public.begin_reading('{frozenVersion}', 'Neu.docx', 5, repeat('a', 64), gen_random_uuid())
	seeing how far a file has come | planners | select public.document_reading('{reading}')
	seeing it past the page | planners | select from public.document_readings where id = '{reading}'
	reading a file again | planners | select 1 from (select public.read_document_again('{reading}', 'before') offset 0) as x
	throwing away what was read | planners | select 1 from (select public.discard_reading('{reading}') offset 0) as x
	carrying a reading on past the verb | planners | select 1 from (select private.change_reading('{reading}', 'discarded', null) offset 0) as x
	taking over what is not read yet | nobody (FINAL) | select public.take_reading('{reading}', '[]')
	filling a version | planners | select 1 from (select public.fill_version('{workingVersion}', '[{"id": "{section}", "level": 1, "heading": "Neu", "body": {"blocks": [], "notes": []}, "words": "", "seconds": 0, "origins": []}]', 'Neu.docx') offset 0) as x

	beginning a round | planners | select public.start_round('{harz}', gen_random_uuid())
	choosing what a round is about | planners | select 1 from (select public.set_round('{harz}', '{draftRound}', '{frozenVersion}', true, 'own') offset 0) as x
	choosing it past the verb, what a round is about | planners | update public.rounds r set is_public = true from public.calls c where c.id = r.call_id and c.slug = '{draftRound}'
	choosing it once it is open | nobody (FINAL) | select public.set_round('{harz}', '{openRound}', '{frozenVersion}', true, 'own')
	choosing it past the verb, once it is open | nobody | update public.rounds r set is_public = true from public.calls c where c.id = r.call_id and c.slug = '{openRound}'
	putting a round to a call past the verb | nobody (NOTFD) | insert into public.rounds (call_id) select id from public.calls where slug = '{draftCall}'
	saying who has to be asked | planners | select 1 from (select public.set_legal_bases('{harz}', '{draftRound}', '{"{oberharz}": "§ 80 SGB VIII"}') offset 0) as x
	saying it past the verb, who has to be asked | planners | update public.call_addressees a set legal_basis = 'Satzung' from public.calls c where c.id = a.call_id and c.slug = '{draftRound}'
	saying it once it is open, who has to be asked | nobody | update public.call_addressees a set legal_basis = 'Satzung' from public.calls c where c.id = a.call_id and c.slug = '{openRound}'
	reading a round | planners + reporters + council | select from public.rounds r join public.calls c on c.id = r.call_id where c.slug = '{openRound}'
	reading a round in preparation | planners | select from public.rounds r join public.calls c on c.id = r.call_id where c.slug = '{draftRound}'
	answering a round as if it were a survey | nobody | select public.answer_nil((select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '{openRound}' and a.organisation_id = '{oberharz}'), 'care')
	reporting a need in answer to a round | nobody | select public.start_survey_report((select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '{openRound}' and a.organisation_id = '{oberharz}'), 'care')
	reading a round as if it were a survey | nobody | select public.survey_reply('{harz}', '{openRound}', '{oberharz}')
	reading the window of a round | planners + reporters + council | select public.round_window('{harz}', '{openRound}')
	reading it in preparation, the window of a round | nobody (NOTFD) | select public.round_window('{harz}', '{draftRound}')
`);
