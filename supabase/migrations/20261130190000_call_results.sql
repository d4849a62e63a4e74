-- Why: to publish a call said that there was a result, and there was none to read. The step now carries what
-- the planners sum up and who may read it; the call keeps for whom.

alter table public.call_steps
	drop constraint call_steps_body_check,
	add constraint call_steps_body_check
		check (length(body) <= case step when 'published' then 10000 else 2000 end),
	add column audience text check (audience in ('public', 'asked')),
	add check (audience is null or step = 'published' and not private.is_blank(body));
comment on column public.call_steps.body is
	'Why: at the opening the answer to "no session lies inside the window", at a prolongation its '
	'reason. At the publication its summary, for whoever may read the result.';
comment on column public.call_steps.audience is
	'Of a publication: may everybody read the result, or who was asked.';

alter table public.calls
	add column audience text check (audience in ('public', 'asked')),
	add check (audience is null or state = 'published');
comment on column public.calls.audience is
	'Who may read the result: everybody, or who was asked. Null while there is none; what was published '
	'before there were results has none.';
create index calls_results_idx on public.calls (authority_id, published_at desc) where audience is not null;
