import { rights } from './right.ts';

/** What is everybody's own, or everybody's. */
export const own = rights(`
	opening one's start page | signedIn | select public.start_page()
	keeping one's own display | signedIn | select 1 from (select public.set_display('de', 'large', 'high') offset 0) as x
	changing another's name | nobody | update public.people set family_name = 'Anders' where id = '00000000-0000-4000-8000-000000000000'::uuid or email like 'kern%'
	reading what is stored about oneself | signedIn | select public.own_data()
	reading what the audit log says about oneself | planner + foreignPlanner | select from jsonb_array_elements(public.own_data() -> 'audit') e where e ->> 'kind' = 'exported'
	reading what is stored about a council member | councilMember | select from public.own_data() d where d #>> '{person,familyName}' = 'Demir'
	changing one's own address past its proof | nobody | update public.people set email = 'mir@test.example' where id = private.person_id()
	putting off the end of an unused account | nobody | update public.people set dormancy_noticed_at = null where id = private.person_id()
	seeing by what the list can be filtered | members | select public.need_list_choices('{harz}')
	reading one's own saved filter | planner | select from public.saved_filters where id = '{filter}'
	reading one's own saved filter in the document | planner | select public.need_list_choices('{harz}') -> 'filters' -> 0
	saving a filter | members | insert into public.saved_filters (id, authority_id, name, filter) values (gen_random_uuid(), '{harz}', 'Meiner', '{}')
	saving a filter by its verb | members | select 1 from (select public.save_filter('{harz}', gen_random_uuid(), 'Meiner', '{}') offset 0) as x
	saving a filter for another | nobody | insert into public.saved_filters (id, authority_id, person_id, name, filter) values (gen_random_uuid(), '{harz}', '{person clerk}', 'Seiner', '{}')
	discarding one's own filter | planner | delete from public.saved_filters where id = '{filter}'
	discarding a filter by its verb | signedIn | select 1 from (select public.discard_filter('{filter}') offset 0) as x
	reading the index of words | nobody | select from private.word_index
	reading the words for everybody | everyone | select public.vocabulary()
	draining answers of another by a wide save | councilWriters | update public.need_report_drafts set answers = '{"title":"Tagespflege fehlt im Ort","field_of_action":"care","target_groups":["older_people"],"locality":"Hasselfelde","description":"Im Ort gibt es keine Tagespflege, die nächste liegt weit entfernt.","affected_range":"5_to_20","urgency":"this_year","visibility":"district"}'::jsonb where id = '{councilDraft}'
`);
