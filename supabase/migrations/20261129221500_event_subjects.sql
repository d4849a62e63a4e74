-- The chronicle had a column for each noun and would have got three more. An entry now names what it
-- belongs to by kind and id. No reader ever asked for the need: what happens to a need is written once for
-- each of its reports.
alter table public.events rename column subject_id to record_id;
alter table public.events add column subject_kind text, add column subject_id uuid;
update public.events set
	subject_kind = case
		when call_id is not null then 'call' when report_id is not null then 'need_report' else 'draft'
	end,
	subject_id = coalesce(call_id, report_id, record_id);
alter table public.events alter column subject_kind set not null,
	alter column subject_id set not null,
	add check (subject_kind in ('call', 'draft', 'need_report')),
	drop column report_id,
	drop column need_id,
	drop column call_id;
comment on column public.events.subject_kind is
	'What the entry belongs to: it is read there, and goes with it. Drafts become reports and are '
	'outlived by their entries.';
comment on column public.events.record_id is
	'The row that was written: message, answer, verdict, step, return.';
create index on public.events (subject_kind, subject_id, id);
