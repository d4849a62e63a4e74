-- Why: surveys that are not uniform lose their meaning. Fields of action, target groups and decision words
-- carry a stable key; labels may be bettered, keys never. Sources: taxonomies of Bavarian SPGK and
-- Landkreis Harz 2025, SGB VIII §§ 11-14; decision words as in XBeteiligung and demosplan.

create table public.fields_of_action (
	key text primary key check (key ~ '^[a-z_]+$'),
	position integer not null unique,
	label text not null,
	label_en text not null
);
comment on table public.fields_of_action is 'Handlungsfelder.';

create table public.target_groups (
	key text primary key check (key ~ '^[a-z_0-9]+$'),
	position integer not null unique,
	label text not null,
	label_en text not null
);
comment on table public.target_groups is 'Zielgruppen.';

create table public.decision_words (
	key text primary key check (key ~ '^[a-z_]+$'),
	position integer not null unique,
	label text not null,
	label_en text not null,
	names_third_party boolean not null default false
);
comment on table public.decision_words is
	'Words of a final decision. names_third_party: it must say to whom it was forwarded.';

insert into public.fields_of_action (position, key, label, label_en) values
	(1, 'living', 'Wohnen und Leben zu Hause', 'Housing and living at home'),
	(2, 'mobility', 'Mobilität', 'Mobility'),
	(3, 'accessibility', 'Barrierefreiheit', 'Accessibility'),
	(4, 'care', 'Pflege und Angehörige', 'Care and relatives'),
	(5, 'health', 'Gesundheit', 'Health'),
	(6, 'dementia', 'Demenz', 'Dementia'),
	(7, 'hospice', 'Hospiz und Trauer', 'Hospice and bereavement'),
	(8, 'advice', 'Beratung und Information', 'Advice and information'),
	(9, 'participation', 'Begegnung und Teilhabe', 'Meeting and participation'),
	(10, 'engagement', 'Engagement und Ehrenamt', 'Volunteering'),
	(11, 'work', 'Arbeit und Beschäftigung', 'Work and employment'),
	(12, 'education', 'Bildung und Kita', 'Education and childcare'),
	(13, 'youth', 'Jugendarbeit', 'Youth work'),
	(14, 'digital', 'Digitale Teilhabe', 'Digital participation'),
	(15, 'culture', 'Freizeit, Kultur und Sport', 'Leisure, culture and sport'),
	(16, 'other', 'Anderes', 'Other');

insert into public.target_groups (position, key, label, label_en) values
	(1, 'all', 'alle Menschen', 'everyone'),
	(2, 'older_people', 'ältere Menschen', 'older people'),
	(3, 'over_80', 'Menschen über 80', 'people over 80'),
	(4, 'dementia', 'Menschen mit Demenz', 'people with dementia'),
	(5, 'caring_relatives', 'pflegende Angehörige', 'caring relatives'),
	(6, 'disability_physical', 'Menschen mit körperlicher Behinderung', 'people with physical disabilities'),
	(7, 'disability_sensory', 'Menschen mit Seh- oder Hörbehinderung', 'people with impaired sight or hearing'),
	(8, 'disability_cognitive', 'Menschen mit Lernschwierigkeiten', 'people with learning disabilities'),
	(9, 'disability_psychological', 'Menschen mit seelischer Erkrankung', 'people with mental illness'),
	(10, 'children', 'Kinder', 'children'),
	(11, 'young_people', 'Jugendliche', 'young people'),
	(12, 'families', 'Familien', 'families'),
	(13, 'single_parents', 'Alleinerziehende', 'single parents'),
	(14, 'migrants', 'Zugewanderte', 'migrants'),
	(15, 'poverty', 'Menschen mit wenig Geld', 'people in poverty'),
	(16, 'homeless', 'wohnungslose Menschen', 'homeless people');

insert into public.decision_words (position, key, label, label_en, names_third_party) values
	(1, 'accepted', 'Wird berücksichtigt', 'Accepted', false),
	(2, 'partly_accepted', 'Wird teilweise berücksichtigt', 'Partly accepted', false),
	(3, 'already_covered', 'Ist bereits berücksichtigt', 'Already covered', false),
	(4, 'not_accepted', 'Wird nicht berücksichtigt', 'Not accepted', false),
	(5, 'noted', 'Wird zur Kenntnis genommen', 'Noted', false),
	(
		6, 'out_of_scope_forwarded', 'Weitergeleitet an eine zuständige Stelle',
		'Forwarded to the body responsible', true
	);
alter table public.fields_of_action enable row level security;
alter table public.target_groups enable row level security;
alter table public.decision_words enable row level security;
