-- What the authority says among itself about a report, and what somebody said that no planner has dealt with
-- yet.

create table public.need_report_contributions (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid not null references public.need_reports on delete cascade,
	kind text not null check (kind in ('note', 'contribution')),
	office_id uuid,
	body text not null check (not private.is_blank(body) and length(body) <= 5000),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, office_id) references public.organisations (authority_id, id) on delete restrict,
	check ((kind = 'contribution') = (office_id is not null))
);
comment on table public.need_report_contributions is
	'What only the authority reads of a report: notes of its planners, and what an office contributes to '
	'the answer (Zuarbeit). The answer itself stays with the planner.';
create index on public.need_report_contributions (report_id, created_at);
create index on public.need_report_contributions (authority_id, office_id);
create index on public.need_report_contributions (person_id);
create index on public.need_report_contributions (post_id);
alter table public.need_report_contributions enable row level security;

alter table public.need_reports
	add column replied_at timestamptz,
	add column contributed_at timestamptz;
comment on column public.need_reports.replied_at is
	'When the organisation replied or added something that no planner has dealt with yet.';
comment on column public.need_reports.contributed_at is
	'When an office handed its contribution back, until a planner has dealt with it.';
create index need_reports_replied_idx on public.need_reports (authority_id, replied_at)
	where replied_at is not null;
create index need_reports_contributed_idx on public.need_reports (authority_id, contributed_at)
	where contributed_at is not null;

insert into private.mail_kinds (kind, kind_group, is_duty, is_bundled) values
	('contribution', 'planning', true, true);
insert into private.notice_kinds (noun, kind, mail_kind) values
	('contributions', 'contribution', 'contribution');
