-- A little of everything the interface has to carry, apart from the product's own tables. May run again: all begins anew.
drop schema if exists trial_private;
drop table if exists public.trial_late, public.trial_lines, public.trial_notes, public.trial_kinds cascade;
do $$ declare f regprocedure; begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and proname like 'trial%' loop
    execute format('drop function %s', f);
  end loop;
end $$;
create schema trial_private;
create table public.trial_notes (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null default auth.uid(),
  body text not null constraint trial_notes_body_check check (body <> ''),
  kind text not null default 'a' unique
);
create table public.trial_lines (n integer primary key, note_id uuid references public.trial_notes (id));
insert into public.trial_lines select generate_series(1, 1200);
alter table public.trial_notes enable row level security;
alter table public.trial_lines enable row level security;
grant select, insert on public.trial_notes to authenticated;
grant select, insert on public.trial_lines to authenticated;
create policy "people read their notes" on public.trial_notes for select to authenticated
  using (owner_id = (select auth.uid()));
create policy "people write their notes" on public.trial_notes for insert to authenticated
  with check (owner_id = (select auth.uid()));
create policy "people read lines" on public.trial_lines for select to authenticated using (true);
create policy "people write lines" on public.trial_lines for insert to authenticated with check (true);

create function public.trial_raise(p_code text, p_detail text default null) returns void
  language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = p_code, message = 'trial_message', detail = coalesce(p_detail, ''), hint = 'trial_hint';
end $$;
create function public.trial_who() returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('person', auth.uid(), 'role', current_user)
$$;
create function public.trial_list(p_upto integer) returns table (n integer) language sql stable set search_path = '' as $$
  select l.n from public.trial_lines l where l.n <= p_upto order by l.n
$$;
create function public.trial_system() returns text language sql stable set search_path = '' as $$ select 'secret' $$;
grant execute on function public.trial_raise(text, text), public.trial_who() to anon, authenticated;
grant execute on function public.trial_list(integer) to authenticated;

create table public.trial_kinds (
  id bigint primary key, at timestamptz, day date, clock time, share numeric, words text[], people uuid[], days date[],
  document jsonb, yes boolean
);
alter table public.trial_kinds enable row level security;
grant select, insert on public.trial_kinds to authenticated;
create policy "people read kinds" on public.trial_kinds for select to authenticated using (true);
create policy "people write kinds" on public.trial_kinds for insert to authenticated with check (true);
create function public.trial_echo(p_document jsonb, p_words text[], p_day date, p_people uuid[] default '{}') returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('document', p_document, 'words', p_words, 'day', p_day, 'people', p_people)
$$;
create function public.trial_one() returns setof public.trial_kinds language sql stable set search_path = '' as $$
  select * from public.trial_kinds
$$;
grant execute on function public.trial_echo(jsonb, text[], date, uuid[]), public.trial_one() to authenticated;

-- what comes back
create function public.trial_nothing() returns void language plpgsql set search_path = '' as $$ begin end $$;
create function public.trial_null() returns text language sql stable set search_path = '' as $$ select null::text $$;
create function public.trial_row() returns public.trial_kinds language sql stable set search_path = '' as $$
  select * from public.trial_kinds limit 1
$$;
create function public.trial_column() returns table (n integer) language sql stable set search_path = '' as $$ select 1 $$;
create function public.trial_out(out a integer, out b text) language sql stable set search_path = '' as $$ select 1, 'x' $$;
create function public.trial_each(p_words text[]) returns setof text language sql stable set search_path = '' as $$
  select unnest(p_words)
$$;
create function public.trial_many() returns setof integer language sql stable set search_path = '' as $$
  select generate_series(1, 1200)
$$;
create function public.trial_large() returns bigint language sql stable set search_path = '' as $$
  select 9007199254740993
$$;
create function public.trial_numbers()
  returns table (small bigint, large bigint, half numeric, cents numeric, long numeric, larges bigint[])
  language sql stable set search_path = '' as $$
  select 12::bigint, 9007199254740993, 0.5, 1.50, 12345678901234567890.123, '{1,9007199254740993}'::bigint[]
$$;
create function public.trial_times()
  returns table (moment timestamptz, moments timestamptz[], span interval, clock time) language sql stable
  set search_path = '' as $$
  select timestamptz '2026-01-01 12:00:00.5+02', array[timestamptz '2026-01-01 12:00+00'], interval '1 day 2 hours',
    time '07:08'
$$;

-- what goes in
create function public.trial_default(p_words text[] default '{a}', p_n integer default 3) returns text[]
  language sql stable set search_path = '' as $$ select p_words || p_n::text $$;
create function public.trial_text(p_text text, p_moment timestamptz default null, p_flag boolean default null)
  returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('text', p_text, 'moment', p_moment, 'flag', p_flag)
$$;
create function public.trial_same(p_a integer) returns text language sql stable set search_path = '' as $$
  select 'integer'
$$;
create function public.trial_same(p_b text) returns text language sql stable set search_path = '' as $$ select 'text' $$;
create function public.trial_same(p_b text, p_c text default 'c') returns text language sql stable set search_path = ''
  as $$ select 'two' $$;

-- what fails only when the transaction ends
create table public.trial_late (
  n integer primary key, note_id uuid references public.trial_notes (id) deferrable initially deferred
);
alter table public.trial_late enable row level security;
grant select, insert on public.trial_late to authenticated;
create policy "people read what is late" on public.trial_late for select to authenticated using (true);
create policy "people write what is late" on public.trial_late for insert to authenticated with check (true);
create function public.trial_orphan(p_n integer) returns integer language sql set search_path = '' as $$
  insert into public.trial_late values (p_n, gen_random_uuid()) returning n
$$;
create function public.trial_write(p_n integer) returns integer language sql set search_path = '' as $$
  insert into public.trial_late values (p_n, null) returning n
$$;
create function public.trial_reads_only(p_n integer) returns integer language plpgsql stable set search_path = '' as $$
begin
  return public.trial_write(p_n);
end $$;
create function public.trial_sleep(p_seconds double precision) returns integer language sql set search_path = '' as $$
  select pg_backend_pid() from pg_sleep(p_seconds)
$$;

do $$ declare f regprocedure; begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and proname like 'trial%'
    and proname not in ('trial_system', 'trial_who', 'trial_raise')
  loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
