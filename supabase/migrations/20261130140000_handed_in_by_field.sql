-- Why: whether something waits for the head was guessed from the time of a mail, and for whoever releases it
-- did not matter: what a clerk was still typing stood before the head as if it waited. Now each field knows
-- itself whether it is before the head, for both to read.

alter table public.survey_answers add column handed_in_at timestamptz;
comment on column public.survey_answers.handed_in_at is
	'Since when it is before who releases, as it stands; null while it is being written. What is changed is '
	'handed in again.';

update public.survey_answers s set handed_in_at = n.at
from (
	select n.addressee_id, max(n.created_at) as at
	from public.call_notices n
	where n.kind = 'handed_in'
	group by n.addressee_id
) n
where n.addressee_id = s.addressee_id and n.at >= s.saved_at;

-- What a guest sent, and what somebody wrote who releases it.
update public.survey_answers s set handed_in_at = s.saved_at
where s.handed_in_at is null
	and (
		s.saved_by is null
			or exists (
				select
				from public.holdings h
				join public.posts p on p.id = h.post_id
				where h.person_id = s.saved_by
					and h.ended_at is null
					and p.organisation_id = s.organisation_id
					and p.kind in ('releasing_head', 'council_chair', 'council_office', 'committee_officer')
			)
	);
