-- Why: whoever fills the barrier form a hundred times in a row sent a hundred mails to everybody in the
-- planning. They are told at once of the first, and then at most every ten minutes of all that came since.

alter table public.barrier_reports add column told_at timestamptz;
comment on column public.barrier_reports.told_at is 'When planners and administrators were told of it.';
update public.barrier_reports set told_at = received_at;
create index on public.barrier_reports (authority_id, told_at);
