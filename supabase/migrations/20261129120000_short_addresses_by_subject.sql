-- A short address says what it is about, not where a page is: addresses belong to the interface alone.
alter table public.short_addresses
	add column subject_kind text not null default 'need_report' check (subject_kind in ('need_report')),
	add column subject_key text;
update public.short_addresses set subject_key = replace(path, '/bedarfe/', '');
alter table public.short_addresses
	alter column subject_kind drop default,
	alter column subject_key set not null,
	drop column path;
comment on column public.short_addresses.subject_key is 'The number of a need report.';
