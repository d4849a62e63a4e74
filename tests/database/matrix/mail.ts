import { rights } from './right.ts';

/** Mails that did not arrive, and what people choose about theirs. */
export const mail = rights(`
	seeing what did not arrive | planner + deputyPlanner + administrator | select public.undelivered_mails('{harz}')
	seeing what did not arrive past the verb | nobody | select * from private.undelivered(array['{harz}'::uuid])
	sending again what did not arrive | planner + deputyPlanner + administrator | select public.resend_mail('{undelivered}')
	sending again what arrived | nobody | select public.resend_mail('{delivered}')
	sending a code to sign in again | nobody | select public.resend_mail('{undeliveredSecret}')
	sending the link for a new address again | nobody | select public.resend_mail('{undeliveredAddress}')
	sending a request of an organisation to itself again | nobody | select public.resend_mail('{undeliveredInside}')
	seeing who changes an address or has an assistant, or what an organisation asks among itself | nobody | select from jsonb_array_elements(public.undelivered_mails('{harz}')) m where m ->> 'kind' <> 'question'
	seeing one's own choice | signedIn | select public.my_mail_preferences()
	choosing for oneself | signedIn | insert into public.mail_preferences (kind_group, pace) values ('reports', 'daily')
	choosing for another | nobody | insert into public.mail_preferences (person_id, kind_group, pace) values ('{person councilChair}', 'calls', 'never')
	changing another's choice | councilChair | update public.mail_preferences set pace = 'never' where person_id = '{person councilChair}'
	reading another's choice | councilChair | select from public.mail_preferences where person_id = '{person councilChair}'
	calling a duty no duty | nobody | update private.mail_kinds set is_duty = false
`);
