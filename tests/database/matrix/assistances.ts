import { rights } from './right.ts';

const named = `'Frau', 'Nora', 'Neu', 'nora@test.example'`;
const columns = 'holding_id, salutation, given_name, family_name, email, ends_on';

/** An assistant acts for the member, never as the organisation's word; naming one is the member's own. */
export const assistances = rights(`
	naming an assistant for the chair | councilChair | select public.name_assistant('{holdingOfChair}', ${named}, current_date + 90, private.person_id())
	naming an assistant without a fresh proof | nobody (RULED) | select public.name_assistant('{holdingOfChair}', ${named}, current_date + 90, gen_random_uuid())
	naming an assistant past the verb | nobody | insert into public.assistances (${columns}) values ('{holdingOfChair}', ${named}, current_date + 90)
	naming an assistant to the planner | nobody (RULED) | select public.name_assistant('{holdingOfPlanner}', ${named}, current_date + 90, private.person_id())
	naming an assistant to the administrator past the verb | nobody | insert into public.assistances (${columns}) values ('{holdingOfAdministrator}', ${named}, current_date + 90)
	naming oneself | nobody (RULED) | select public.name_assistant('{holdingOfChair}', 'Herr', 'Horst', 'Brandt', 'Brandt@beispiel.example', current_date + 90, private.person_id())
	naming an assistant until yesterday | nobody (RULED) | select public.name_assistant('{holdingOfChair}', ${named}, current_date - 2, private.person_id())
	accepting in another's name | nobody | update public.assistances set accepted_at = now(), assistant_id = '{person stranger}' where id = '{assistance}'
	making an assistance last longer | nobody | update public.assistances set ends_on = current_date + 999 where id = '{assistance}'
	reading whom the chair named | councilChair + chairAssistant | select email from public.assistances where id = '{assistance}'
	seeing on one's own page whom one named | councilChair | select x from jsonb_array_elements(public.my_assistances() -> 'assistants') x where x ->> 'id' = '{assistance}'
	seeing on one's own page whom one assists | chairAssistant | select x from jsonb_array_elements(public.my_assistances() -> 'members') x where x ->> 'id' = '{assistance}'
	reading the secret of an assistance | nobody | select token_hash from public.assistances
	ending an assistance | councilChair + chairAssistant | select public.end_assistance('{assistance}')
	ending it past the verb | councilChair + chairAssistant | update public.assistances set revoked_at = now() where id = '{assistance}'
	taking the end of an assistance back | nobody | update public.assistances set revoked_at = null where assistant_id = '{person formerAssistant}'
	deleting an assistance | nobody | delete from public.assistances
	reading who assists in a council | administrator | select x from jsonb_array_elements(public.administration_of_organisation('{seniorCouncil}') -> 'assistants') x
	drawing the secret of an assistance | nobody | select public.assistance_token('{assistance}', repeat('a', 64))
	looking up a link of an assistance | nobody | select public.assistance_find(repeat('a', 64))
	accepting by a link | nobody | select public.assistance_accept(repeat('a', 64))
	releasing the council's draft | councilReleasers (RULED) | select public.release_need_report('{councilDraft}', 1)
	giving what was handed in back to its writer | head | update public.need_report_drafts set returned_at = now(), return_reason = 'x' where id = '{handedIn}'
	taking the assistant's name off a draft | nobody | update public.need_report_drafts set written_for = null where id = '{assistedDraft}'
`);
