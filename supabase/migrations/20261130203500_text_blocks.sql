-- Why: planners write the same reason again and again, or look for it in an older answer. An authority keeps
-- such texts; how often each stands in an answer shows which are worth keeping.

create table public.text_blocks (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	title text not null check (not private.is_blank(title) and length(title) <= 80),
	body text not null check (not private.is_blank(body) and length(body) <= 4000),
	revision integer not null default 1,
	retired_at timestamptz,
	changed_at timestamptz not null default now(),
	unique (authority_id, id)
);
comment on table public.text_blocks is
	'Texts that planners put into the reason of an answer. What was answered stays as it was written.';
comment on column public.text_blocks.retired_at is 'Since when it is offered no more; its uses stay counted.';
create unique index text_blocks_titles on public.text_blocks (authority_id, lower(title))
	where retired_at is null;
alter table public.text_blocks enable row level security;

create table public.text_block_uses (
	authority_id uuid not null references public.authorities on delete cascade,
	block_id uuid not null,
	answer_id uuid not null references public.need_report_answers on delete cascade,
	primary key (block_id, answer_id),
	foreign key (authority_id, block_id) references public.text_blocks (authority_id, id) on delete cascade
);
comment on table public.text_block_uses is 'In which answers a text block was put while they were written.';
create index on public.text_block_uses (authority_id, block_id);
create index on public.text_block_uses (answer_id);
alter table public.text_block_uses enable row level security;
