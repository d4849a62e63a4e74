-- The sample district: everything in it is freely invented except the names and keys of places. Known by heart in tests:
-- Frau Kern (clerk, Oberharz am Brocken), Herr Voß (its head), Frau Albrecht (planner), Herr Brandt (chair of the senior council),
-- Frau Seidel (its office), Herr Demir (voting member), Frau Lorenz (LIGA), Herr Winkler (administrator), Frau Yilmaz (youth office).
-- Ids: a… authority, 0… organisations, p → 1… people, 2… posts.

insert into public.authorities (id, key, name, prefix, district_key, postal_address, email, phone, is_sample) values
	('a0000000-0000-4000-8000-000000000001', 'harz', 'Landkreis Harz', 'HZ', '15085', 'Beispielstraße 1, 38820 Halberstadt', 'sozialplanung@beispiel.example', '03941 0000-0', true);

insert into public.organisations (id, authority_id, kind, parent_id, name, place, phone, email) values
	('00000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'authority', null, 'Landkreis Harz, Sozialplanung', 'Halberstadt', '03941 0000-100', 'sozialplanung@beispiel.example'),
	('00000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'office', '00000000-0000-4000-8000-000000000001', 'Jugendamt', 'Halberstadt', '03941 0000-200', null),
	('00000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000001', 'office', '00000000-0000-4000-8000-000000000001', 'Sozialamt', 'Halberstadt', '03941 0000-300', null),
	('00000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000001', 'office', '00000000-0000-4000-8000-000000000001', 'Gesundheitsamt', 'Halberstadt', '03941 0000-400', null),
	('00000000-0000-4000-8000-000000000005', 'a0000000-0000-4000-8000-000000000001', 'office', '00000000-0000-4000-8000-000000000001', 'Amt für Kreisentwicklung und Nahverkehr', 'Halberstadt', '03941 0000-500', null),
	('00000000-0000-4000-8000-000000000010', 'a0000000-0000-4000-8000-000000000001', 'advisory_council', null, 'Seniorenbeirat des Landkreises Harz', 'Halberstadt', '03941 0000-110', null),
	('00000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'advisory_council', null, 'Inklusionsbeirat des Landkreises Harz', 'Halberstadt', '03941 0000-111', null),
	('00000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000001', 'welfare_umbrella', null, 'LIGA der Freien Wohlfahrtspflege, Kreisgruppe Harz', 'Halberstadt', '03941 0000-120', null),
	('00000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001', 'member_association', '00000000-0000-4000-8000-000000000020', 'AWO Harz', null, null, null),
	('00000000-0000-4000-8000-000000000022', 'a0000000-0000-4000-8000-000000000001', 'member_association', '00000000-0000-4000-8000-000000000020', 'Caritas Harz', null, null, null),
	('00000000-0000-4000-8000-000000000023', 'a0000000-0000-4000-8000-000000000001', 'member_association', '00000000-0000-4000-8000-000000000020', 'Der PARITÄTISCHE Harz', null, null, null),
	('00000000-0000-4000-8000-000000000024', 'a0000000-0000-4000-8000-000000000001', 'member_association', '00000000-0000-4000-8000-000000000020', 'DRK Harz', null, null, null),
	('00000000-0000-4000-8000-000000000025', 'a0000000-0000-4000-8000-000000000001', 'member_association', '00000000-0000-4000-8000-000000000020', 'Diakonie Harz', null, null, null),
	('00000000-0000-4000-8000-000000000026', 'a0000000-0000-4000-8000-000000000001', 'member_association', '00000000-0000-4000-8000-000000000020', 'Jüdische Gemeinde Harz', null, null, null),
	('00000000-0000-4000-8000-000000000030', 'a0000000-0000-4000-8000-000000000001', 'provider', null, 'Sozialstation Bodetal', 'Thale', '03947 0000-30', null),
	('00000000-0000-4000-8000-000000000031', 'a0000000-0000-4000-8000-000000000001', 'provider', null, 'Lebenshilfe-Werkstatt Harzvorland', 'Quedlinburg', '03946 0000-31', null),
	('00000000-0000-4000-8000-000000000040', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Ballenstedt', 'Ballenstedt', null, null),
	('00000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Blankenburg (Harz)', 'Blankenburg (Harz)', null, null),
	('00000000-0000-4000-8000-000000000042', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Falkenstein/Harz', 'Falkenstein/Harz', null, null),
	('00000000-0000-4000-8000-000000000043', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Halberstadt', 'Halberstadt', null, null),
	('00000000-0000-4000-8000-000000000044', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Harzgerode', 'Harzgerode', null, null),
	('00000000-0000-4000-8000-000000000045', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Gemeinde Huy', 'Huy', null, null),
	('00000000-0000-4000-8000-000000000046', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Ilsenburg (Harz)', 'Ilsenburg (Harz)', null, null),
	('00000000-0000-4000-8000-000000000047', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Gemeinde Nordharz', 'Nordharz', null, null),
	('00000000-0000-4000-8000-000000000048', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Oberharz am Brocken', 'Oberharz am Brocken', null, null),
	('00000000-0000-4000-8000-000000000049', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Osterwieck', 'Osterwieck', null, null),
	('00000000-0000-4000-8000-000000000050', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Welterbestadt Quedlinburg', 'Quedlinburg', null, null),
	('00000000-0000-4000-8000-000000000051', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Thale', 'Thale', null, null),
	('00000000-0000-4000-8000-000000000052', 'a0000000-0000-4000-8000-000000000001', 'municipality', null, 'Stadt Wernigerode', 'Wernigerode', null, null),
	('00000000-0000-4000-8000-000000000053', 'a0000000-0000-4000-8000-000000000001', 'association', null, 'Verbandsgemeinde Vorharz', 'Wegeleben', null, null);

update public.organisations o set postal_address = p.address
from (values (44, 'Beispielgasse 3, 06493 Harzgerode'), (48, 'Beispielweg 2, 38875 Elbingerode'), (53, 'Beispielring 4, 38828 Wegeleben')) p (organisation, address)
where o.id = ('00000000-0000-4000-8000-' || lpad(p.organisation::text, 12, '0'))::uuid;

insert into public.municipalities (ags, authority_id, ars, name, kind, administration_id) values
	('15085040', 'a0000000-0000-4000-8000-000000000001', '150850040040', 'Ballenstedt', 'Stadt', '00000000-0000-4000-8000-000000000040'),
	('15085055', 'a0000000-0000-4000-8000-000000000001', '150850055055', 'Blankenburg (Harz)', 'Stadt', '00000000-0000-4000-8000-000000000041'),
	('15085090', 'a0000000-0000-4000-8000-000000000001', '150855051090', 'Ditfurt', 'Gemeinde', '00000000-0000-4000-8000-000000000053'),
	('15085110', 'a0000000-0000-4000-8000-000000000001', '150850110110', 'Falkenstein/Harz', 'Stadt', '00000000-0000-4000-8000-000000000042'),
	('15085125', 'a0000000-0000-4000-8000-000000000001', '150855051125', 'Groß Quenstedt', 'Gemeinde', '00000000-0000-4000-8000-000000000053'),
	('15085135', 'a0000000-0000-4000-8000-000000000001', '150850135135', 'Halberstadt', 'Stadt', '00000000-0000-4000-8000-000000000043'),
	('15085140', 'a0000000-0000-4000-8000-000000000001', '150855051140', 'Harsleben', 'Gemeinde', '00000000-0000-4000-8000-000000000053'),
	('15085145', 'a0000000-0000-4000-8000-000000000001', '150850145145', 'Harzgerode', 'Stadt', '00000000-0000-4000-8000-000000000044'),
	('15085160', 'a0000000-0000-4000-8000-000000000001', '150855051160', 'Hedersleben', 'Gemeinde', '00000000-0000-4000-8000-000000000053'),
	('15085185', 'a0000000-0000-4000-8000-000000000001', '150850185185', 'Huy', 'Gemeinde', '00000000-0000-4000-8000-000000000045'),
	('15085190', 'a0000000-0000-4000-8000-000000000001', '150850190190', 'Ilsenburg (Harz)', 'Stadt', '00000000-0000-4000-8000-000000000046'),
	('15085227', 'a0000000-0000-4000-8000-000000000001', '150850227227', 'Nordharz', 'Gemeinde', '00000000-0000-4000-8000-000000000047'),
	('15085228', 'a0000000-0000-4000-8000-000000000001', '150850228228', 'Oberharz am Brocken', 'Stadt', '00000000-0000-4000-8000-000000000048'),
	('15085230', 'a0000000-0000-4000-8000-000000000001', '150850230230', 'Osterwieck', 'Stadt', '00000000-0000-4000-8000-000000000049'),
	('15085235', 'a0000000-0000-4000-8000-000000000001', '150850235235', 'Quedlinburg', 'Stadt', '00000000-0000-4000-8000-000000000050'),
	('15085285', 'a0000000-0000-4000-8000-000000000001', '150855051285', 'Schwanebeck', 'Stadt', '00000000-0000-4000-8000-000000000053'),
	('15085287', 'a0000000-0000-4000-8000-000000000001', '150855051287', 'Selke-Aue', 'Gemeinde', '00000000-0000-4000-8000-000000000053'),
	('15085330', 'a0000000-0000-4000-8000-000000000001', '150850330330', 'Thale', 'Stadt', '00000000-0000-4000-8000-000000000051'),
	('15085365', 'a0000000-0000-4000-8000-000000000001', '150855051365', 'Wegeleben', 'Stadt', '00000000-0000-4000-8000-000000000053'),
	('15085370', 'a0000000-0000-4000-8000-000000000001', '150850370370', 'Wernigerode', 'Stadt', '00000000-0000-4000-8000-000000000052');

insert into public.people (id, salutation, given_name, family_name, email, locale) values
	('10000000-0000-4000-8000-000000000001', 'Frau', 'Sabine', 'Kern', 'kern@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000002', 'Herr', 'Martin', 'Voß', 'voss@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000003', 'Frau', 'Petra', 'Albrecht', 'albrecht@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000004', 'Herr', 'Horst', 'Brandt', 'brandt@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000005', 'Frau', 'Ilse', 'Seidel', 'seidel@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000006', 'Herr', 'Kemal', 'Demir', 'demir@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000007', 'Frau', 'Eva', 'Lorenz', 'lorenz@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000008', 'Herr', 'Uwe', 'Winkler', 'winkler@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000009', 'Frau', 'Aylin', 'Yilmaz', 'yilmaz@beispiel.example', 'de'),
	('10000000-0000-4000-8000-000000000010', 'Herr', 'Nils', 'Jansen', 'jansen@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000011', 'Frau', 'Ruth', 'Vogt', 'vogt@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000012', 'Frau', 'Karin', 'Alt', 'alt@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000100', 'Frau', 'Anna', 'Ballin', 'ballin@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000101', 'Frau', 'Anna', 'Kramer', 'kramer@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000102', 'Frau', 'Anna', 'Faust', 'faust@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000103', 'Frau', 'Anna', 'Hoppe', 'hoppe@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000104', 'Frau', 'Anna', 'Gerlach', 'gerlach@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000105', 'Frau', 'Anna', 'Imhof', 'imhof@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000106', 'Frau', 'Anna', 'Ilgner', 'ilgner@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000107', 'Frau', 'Anna', 'Nord', 'nord@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000109', 'Frau', 'Anna', 'Oswald', 'oswald@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000110', 'Frau', 'Anna', 'Busch', 'busch@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000111', 'Frau', 'Anna', 'Thiele', 'thiele@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000112', 'Frau', 'Anna', 'Wagner', 'wagner@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000113', 'Frau', 'Anna', 'Conrad', 'conrad@sample.example', 'de'),
	('10000000-0000-4000-8000-000000000150', 'Herr', 'Jonas', 'Ernst', 'ernst@sample.example', 'de');

insert into public.posts (id, organisation_id, kind, title, phone, created_at) values
	('20000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'planner', 'Sozialplanung', '03941 0000-100', now() - interval '2 years' + interval '1 second' * 3),
	('20000000-0000-4000-8000-000000000008', '00000000-0000-4000-8000-000000000001', 'administrator', 'Verwaltung der Plattform', '03941 0000-150', now() - interval '2 years' + interval '1 second' * 8),
	('20000000-0000-4000-8000-000000000009', '00000000-0000-4000-8000-000000000002', 'planner', 'Jugendhilfeplanung', '03941 0000-210', now() - interval '2 years' + interval '1 second' * 9),
	('20000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000003', 'planner', 'Planung Sozialamt', '03941 0000-310', now() - interval '2 years' + interval '1 second' * 31),
	('20000000-0000-4000-8000-000000000032', '00000000-0000-4000-8000-000000000005', 'planner', 'Nahverkehrsplanung', '03941 0000-510', now() - interval '2 years' + interval '1 second' * 32),
	('20000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000010', 'council_chair', 'Vorsitz', null, now() - interval '2 years' + interval '1 second' * 4),
	('20000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000010', 'council_office', 'Geschäftsstelle', '03941 0000-112', now() - interval '2 years' + interval '1 second' * 5),
	('20000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000010', 'council_voting', 'Stimmberechtigtes Mitglied', null, now() - interval '2 years' + interval '1 second' * 6),
	('20000000-0000-4000-8000-000000000033', '00000000-0000-4000-8000-000000000010', 'council_advisory', 'Beratendes Mitglied', null, now() - interval '2 years' + interval '1 second' * 33),
	('20000000-0000-4000-8000-000000000034', '00000000-0000-4000-8000-000000000010', 'council_substitute', 'Ersatzmitglied', null, now() - interval '2 years' + interval '1 second' * 34),
	('20000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000011', 'council_chair', 'Vorsitz', null, now() - interval '2 years' + interval '1 second' * 11),
	('20000000-0000-4000-8000-000000000035', '00000000-0000-4000-8000-000000000011', 'council_office', 'Geschäftsstelle', '03941 0000-113', now() - interval '2 years' + interval '1 second' * 35),
	('20000000-0000-4000-8000-000000000007', '00000000-0000-4000-8000-000000000020', 'committee_officer', 'Referat Kreisausschuss', '03941 0000-121', now() - interval '2 years' + interval '1 second' * 7),
	('20000000-0000-4000-8000-000000000100', '00000000-0000-4000-8000-000000000040', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 100),
	('20000000-0000-4000-8000-000000000200', '00000000-0000-4000-8000-000000000040', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 200),
	('20000000-0000-4000-8000-000000000101', '00000000-0000-4000-8000-000000000041', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 101),
	('20000000-0000-4000-8000-000000000201', '00000000-0000-4000-8000-000000000041', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 201),
	('20000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000042', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 102),
	('20000000-0000-4000-8000-000000000202', '00000000-0000-4000-8000-000000000042', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 202),
	('20000000-0000-4000-8000-000000000103', '00000000-0000-4000-8000-000000000043', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 103),
	('20000000-0000-4000-8000-000000000203', '00000000-0000-4000-8000-000000000043', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 203),
	('20000000-0000-4000-8000-000000000104', '00000000-0000-4000-8000-000000000044', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 104),
	('20000000-0000-4000-8000-000000000204', '00000000-0000-4000-8000-000000000044', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 204),
	('20000000-0000-4000-8000-000000000105', '00000000-0000-4000-8000-000000000045', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 105),
	('20000000-0000-4000-8000-000000000205', '00000000-0000-4000-8000-000000000045', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 205),
	('20000000-0000-4000-8000-000000000106', '00000000-0000-4000-8000-000000000046', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 106),
	('20000000-0000-4000-8000-000000000206', '00000000-0000-4000-8000-000000000046', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 206),
	('20000000-0000-4000-8000-000000000107', '00000000-0000-4000-8000-000000000047', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 107),
	('20000000-0000-4000-8000-000000000207', '00000000-0000-4000-8000-000000000047', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 207),
	('20000000-0000-4000-8000-000000000108', '00000000-0000-4000-8000-000000000048', 'releasing_head', 'Bürgermeister', null, now() - interval '2 years' + interval '1 second' * 108),
	('20000000-0000-4000-8000-000000000208', '00000000-0000-4000-8000-000000000048', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 208),
	('20000000-0000-4000-8000-000000000109', '00000000-0000-4000-8000-000000000049', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 109),
	('20000000-0000-4000-8000-000000000209', '00000000-0000-4000-8000-000000000049', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 209),
	('20000000-0000-4000-8000-000000000110', '00000000-0000-4000-8000-000000000050', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 110),
	('20000000-0000-4000-8000-000000000210', '00000000-0000-4000-8000-000000000050', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 210),
	('20000000-0000-4000-8000-000000000111', '00000000-0000-4000-8000-000000000051', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 111),
	('20000000-0000-4000-8000-000000000211', '00000000-0000-4000-8000-000000000051', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 211),
	('20000000-0000-4000-8000-000000000112', '00000000-0000-4000-8000-000000000052', 'releasing_head', 'Bürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 112),
	('20000000-0000-4000-8000-000000000212', '00000000-0000-4000-8000-000000000052', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 212),
	('20000000-0000-4000-8000-000000000113', '00000000-0000-4000-8000-000000000053', 'releasing_head', 'Verbandsgemeindebürgermeisterin', null, now() - interval '2 years' + interval '1 second' * 113),
	('20000000-0000-4000-8000-000000000213', '00000000-0000-4000-8000-000000000053', 'clerk', 'Hauptamt und Soziales', null, now() - interval '2 years' + interval '1 second' * 213);

insert into public.holdings (post_id, person_id, capacity, starts_on, ends_on) values
	('20000000-0000-4000-8000-000000000003', '10000000-0000-4000-8000-000000000003', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000003', '10000000-0000-4000-8000-000000000010', 'deputy', current_date - 430, null),
	('20000000-0000-4000-8000-000000000008', '10000000-0000-4000-8000-000000000008', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000009', '10000000-0000-4000-8000-000000000009', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000004', '10000000-0000-4000-8000-000000000004', 'holder', current_date - 430, current_date + 700),
	('20000000-0000-4000-8000-000000000005', '10000000-0000-4000-8000-000000000005', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000006', '10000000-0000-4000-8000-000000000006', 'holder', current_date - 430, current_date + 700),
	('20000000-0000-4000-8000-000000000011', '10000000-0000-4000-8000-000000000011', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000007', '10000000-0000-4000-8000-000000000007', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000100', '10000000-0000-4000-8000-000000000100', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000101', '10000000-0000-4000-8000-000000000101', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000102', '10000000-0000-4000-8000-000000000102', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000103', '10000000-0000-4000-8000-000000000103', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000104', '10000000-0000-4000-8000-000000000104', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000105', '10000000-0000-4000-8000-000000000105', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000106', '10000000-0000-4000-8000-000000000106', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000107', '10000000-0000-4000-8000-000000000107', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000108', '10000000-0000-4000-8000-000000000002', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000208', '10000000-0000-4000-8000-000000000001', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000208', '10000000-0000-4000-8000-000000000012', 'holder', current_date - 900, current_date - 431),
	('20000000-0000-4000-8000-000000000109', '10000000-0000-4000-8000-000000000109', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000110', '10000000-0000-4000-8000-000000000110', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000111', '10000000-0000-4000-8000-000000000111', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000112', '10000000-0000-4000-8000-000000000112', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000113', '10000000-0000-4000-8000-000000000113', 'holder', current_date - 430, null),
	('20000000-0000-4000-8000-000000000213', '10000000-0000-4000-8000-000000000150', 'holder', current_date - 430, null);

delete from public.administration_events;

-- From here on everything is done by the same verbs people use, each acting as a person, on the day on which it is said
-- to have happened: the clock of the rules is set, and so are the dates that rows get by default.
select set_config('sample.now', now()::text, true);
create or replace function private.now() returns timestamptz language sql stable
	return current_setting('sample.now')::timestamptz;
create temporary table dated on commit drop as
select format('alter table %s alter column %I set default ', d.adrelid::regclass, a.attname) as line, pg_get_expr(d.adbin, d.adrelid) as expression
from pg_catalog.pg_attrdef d join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
where d.adrelid::regclass::text ~ '^(public\.|private\.)?[a-z_]+$' and pg_get_expr(d.adbin, d.adrelid) ~ '^\(?now\(\)';
do $$
declare d record;
begin
	for d in select * from dated loop execute d.line || replace(d.expression, 'now()', 'private.now()'); end loop;
end
$$;
create function pg_temp.act_as(p_person integer) returns void language sql as $$
	select set_config('request.jwt.claims', format('{"sub":"10000000-0000-4000-8000-%s","role":"authenticated"}', lpad(p_person::text, 12, '0')), true)
$$;
-- For organisations whose people need not be known: whoever releases there.
create function pg_temp.act_for(p_organisation uuid) returns void language sql as $$
	select set_config('request.jwt.claims', jsonb_build_object('sub', h.person_id, 'role', 'authenticated')::text, true)
	from public.posts p join public.holdings h on h.post_id = p.id and h.ends_on is null
	where p.organisation_id = p_organisation and p.kind = 'releasing_head' limit 1
$$;
-- So many days ago, or on the Friday before, while offices are open; never later than this moment.
create function pg_temp.at(p_days numeric, p_time time) returns void language sql as $$
	select set_config('sample.now', least(
		(day - greatest(extract(isodow from day)::integer - 5, 0) + p_time) at time zone 'Europe/Berlin', pg_catalog.now())::text, true)
	from (select ((pg_catalog.now() - p_days * interval '1 day') at time zone 'Europe/Berlin')::date as day) x
$$;
create function pg_temp.report(p_writer integer, p_releaser integer, p_organisation uuid, p_days integer, p_answers jsonb, p_joins text default null, p_survey uuid default null)
returns text
language plpgsql as $$
declare v_id uuid; v_revision integer; v_addressee uuid := (select id from public.call_addressees where call_id = p_survey and organisation_id = p_organisation);
begin
	perform pg_temp.at(p_days, '09:10');
	perform pg_temp.act_as(p_writer);
	v_id := case when v_addressee is null then public.start_need_report(p_organisation, p_joins)
		else public.start_survey_report(v_addressee, p_answers ->> 'field_of_action') end;
	v_revision := public.save_need_report(v_id, (select revision from public.need_report_drafts where id = v_id), p_answers);
	perform pg_temp.at(p_days, '09:40');
	perform pg_temp.act_as(p_releaser);
	return public.release_need_report(v_id, v_revision);
end
$$;

-- Meetings: councils four times a year, towns as they do; some meet on demand, some have said nothing. Days of weeks from
-- this one, and the same days of a year ago; announced three weeks before they are held, if not already.
create temporary table sessions (n integer, organisation integer, person integer, weeks integer, weekday integer, clock text, hours numeric, title text, body text, place text,
	is_public boolean) on commit drop;
insert into sessions values
	(1, 10, 5, -18, 2, '14:00', 2.5, 'Sitzung des Seniorenbeirats', null, 'Landratsamt, Raum 120', true),
	(2, 10, 5, -5, 2, '14:00', 2.5, 'Sitzung des Seniorenbeirats', null, 'Landratsamt, Raum 120', true),
	(3, 10, 5, 3, 2, '14:00', 2.5, 'Sitzung des Seniorenbeirats', null, 'Landratsamt, Raum 120', true),
	(4, 10, 5, 16, 2, '14:00', 2.5, 'Sitzung des Seniorenbeirats', null, 'Landratsamt, Raum 120', true),
	(5, 11, 11, -9, 3, '15:00', 2, 'Sitzung des Inklusionsbeirats', null, 'Landratsamt, Raum 014 (stufenfrei)', true),
	(6, 11, 11, 4, 3, '15:00', 2, 'Sitzung des Inklusionsbeirats', null, 'Landratsamt, Raum 014 (stufenfrei)', true),
	(7, 11, 11, 15, 3, '15:00', 2, 'Sitzung des Inklusionsbeirats', null, 'Landratsamt, Raum 014 (stufenfrei)', true),
	(8, 20, 7, -2, 0, '10:00', 2, 'Sitzung des Kreisausschusses', null, 'Geschäftsstelle der LIGA', false),
	(9, 20, 7, 2, 0, '10:00', 2, 'Sitzung des Kreisausschusses', null, 'Geschäftsstelle der LIGA', false),
	(10, 20, 7, 6, 0, '10:00', 2, 'Sitzung des Kreisausschusses', null, 'Geschäftsstelle der LIGA', false),
	(11, 48, 1, -4, 1, '18:00', 3, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Elbingerode, Saal', true),
	(12, 48, 1, 1, 3, '17:00', 2, 'Sitzung des Sozialausschusses', 'Ausschuss für Soziales', 'Rathaus Elbingerode, Raum 3', true),
	(13, 48, 1, 2, 1, '18:00', 3, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Elbingerode, Saal', true),
	(14, 48, 1, 4, 0, '19:00', 2, 'Sitzung des Ortschaftsrates', 'Ortschaftsrat Hasselfelde', 'Bürgerhaus Hasselfelde', true),
	(15, 48, 1, 5, 0, '19:00', 2, 'Sitzung des Ortschaftsrates', 'Ortschaftsrat Benneckenstein', 'Kurhaus Benneckenstein', true),
	(16, 48, 1, 10, 1, '18:00', 3, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Elbingerode, Saal', true),
	(17, 53, 150, -6, 2, '18:30', 2.5, 'Sitzung des Verbandsgemeinderates', 'Verbandsgemeinderat', 'Rathaus Wegeleben', true),
	(18, 53, 150, 9, 2, '18:30', 2.5, 'Sitzung des Verbandsgemeinderates', 'Verbandsgemeinderat', 'Rathaus Wegeleben', true),
	(19, 52, 112, 1, 3, '17:30', 4, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Wernigerode, Festsaal', true),
	(20, 52, 112, 6, 3, '17:30', 4, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Wernigerode, Festsaal', true),
	(21, 43, 103, 2, 3, '17:00', 3, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Halberstadt, Ratssaal', true),
	(22, 43, 103, 7, 3, '17:00', 3, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Halberstadt, Ratssaal', true),
	(23, 50, 110, 3, 1, '17:00', 3, 'Sitzung des Sozialausschusses', 'Sozialausschuss', 'Rathaus Quedlinburg', true),
	(24, 50, 110, 8, 3, '17:00', 3, 'Sitzung des Hauptausschusses', 'Hauptausschuss', 'Rathaus Quedlinburg', false),
	(25, 41, 3, 5, 3, '18:00', 3, 'Sitzung des Stadtrates', 'Stadtrat', 'Rathaus Blankenburg', true),
	(26, 1, 3, 7, 2, '17:00', 4, 'Sitzung des Kreistages', 'Kreistag', 'Landratsamt, Großer Saal', true);
do $$
declare m record;
begin
	for m in select s.*, y.ago, '50000000-0000-4000-8000-' || lpad((s.n + y.ago)::text, 12, '0') as id,
			(date_trunc('week', private.today()::timestamp) + (s.weeks - y.ago) * interval '1 week' + s.weekday * interval '1 day' + s.clock::interval) at time zone 'Europe/Berlin' as starts_at
		from sessions s join (values (0), (56)) y (ago) on y.ago = 0 or s.weeks >= -2 order by y.ago desc, s.n loop
		perform pg_temp.at(case when m.ago > 0 then 425 else greatest(21, 21 - m.weeks * 7) end, '09:00');
		perform pg_temp.act_as(m.person);
		insert into public.meetings (id, organisation_id, starts_at, ends_at, title, body, place, is_public) values
			(m.id::uuid, ('00000000-0000-4000-8000-' || lpad(m.organisation::text, 12, '0'))::uuid, m.starts_at, m.starts_at + m.hours * interval '1 hour', m.title, m.body, m.place, m.is_public);
	end loop;
	perform pg_temp.at(2, '11:20');
	update public.meetings set cancelled_at = private.now() where id = '50000000-0000-4000-8000-000000000015';
end
$$;
do $$
declare o record;
begin
	for o in select * from (values (10, 5, 'kept'), (11, 11, 'kept'), (20, 7, 'kept'), (48, 1, 'kept'), (53, 150, 'kept'), (52, 112, 'kept'), (43, 103, 'kept'), (50, 110, 'kept'),
		(1, 3, 'kept'), (51, 111, 'none'), (42, 102, 'none')) as s (organisation, person, state) loop
		perform pg_temp.act_as(o.person);
		perform public.state_calendar(('00000000-0000-4000-8000-' || lpad(o.organisation::text, 12, '0'))::uuid, o.state);
	end loop;
end
$$;


-- Two needs surveys: last year's, closed and published, and this year's in the middle of its window.
do $$
declare
	v_authority constant uuid := 'a0000000-0000-4000-8000-000000000001';
	v_last constant uuid := '60000000-0000-4000-8000-000000000001';
	v_now constant uuid := '60000000-0000-4000-8000-000000000002';
	v_slug text; a record; f record; d integer;
begin
	perform pg_temp.act_as(3);
	perform pg_temp.at(403, '10:00');
	v_slug := public.start_survey(v_authority, v_last);
	perform public.set_call_fields(v_authority, v_slug, '{living,mobility,care,participation,youth}');
	perform pg_temp.at(400, '08:00');
	perform public.take_call_step(v_authority, v_slug, 'opened', null, 'Alle Räte tagen in der Frist oder haben ihre Verwaltung beauftragt.');
	for a in select x.*, 400 - 2 - right(x.organisation_id::text, 1)::integer as answered from public.call_addressees x
		where x.call_id = v_last and x.organisation_name not like '%Vorharz' loop
		perform pg_temp.act_for(a.organisation_id);
		perform pg_temp.at(399, '09:00');
		perform private.visit_addressee(a.id);
		perform pg_temp.at(398, '09:50');
		for f in select * from (values
				(0, 'living', 'nil_return', null, 'Wohnberatung des Landkreises auf Anfrage.', null),
				(0, 'mobility', 'nil_return', null, 'Rufbus an Werktagen, Bürgerbus am Donnerstag.', null),
				(0, 'care', 'nil_return', null, 'Ein ambulanter Dienst im Ort.', null),
				(0, 'participation', 'nil_return', null, 'Seniorentreff im Bürgerhaus, jeden Mittwoch.', null),
				(0, 'youth', 'not_competent', null, null, null),
				(1, 'living', 'nil_return', 'Die Wohnungsgesellschaft hat zwei Häuser mit Aufzug gebaut.', 'Sechzehn Wohnungen ohne Stufen.', null),
				(1, 'mobility', 'nil_return', null, 'Linienbus jede Stunde, abends ein Ruftaxi.', 'Eine Mitfahrbank am Ortsausgang.'),
				(1, 'care', 'nil_return', null, 'Zwei ambulante Dienste und eine Tagespflege.', null),
				(1, 'participation', 'nil_return', 'Der Chor probt jetzt barrierefrei im Rathaus.', 'Chor, Heimatverein, Kaffeenachmittag der Kirchengemeinde.', null),
				(1, 'youth', 'nil_return', null, 'Jugendclub an vier Tagen in der Woche.', null),
				(2, 'living', 'nil_return', null, 'Betreutes Wohnen mit zwanzig Plätzen.', 'Umbau der alten Schule zu Wohnungen ohne Stufen.'),
				(2, 'mobility', 'nil_return', 'Der Bürgerbus hat einen zweiten Wagen.', 'Bürgerbus an drei Tagen.', null),
				(2, 'care', 'nil_return', null, 'Ein ambulanter Dienst aus der Nachbargemeinde fährt zu uns.', null),
				(2, 'participation', 'nil_return', null, 'Begegnungsstätte mit Mittagstisch.', 'Ein Sommerfest für Alt und Jung.'),
				(2, 'youth', 'not_competent', null, null, null)
			) as t (way, field, choice, changes, offers, plans) where t.way = right(a.organisation_id::text, 2)::integer % 3 loop
			perform public.save_survey_answer(a.id, f.field, 0, f.choice, jsonb_strip_nulls(jsonb_build_object('changes', f.changes, 'offers', f.offers, 'plans', f.plans)), '{}');
		end loop;
		perform pg_temp.at(a.answered, '10:40');
		perform public.release_survey_answers(a.id, (select jsonb_object_agg(s.field_of_action, s.revision) from public.survey_answers s where s.addressee_id = a.id));
	end loop;
	perform pg_temp.act_as(3);
	perform pg_temp.at(350, '15:00');
	perform public.take_call_step(v_authority, v_slug, 'closed');
	perform pg_temp.at(348, '15:00');
	perform public.take_call_step(v_authority, v_slug, 'published', null,
		E'Fast alle Gemeinden haben geantwortet. In den fünf Feldern meldete niemand einen neuen Bedarf; nach der Jugendarbeit fragen wir künftig dort, wo Gemeinden zuständig sind.\n\nEine Verbandsgemeinde hat nicht geantwortet. Mit ihr sprechen wir vor der nächsten Abfrage.', 'public');

	perform pg_temp.at(15, '10:00');
	v_slug := public.start_survey(v_authority, v_now);
	perform public.set_call_fields(v_authority, v_slug, '{living,mobility,accessibility,care,dementia,advice,participation,youth,education,digital}');
	perform pg_temp.at(12, '08:00');
	perform public.take_call_step(v_authority, v_slug, 'opened', private.end_of_day((now() at time zone 'Europe/Berlin')::date + 30),
		'Der Verbandsgemeinderat Vorharz und der Stadtrat Blankenburg tagen erst nach der Frist. Wir verlängern für sie, wenn sie darum bitten.');
end
$$;

-- Needs of this year.
do $$
declare n text; m text; x uuid; v_survey constant uuid := '60000000-0000-4000-8000-000000000002';
begin
	n := pg_temp.report(1, 2, '00000000-0000-4000-8000-000000000048', 190, '{"title": "Rathaus Benneckenstein ohne Rampe", "field_of_action": "accessibility", "target_groups": ["disability_physical", "older_people"], "locality": "Benneckenstein", "description": "Der Eingang des Rathauses hat fünf Stufen. Wer einen Rollstuhl oder Rollator nutzt, kommt nicht zum Bürgerbüro.", "affected_range": "20_to_50", "urgency": "this_year", "noticed_source": "council_debate", "visibility": "public", "responsible_levels": ["municipality", "district"], "municipality_ags": "15085228", "noticed_body": "Stadtrat", "noticed_item": "TOP 9", "proposed_solution": "Eine Rampe am Seiteneingang mit Klingel."}');
	perform pg_temp.act_as(3);
	perform pg_temp.at(171, '10:20');
	perform public.assess_need_report(n, 'accessibility', 'district', null, 'Stufenfreie Zugänge zu Bürgerbüros');
	perform pg_temp.at(161.5, '11:00');
	perform public.write_need_report_message(n, 'interim_status', 'Wir prüfen Fördermittel für die Rampe.');
	perform pg_temp.at(95, '14:10');
	perform public.answer_need_report(n, 'accepted', 'Der Landkreis fördert die Rampe aus dem Programm für barrierefreie Verwaltungsgebäude. Die Stadt hat den Bescheid im Sommer erhalten.');
	perform pg_temp.at(19, '15:00');
	perform public.settle_need((select nd.number from public.needs nd join public.need_reports r on r.need_id = nd.id where r.number = n), 'Die Rampe am Seiteneingang ist gebaut und seit Oktober in Betrieb.');
	n := pg_temp.report(5, 4, '00000000-0000-4000-8000-000000000010', 120, '{"title": "Haltestellen in Gernrode ohne Bord", "field_of_action": "accessibility", "target_groups": ["disability_physical"], "locality": "Gernrode", "description": "Zwei Haltestellen haben keinen erhöhten Bord. Das Fahrpersonal kann nicht immer helfen.", "affected_range": "5_to_20", "urgency": "acute", "noticed_source": "advisory_council", "visibility": "public", "responsible_levels": ["municipality", "provider"], "municipality_ags": "15085235", "noticed_body": "Seniorenbeirat", "proposed_solution": "Umbau der Haltestellen Bahnhof und Markt."}');
	m := pg_temp.report(110, 110, '00000000-0000-4000-8000-000000000050', 112, '{"title": "Umbau der Haltestellen in Gernrode", "field_of_action": "accessibility", "target_groups": ["disability_physical", "older_people"], "locality": "Gernrode", "description": "Auch die Stadt sieht den Bedarf. Die Haltestelle Markt liegt an einer Landesstraße.", "affected_range": "20_to_50", "urgency": "this_year", "noticed_source": "residents_meeting", "visibility": "public", "responsible_levels": ["district", "provider"], "municipality_ags": "15085235"}', n);
	perform pg_temp.act_as(3);
	perform pg_temp.at(108, '10:20');
	perform public.assess_need_report(n, 'accessibility', 'provider', null, 'Barrierefreie Haltestellen in Gernrode');
	perform pg_temp.at(100.8, '10:20');
	perform public.assess_need_report(m, 'accessibility', 'provider', (select nd.number from public.needs nd join public.need_reports r on r.need_id = nd.id where r.number = n));
	perform pg_temp.at(102, '11:00');
	perform public.write_need_report_message(n, 'interim_status', 'Wir haben die Verkehrsbetriebe um einen Termin vor Ort gebeten.');
	perform pg_temp.at(60, '14:10');
	perform public.answer_need_report(n, 'partly_accepted', 'Die Haltestelle Bahnhof wird im kommenden Jahr umgebaut. Für die Haltestelle Markt fehlt noch die Zustimmung des Landes.');
	perform pg_temp.at(56, '14:10');
	perform public.answer_need_report(m, 'partly_accepted', 'Die Haltestelle Bahnhof wird im kommenden Jahr umgebaut. Wegen der Landesstraße verhandeln wir weiter mit dem Land.');
	perform pg_temp.at(12, '15:00');
	perform public.settle_need((select nd.number from public.needs nd join public.need_reports r on r.need_id = nd.id where r.number = n), 'Die Haltestelle Bahnhof hat jetzt einen erhöhten Bord und einen Blindenleitstreifen.');
	perform pg_temp.act_as(4);
	perform pg_temp.at(6, '16:00');
	perform public.answer_gap(n, 'partly', 'Am Bahnhof kommen jetzt alle in den Bus. Am Markt noch nicht.');
	n := pg_temp.report(106, 106, '00000000-0000-4000-8000-000000000046', 75, '{"title": "Hausarztpraxis in Drübeck schließt", "field_of_action": "health", "target_groups": ["all"], "locality": "Drübeck", "description": "Die Nachfolge der Hausarztpraxis ist offen. Ab dem Sommer gibt es im Ort keine Praxis mehr.", "affected_range": "over_100", "urgency": "acute", "noticed_source": "council_debate", "visibility": "public", "responsible_levels": ["state", "other"], "municipality_ags": "15085190", "noticed_body": "Stadtrat", "noticed_item": "TOP 4"}');
	perform pg_temp.act_as(3);
	perform pg_temp.at(67.5, '10:20');
	perform public.assess_need_report(n, 'health', 'other', null, null);
	perform pg_temp.at(63.75, '11:00');
	perform public.write_need_report_message(n, 'interim_status', 'Wir haben die Kassenärztliche Vereinigung angeschrieben.');
	perform pg_temp.at(37.5, '14:10');
	perform public.answer_need_report(n, 'out_of_scope_forwarded', 'Für die Zulassung von Praxen ist die Kassenärztliche Vereinigung zuständig. Wir haben Ihre Meldung mit den Zahlen weitergegeben und bitten dort um Antwort an Sie.', 'Kassenärztliche Vereinigung Sachsen-Anhalt');
	n := pg_temp.report(112, 112, '00000000-0000-4000-8000-000000000052', 66, '{"title": "Wohnungen ohne Aufzug in Schierke", "field_of_action": "living", "target_groups": ["older_people"], "locality": "Schierke", "description": "Die Mietwohnungen im Ort haben keinen Aufzug. Ein Umzug innerhalb des Ortes ist für ältere Menschen nicht möglich.", "affected_range": "20_to_50", "urgency": "medium_term", "noticed_source": "residents_meeting", "visibility": "participants", "responsible_levels": ["municipality", "provider"], "municipality_ags": "15085370"}');
	perform pg_temp.act_as(3);
	perform pg_temp.at(59.4, '10:20');
	perform public.assess_need_report(n, 'living', 'municipality', null, 'Barrierearme Wohnungen im Oberharz');
	perform pg_temp.at(56.1, '11:00');
	perform public.write_need_report_message(n, 'interim_status', 'Wir sprechen mit der Wohnungsgesellschaft.');
	perform pg_temp.at(33, '14:10');
	perform public.answer_need_report(n, 'noted', 'Der Wohnungsbau liegt bei der Stadt. Wir nehmen den Bedarf in den Teilplan Altenhilfe auf, damit er bei der Förderung zählt.');
	n := pg_temp.report(105, 105, '00000000-0000-4000-8000-000000000045', 63, '{"title": "Rufbus fährt nicht nach 16 Uhr", "field_of_action": "mobility", "target_groups": ["over_80"], "locality": "Dingelstedt", "description": "Der Rufbus fährt nicht nach 16 Uhr. Termine beim Facharzt am Nachmittag sind nicht erreichbar.", "affected_range": "50_to_100", "urgency": "this_year", "noticed_source": "council_debate", "visibility": "participants", "responsible_levels": ["district"], "municipality_ags": "15085185", "noticed_body": "Ortschaftsrat Dingelstedt", "proposed_solution": "Eine Fahrt um 18 Uhr an zwei Tagen in der Woche."}');
	perform pg_temp.act_as(3);
	perform pg_temp.at(56.7, '10:20');
	perform public.assess_need_report(n, 'mobility', 'district', null, 'Rufbus am späten Nachmittag');
	perform pg_temp.at(53.55, '11:00');
	perform public.write_need_report_message(n, 'interim_status', 'Der Nahverkehrsplan wird gerade fortgeschrieben. Wir haben Ihren Bedarf dort angemeldet.');
	perform pg_temp.at(53.55, '13:30');
	perform public.hand_over_need_report(n, '00000000-0000-4000-8000-000000000005', current_date + 5, 'Bitte Kosten einer zusätzlichen Fahrt schätzen.');
	perform pg_temp.at(53.55, '13:40');
	perform public.contribute_to_need_report(n, 'note', 'Der Kreistag berät den Nahverkehrsplan im Frühjahr. Bis dahin keine Zusage.');
	n := pg_temp.report(1, 2, '00000000-0000-4000-8000-000000000048', 40, '{"title": "Fahrdienst zur Dialyse aus dem Oberharz", "field_of_action": "mobility", "target_groups": ["older_people", "disability_physical"], "locality": "gesamtes Stadtgebiet", "description": "Der Fahrdienst zur Dialyse nach Wernigerode holt in zwei Ortsteilen nicht mehr ab.", "affected_range": "5_to_20", "urgency": "acute", "noticed_source": "provider", "visibility": "district", "responsible_levels": ["provider", "district"], "municipality_ags": "15085228", "contact": "Frau Kern, Hauptamt, 039454 0000-12"}');
	perform pg_temp.act_as(3);
	perform pg_temp.at(36, '10:20');
	perform public.assess_need_report(n, 'mobility', 'provider', null, 'Fahrdienste zu medizinischen Behandlungen');
	perform pg_temp.at(34, '11:00');
	perform public.write_need_report_message(n, 'interim_status', 'Wir klären mit den Krankenkassen, wer die Fahrten bezahlt.');
	perform pg_temp.at(34, '11:30');
	perform public.write_need_report_message(n, 'question', 'Um welche zwei Ortsteile geht es, und seit wann holt der Fahrdienst dort nicht mehr ab?');
	n := pg_temp.report(150, 113, '00000000-0000-4000-8000-000000000053', 24, '{"title": "Sprechtag der Pflegeberatung in Schwanebeck", "field_of_action": "advice", "target_groups": ["older_people", "caring_relatives"], "locality": "Schwanebeck", "description": "Pflegeberatung gibt es nur in der Kreisstadt. Gewünscht ist ein Sprechtag im Rathaus einmal im Monat.", "affected_range": "over_100", "urgency": "this_year", "noticed_source": "residents_meeting", "visibility": "public", "responsible_levels": ["district"], "municipality_ags": "15085285", "proposed_solution": "Sprechtag am ersten Dienstag im Monat; der Raum ist vorhanden."}');
	perform pg_temp.act_as(3);
	perform pg_temp.at(21.6, '10:20');
	perform public.assess_need_report(n, 'advice', 'district', null, 'Pflegeberatung vor Ort');
	n := pg_temp.report(1, 2, '00000000-0000-4000-8000-000000000048', 12, '{"title": "Tagespflege fehlt in Hasselfelde", "field_of_action": "care", "target_groups": ["caring_relatives", "older_people"], "locality": "Hasselfelde", "description": "Im Stadtgebiet gibt es keine Tagespflege. Die nächste Einrichtung liegt über 25 Kilometer entfernt. Angehörige können deshalb ihre Arbeitszeit nicht halten.", "affected_range": "20_to_50", "urgency": "this_year", "noticed_source": "council_debate", "visibility": "participants", "responsible_levels": ["provider", "district"], "municipality_ags": "15085228", "noticed_body": "Sozialausschuss", "noticed_item": "TOP 6", "proposed_solution": "Räume der früheren Grundschule prüfen. Die Stadt kann sich an den Umbaukosten beteiligen.", "contact": "Frau Kern, Hauptamt, 039454 0000-12", "own_contribution": "Die Stadt stellt das Gebäude.", "evidence": "In zwei Ortsteilen leben rund 600 Menschen über 75 Jahre.", "evidence_year": 2025, "evidence_source": "Melderegister der Stadt"}');
	m := pg_temp.report(7, 7, '00000000-0000-4000-8000-000000000020', 9, '{"title": "Tagespflege für den Oberharz", "field_of_action": "care", "target_groups": ["caring_relatives"], "locality": "Hasselfelde und Umgebung", "description": "Auch unsere Pflegedienste hören von Angehörigen, dass eine Tagespflege im Oberharz fehlt.", "affected_range": "20_to_50", "urgency": "this_year", "noticed_source": "provider", "visibility": "participants", "responsible_levels": ["provider", "district"], "municipality_ags": "15085228"}', n);
	perform pg_temp.act_as(3);
	perform pg_temp.at(10.8, '10:20');
	perform public.assess_need_report(n, 'care', 'provider', null, 'Tagespflege im Oberharz');
	perform pg_temp.at(8.1, '10:20');
	perform public.assess_need_report(m, 'care', 'provider', (select nd.number from public.needs nd join public.need_reports r on r.need_id = nd.id where r.number = n));
	perform pg_temp.at(10.2, '11:00');
	perform public.write_need_report_message(n, 'interim_status', 'Wir klären mit zwei Trägern, ob ein Standort im Oberharz möglich ist.');
	n := pg_temp.report(109, 109, '00000000-0000-4000-8000-000000000049', 16, '{"title": "Begegnungsstätte in Dardesheim bedroht", "field_of_action": "engagement", "target_groups": ["older_people"], "locality": "Dardesheim", "description": "Die Begegnungsstätte wird nur noch von zwei Ehrenamtlichen geöffnet. Schlüsseldienst und Heizkosten sind ungeklärt.", "affected_range": "20_to_50", "urgency": "acute", "noticed_source": "council_debate", "visibility": "participants", "responsible_levels": ["municipality"], "municipality_ags": "15085230", "noticed_body": "Ortschaftsrat Dardesheim"}');
	n := pg_temp.report(111, 111, '00000000-0000-4000-8000-000000000051', 8, '{"title": "Praktikumsplätze außerhalb der Werkstatt", "field_of_action": "work", "target_groups": ["disability_cognitive"], "locality": "Neinstedt", "description": "Menschen mit Lernschwierigkeiten finden kaum Praktikumsplätze außerhalb der Werkstatt.", "affected_range": "5_to_20", "urgency": "medium_term", "noticed_source": "provider", "visibility": "participants", "responsible_levels": ["district", "other"], "municipality_ags": "15085330"}');
	n := pg_temp.report(107, 107, '00000000-0000-4000-8000-000000000047', 6, '{"title": "Jugendraum in Wasserleben ohne Fachkraft", "field_of_action": "youth", "target_groups": ["young_people"], "locality": "Wasserleben", "description": "Der Jugendraum hat keine Fachkraft. Seit Januar bleibt er geschlossen.", "affected_range": "20_to_50", "urgency": "this_year", "noticed_source": "other", "visibility": "public", "responsible_levels": ["district"], "municipality_ags": "15085227", "noticed_body": "Jugendclub Wasserleben"}', p_survey => v_survey);
	perform pg_temp.act_as(3);
	perform pg_temp.at(5.4, '10:20');
	perform public.assess_need_report(n, 'youth', 'district', null, 'Fachkräfte für Jugendräume im Nordharz');
	perform pg_temp.at(5.1, '13:30');
	perform public.hand_over_need_report(n, '00000000-0000-4000-8000-000000000002', current_date + 20, 'Bitte Personalbedarf nach § 11 SGB VIII prüfen.');
	n := pg_temp.report(103, 103, '00000000-0000-4000-8000-000000000043', 5, '{"title": "Gruppe bei beginnender Demenz fehlt", "field_of_action": "dementia", "target_groups": ["dementia", "caring_relatives"], "locality": "Stadtteil Nord", "description": "Eine Gruppe für Menschen mit beginnender Demenz fehlt. Die Beratungsstelle führt eine Warteliste.", "affected_range": "5_to_20", "urgency": "this_year", "noticed_source": "provider", "visibility": "participants", "responsible_levels": ["provider"], "municipality_ags": "15085135"}', p_survey => v_survey);
	n := pg_temp.report(104, 104, '00000000-0000-4000-8000-000000000044', 4, '{"title": "Hilfe bei Online-Anträgen in Güntersberge", "field_of_action": "digital", "target_groups": ["older_people"], "locality": "Güntersberge", "description": "Ältere Menschen wünschen sich Hilfe bei Online-Anträgen. Die Bibliothek könnte einen Raum stellen.", "affected_range": "20_to_50", "urgency": "medium_term", "noticed_source": "other", "visibility": "public", "responsible_levels": ["municipality", "provider"], "municipality_ags": "15085145", "noticed_body": "Bibliothek Güntersberge"}');
	n := pg_temp.report(101, 101, '00000000-0000-4000-8000-000000000041', 3, '{"title": "Nachbarschaftstreff am Wochenende", "field_of_action": "participation", "target_groups": ["families", "older_people"], "locality": "Wohngebiet Regenstein", "description": "Der Nachbarschaftstreff hat am Wochenende geschlossen. Gerade dann sind viele Menschen allein.", "affected_range": "over_100", "urgency": "medium_term", "noticed_source": "provider", "visibility": "participants", "responsible_levels": ["provider", "district"], "municipality_ags": "15085055"}');
	n := pg_temp.report(100, 100, '00000000-0000-4000-8000-000000000040', 2, '{"title": "Betreuung vor 6 Uhr in der Kita Rieder", "field_of_action": "education", "target_groups": ["families", "children"], "locality": "Rieder", "description": "Eltern im Schichtdienst brauchen eine Betreuung vor 6 Uhr.", "affected_range": "5_to_20", "urgency": "medium_term", "noticed_source": "other", "visibility": "participants", "responsible_levels": ["municipality"], "municipality_ags": "15085040", "noticed_body": "Elternkuratorium"}', p_survey => v_survey);
	n := pg_temp.report(102, 102, '00000000-0000-4000-8000-000000000042', 1, '{"title": "Trauergruppe in Ermsleben", "field_of_action": "hospice", "target_groups": ["caring_relatives"], "locality": "Ermsleben", "description": "Die Trauergruppe und der ambulante Hospizdienst decken den Ort nicht ab.", "affected_range": "under_5", "urgency": "medium_term", "noticed_source": "other", "visibility": "district", "responsible_levels": ["provider"], "municipality_ags": "15085110", "noticed_body": "Pfarramt"}');
	-- What is still private: one draft waits for Herr Voß, one is being written, one lies at the senior council.
	perform pg_temp.at(0, '08:20');
	perform pg_temp.act_as(1);
	x := public.start_need_report('00000000-0000-4000-8000-000000000048');
	perform public.save_need_report(x, 0, '{"title": "Sitzbänke an der Hauptstraße in Elbingerode", "field_of_action": "mobility", "target_groups": ["older_people"], "municipality_ags": "15085228", "locality": "Elbingerode", "description": "Auf dem Weg vom Markt zum Arzt gibt es auf 600 Metern keine Sitzbank. Ältere Menschen schaffen den Weg nicht in einem Stück.", "affected_range": "50_to_100", "urgency": "this_year", "visibility": "participants"}');
	perform public.hand_in_need_report(x, 1);
	x := public.start_need_report('00000000-0000-4000-8000-000000000048');
	perform public.save_need_report(x, 0, '{"title": "Schulbus nach Tanne", "field_of_action": "mobility", "municipality_ags": "15085228"}');
	perform pg_temp.act_as(5);
	x := public.start_need_report('00000000-0000-4000-8000-000000000010');
	perform public.save_need_report(x, 0, '{"title": "Schattige Plätze im Sommer", "field_of_action": "health"}');
end
$$;

-- Older reports, answered in time, so that figures, list and map have something to show. Made by the same verbs, one row
-- each; settled: days ago the need was settled (null: only answered); the same need title is the same need.
create temporary table older (position integer generated always as identity, person integer, organisation text, days integer, settled integer, visibility text,
	field text, ags text, locality text, title text, description text, groups text[], range text, urgency text, source text, levels text[], level text, need text,
	decision text, reason text, forwarded text, done text, verdict text, sentence text, number text) on commit drop;
insert into older (person, organisation, days, settled, visibility, field, ags, locality, title, description, groups, range, urgency, source, levels, level, need,
	decision, reason, forwarded, done, verdict, sentence) values
	(109, '49', 318, 150, 'public', 'mobility', '15085230', 'Rhoden', 'Letzter Bus nach Rhoden fährt um 15:30 Uhr',
		'Wer am Nachmittag in Osterwieck beim Arzt ist, kommt mit dem Bus nicht mehr nach Hause. Ein Taxi können sich viele nicht leisten.',
		'{older_people,families}', '50_to_100', 'this_year', 'council_debate', '{district}', 'district', 'Busse am Nachmittag im Norden des Landkreises',
		'partly_accepted', 'Die Linie bekommt an Schultagen eine Fahrt um 17:10 Uhr. Für eine weitere Fahrt in den Ferien fehlen die Mittel.', null,
		'Die zusätzliche Fahrt steht seit dem Sommer im Fahrplan.', 'partly', 'An Schultagen ist es besser. In den Ferien fährt weiterhin nichts.'),
	(107, '47', 311, 150, 'participants', 'mobility', '15085227', 'Abbenrode', 'Nachmittags kein Bus nach Abbenrode',
		'Nach 16 Uhr fährt kein Bus mehr von Ilsenburg nach Abbenrode. Auszubildende sind auf die Eltern angewiesen.',
		'{young_people,families}', '20_to_50', 'this_year', 'residents_meeting', '{district}', 'district', 'Busse am Nachmittag im Norden des Landkreises',
		'accepted', 'Die neue Fahrt um 17:10 Uhr hält auch in Abbenrode.', null, null, 'yes', 'Die Fahrt wird gut angenommen.'),
	(113, '53', 304, null, 'participants', 'mobility', '15085160', 'Hedersleben', 'Kein Bus zum Markttag',
		'Am Donnerstag ist Wochenmarkt in der Kreisstadt. Der erste Bus aus Hedersleben kommt an, wenn der Markt abbaut.',
		'{older_people}', '20_to_50', 'medium_term', 'residents_meeting', '{district}', 'district', 'Fahrten zum Wochenmarkt',
		'not_accepted', 'Für eine eigene Fahrt am Donnerstag reicht die Nachfrage nach der Zählung nicht. Der Rufbus kann am Vortag bestellt werden.', null, null, null, null),
	(102, '42', 297, 120, 'public', 'mobility', '15085110', 'Meisdorf', 'Rufbus nur im Internet buchbar',
		'Der Rufbus lässt sich nur im Internet bestellen. Viele ältere Menschen haben keinen Zugang und bleiben zu Hause.',
		'{older_people,over_80}', '50_to_100', 'acute', 'advisory_council', '{district,provider}', 'district', 'Rufbus per Telefon bestellen',
		'accepted', 'Die Verkehrsbetriebe richten eine Telefonnummer ein, werktags von 8 bis 18 Uhr.', null,
		'Der Rufbus ist seit dem Sommer auch per Telefon bestellbar.', 'yes', 'Die Nummer hängt an jeder Haltestelle.'),
	(11, '11', 290, 120, 'public', 'mobility', '15085135', 'Halberstadt', 'Rufbus ohne Platz für Rollstühle',
		'Die Fahrzeuge des Rufbusses haben keine Rampe. Menschen im Rollstuhl können nicht mitfahren.',
		'{disability_physical}', '20_to_50', 'acute', 'advisory_council', '{district,provider}', 'district', 'Rufbusse mit Rampe',
		'accepted', 'Im neuen Vertrag mit dem Betreiber sind zwei Fahrzeuge mit Rampe vorgeschrieben.', null,
		'Zwei Fahrzeuge mit Rampe sind im Einsatz.', null, null),
	(111, '51', 283, null, 'public', 'mobility', '15085330', 'Friedrichsbrunn', 'Arztfahrten aus Friedrichsbrunn',
		'Der Ort hat keine Praxis. Der Bus nach Thale passt nicht zu den Sprechzeiten am Nachmittag.',
		'{older_people}', '50_to_100', 'this_year', 'council_debate', '{district,municipality}', 'district', 'Fahrdienste zu medizinischen Behandlungen',
		'partly_accepted', 'Die Sprechzeiten und der Fahrplan werden am Dienstag aufeinander abgestimmt. Weitere Tage folgen mit dem nächsten Fahrplan.', null, null, null, null),
	(112, '52', 322, 140, 'public', 'care', '15085370', 'Wernigerode', 'Kurzzeitpflege im Sommer ausgebucht',
		'In den Ferien gibt es im ganzen Stadtgebiet keinen freien Platz in der Kurzzeitpflege. Angehörige sagen ihren Urlaub ab.',
		'{caring_relatives,older_people}', '50_to_100', 'this_year', 'provider', '{provider,district}', 'provider', 'Plätze für Kurzzeitpflege',
		'partly_accepted', 'Zwei Träger halten im Sommer je zwei Plätze frei. Mehr Plätze sind im Teilplan Altenhilfe vorgesehen.', null,
		'Vier Plätze sind in diesem Sommer freigehalten worden.', 'yes', 'Vier Plätze haben in diesem Sommer gereicht.'),
	(110, '50', 309, null, 'participants', 'care', '15085235', 'Quedlinburg', 'Pflegedienste nehmen niemanden mehr auf',
		'Drei ambulante Pflegedienste führen Wartelisten. Entlassungen aus dem Krankenhaus verzögern sich.',
		'{older_people,caring_relatives}', '50_to_100', 'acute', 'provider', '{provider,district,state}', 'provider', 'Fachkräfte für ambulante Pflege',
		'noted', 'Der Landkreis kann keine Pflegedienste anweisen. Wir laden Träger, Klinik und Kassen zu einem Gespräch ein und berichten Ihnen.', null, null, null, null),
	(105, '45', 295, null, 'public', 'care', '15085185', 'Eilenstedt', 'Tagespflege im Huy',
		'Zwischen Halberstadt und Schwanebeck gibt es keine Tagespflege. Der Fahrdienst lehnt die Strecke ab.',
		'{older_people,caring_relatives}', '20_to_50', 'medium_term', 'council_debate', '{provider}', 'provider', 'Tagespflege im Huy',
		'already_covered', 'In Schwanebeck öffnet im Frühjahr eine Tagespflege mit zwölf Plätzen und eigenem Fahrdienst für den Huy.', null, null, null, null),
	(7, '20', 281, 130, 'public', 'care', '15085135', 'Halberstadt', 'Abendliche Gruppe für pflegende Angehörige',
		'Gesprächsgruppen für Angehörige finden nur vormittags statt. Wer arbeitet, kann nicht teilnehmen.',
		'{caring_relatives}', '20_to_50', 'this_year', 'provider', '{provider,district}', 'district', 'Entlastung pflegender Angehöriger am Abend',
		'accepted', 'Die Pflegeberatung des Landkreises bietet eine Gruppe am Mittwochabend an.', null,
		'Die Gruppe trifft sich seit dem Frühsommer jeden zweiten Mittwoch.', 'yes', 'Zwölf Angehörige kommen regelmäßig.'),
	(109, '49', 262, null, 'participants', 'care', '15085230', 'Hessen', 'Vertretung für Pflegende nachts',
		'Angehörige, die nachts pflegen, finden keine Vertretung. Eine Nachtpflege gibt es im Landkreis nicht.',
		'{caring_relatives}', '5_to_20', 'medium_term', 'provider', '{provider,state}', 'provider', 'Nachtpflege',
		'noted', 'Eine Nachtpflege ist im Landkreis bisher nicht wirtschaftlich. Wir nehmen den Bedarf in den Teilplan Altenhilfe auf.', null, null, null, null),
	(103, '43', 315, 160, 'public', 'accessibility', '15085135', 'Innenstadt', 'Ampeln ohne Tonsignal in der Innenstadt',
		'An zwei großen Kreuzungen fehlt das Tonsignal. Blinde Menschen können die Straße nicht allein queren.',
		'{disability_sensory}', '20_to_50', 'acute', 'advisory_council', '{municipality,district}', 'municipality', 'Tonsignale an Ampeln',
		'accepted', 'Die Stadt rüstet beide Kreuzungen um, der Landkreis gibt einen Zuschuss.', null,
		'Beide Ampeln haben jetzt ein Tonsignal.', 'yes', 'Beide Kreuzungen sind sicher zu queren.'),
	(101, '41', 301, 145, 'public', 'accessibility', '15085055', 'Blankenburg (Harz)', 'Schwere Tür am Bürgerbüro',
		'Die Eingangstür lässt sich mit Rollator nicht öffnen. Eine Klingel gibt es nicht.',
		'{disability_physical,older_people}', '50_to_100', 'this_year', 'residents_meeting', '{municipality}', 'municipality', 'Stufenfreie Zugänge im Vorharz',
		'accepted', 'Der Landkreis fördert einen Türantrieb aus dem Programm für barrierefreie Verwaltungsgebäude.', null,
		'Die Tür öffnet sich seit dem Frühjahr von selbst.', 'yes', 'Die Tür funktioniert gut.'),
	(11, '11', 276, 110, 'public', 'accessibility', '15085370', 'gesamter Landkreis', 'Bescheide sind schwer zu verstehen',
		'Menschen mit Lernschwierigkeiten verstehen die Bescheide des Sozialamtes nicht. Sie verpassen deshalb Fristen.',
		'{disability_cognitive,poverty}', 'over_100', 'this_year', 'advisory_council', '{district}', 'district', 'Bescheide in Einfacher Sprache',
		'partly_accepted', 'Das Sozialamt legt den fünf häufigsten Bescheiden ein Blatt in Einfacher Sprache bei. Weitere folgen im nächsten Jahr.', null,
		'Fünf Erläuterungen liegen den Bescheiden bei.', null, null),
	(107, '47', 255, null, 'participants', 'accessibility', '15085227', 'Langeln', 'Friedhofsweg mit Rollator nicht befahrbar',
		'Der Weg vom Tor zur Kapelle ist grob gepflastert. Mit Rollator kommt man nicht bis zu den Gräbern.',
		'{older_people,disability_physical}', '20_to_50', 'medium_term', 'residents_meeting', '{municipality}', 'municipality', 'Wege auf Friedhöfen',
		'out_of_scope_forwarded', 'Der Friedhof gehört der Kirchengemeinde. Wir haben Ihre Meldung mit der Bitte um Antwort weitergegeben.', 'Evangelische Kirchengemeinde Langeln', null, null, null),
	(104, '44', 299, 135, 'public', 'advice', '15085145', 'Harzgerode', 'Schuldnerberatung nur in Quedlinburg',
		'Die Wege zur Schuldnerberatung sind weit, Termine gibt es erst nach drei Monaten.',
		'{poverty,families}', '50_to_100', 'this_year', 'provider', '{district,provider}', 'district', 'Schuldnerberatung im Unterharz',
		'accepted', 'Ab dem Frühjahr gibt es einen Sprechtag im Rathaus Harzgerode, jeden ersten und dritten Montag.', null,
		'Der Sprechtag findet statt.', 'yes', 'Die Wartezeit ist jetzt drei Wochen.'),
	(106, '46', 287, 125, 'public', 'advice', '15085190', 'Ilsenburg (Harz)', 'Rentenberatung im Rathaus',
		'Für Fragen zur Rente müssen die Menschen in die Kreisstadt fahren. Vor Ort gibt es keine Beratung.',
		'{older_people}', '50_to_100', 'medium_term', 'residents_meeting', '{other,municipality}', 'other', 'Rentenberatung vor Ort',
		'accepted', 'Der Versichertenälteste kommt einmal im Monat ins Rathaus. Der Landkreis übernimmt die Terminvergabe.', null,
		'Die Beratung findet an jedem zweiten Dienstag statt.', 'yes', 'Die Termine sind gut besucht.'),
	(100, '40', 268, null, 'public', 'advice', '15085040', 'Ballenstedt', 'Beratung zum Umbau der Wohnung',
		'Wer sein Bad umbauen will, weiß nicht, wer berät und wer fördert.',
		'{older_people,disability_physical}', '20_to_50', 'medium_term', 'advisory_council', '{district}', 'district', 'Beratung zur Anpassung der Wohnung',
		'already_covered', 'Die Wohnberatung des Landkreises kommt ins Haus. Wir haben Ihnen Faltblätter für das Rathaus geschickt.', null, null, null, null),
	(7, '20', 249, null, 'participants', 'advice', '15085135', 'gesamter Landkreis', 'Sozialberatung in mehreren Sprachen',
		'In den Beratungsstellen fehlen Dolmetscherinnen. Gespräche werden abgebrochen.',
		'{migrants,families}', '50_to_100', 'this_year', 'provider', '{district,state}', 'district', 'Dolmetschen in der Beratung',
		'partly_accepted', 'Der Landkreis zahlt einen Telefondolmetschdienst für die Beratungsstellen. Mittel für Begleitung vor Ort sind beantragt.', null, null, null, null),
	(100, '40', 306, null, 'participants', 'living', '15085040', 'Badeborn', 'Badewannen in Altbauwohnungen',
		'In den Mietwohnungen am Anger gibt es nur Badewannen. Ältere Mieter können sich nicht mehr waschen.',
		'{older_people,over_80}', '5_to_20', 'this_year', 'residents_meeting', '{provider,municipality}', 'provider', 'Bäder in Mietwohnungen',
		'noted', 'Der Vermieter entscheidet über den Umbau. Die Wohnberatung des Landkreises hat ihm die Förderung vorgestellt.', null, null, null, null),
	(110, '50', 293, 115, 'public', 'living', '15085235', 'Altstadt', 'Barrierearme Wohnungen in der Altstadt fehlen',
		'Im Fachwerk gibt es kaum Wohnungen ohne Stufen. Wer nicht mehr gut laufen kann, muss die Altstadt verlassen.',
		'{older_people,disability_physical}', '50_to_100', 'medium_term', 'council_debate', '{municipality,state}', 'municipality', 'Barrierearme Wohnungen im Denkmal',
		'partly_accepted', 'Zwei Häuser in städtischem Besitz werden mit Aufzug saniert. Für private Häuser gibt es eine gemeinsame Beratung von Denkmalpflege und Wohnberatung.', null,
		'Acht Wohnungen mit Aufzug sind vermietet.', 'yes', 'Acht Wohnungen sind ein guter Anfang.'),
	(111, '51', 258, null, 'public', 'living', '15085330', 'Westerhausen', 'Hausnotruf ohne Empfang',
		'In zwei Straßen funktioniert der mobile Hausnotruf nicht, weil es kein Netz gibt.',
		'{over_80}', '5_to_20', 'acute', 'provider', '{provider,other}', 'provider', 'Hausnotruf in Orten ohne Netz',
		'out_of_scope_forwarded', 'Für das Netz ist der Betreiber zuständig. Wir haben ihm die Straßen genannt. Bis dahin helfen Geräte mit Festnetz.', 'Mobilfunkbetreiber und Mobilfunkkoordination des Landes', null, null, null),
	(112, '52', 247, null, 'participants', 'living', '15085370', 'Wernigerode', 'Wohngemeinschaft für junge Menschen mit Behinderung',
		'Junge Menschen mit Behinderung finden nach der Schule keine Wohnform außer dem Heim oder dem Elternhaus.',
		'{young_people,disability_cognitive}', '5_to_20', 'medium_term', 'provider', '{provider,district}', 'provider', 'Gemeinschaftliches Wohnen mit Behinderung',
		'partly_accepted', 'Ein Träger plant eine Wohngemeinschaft mit sechs Plätzen. Der Landkreis hat die Kostenübernahme zugesagt.', null, null, null, null),
	(105, '45', 313, 155, 'public', 'youth', '15085185', 'Dingelstedt', 'Treffpunkt für Jugendliche in Dingelstedt',
		'Jugendliche treffen sich an der Bushaltestelle, weil es keinen Raum gibt. Das führt zu Streit mit Anwohnern.',
		'{young_people}', '20_to_50', 'this_year', 'council_debate', '{municipality,district}', 'district', 'Räume für Jugendliche im Huy',
		'accepted', 'Die Gemeinde stellt das alte Feuerwehrhaus, das Jugendamt eine Fachkraft mit halber Stelle.', null,
		'Der Treffpunkt ist an drei Nachmittagen offen.', 'yes', 'Seit der Eröffnung gibt es kaum noch Streit.'),
	(109, '49', 285, null, 'participants', 'youth', '15085230', 'Osterwieck', 'Sportplatz am Nachmittag verschlossen',
		'Der Platz an der Schule ist nach dem Unterricht verschlossen. Einen anderen Platz zum Spielen gibt es nicht.',
		'{children,young_people}', '50_to_100', 'this_year', 'other', '{municipality}', 'municipality', 'Offene Sportplätze',
		'noted', 'Die Stadt prüft mit der Schule, wer am Nachmittag aufschließt. Das Jugendamt berät zur Versicherung.', null, null, null, null),
	(113, '53', 271, 105, 'public', 'youth', '15085365', 'Wegeleben', 'Jugendclub nur einmal in der Woche offen',
		'Der Jugendclub hat nur am Freitag geöffnet. Die Jugendlichen wünschen sich zwei Tage mehr.',
		'{young_people}', '20_to_50', 'this_year', 'other', '{district,municipality}', 'district', 'Öffnungszeiten des Jugendclubs Wegeleben',
		'accepted', 'Die Stelle wird um zehn Stunden aufgestockt.', null,
		'Der Club öffnet jetzt an drei Tagen.', null, null),
	(103, '43', 251, null, 'public', 'youth', '15085135', 'Halberstadt', 'Angebote für Mädchen im offenen Treff',
		'Im offenen Treff sind fast nur Jungen. Mädchen wünschen sich eigene Zeiten.',
		'{young_people}', '20_to_50', 'medium_term', 'provider', '{provider,district}', 'provider', 'Mädchenarbeit',
		'accepted', 'Der Träger richtet am Donnerstag eine eigene Zeit für Mädchen ein, das Jugendamt fördert die Honorare.', null, null, null, null),
	(113, '53', 289, 128, 'public', 'participation', '15085090', 'Ditfurt', 'Mittagstisch für Alleinlebende',
		'Viele ältere Menschen essen allein. Ein gemeinsamer Mittagstisch einmal in der Woche wäre ein Anfang.',
		'{older_people}', '20_to_50', 'medium_term', 'residents_meeting', '{municipality,provider}', 'municipality', 'Mittagstisch im Dorf',
		'accepted', 'Der Landkreis fördert die Ausstattung der Küche im Dorfgemeinschaftshaus.', null,
		'Der Mittagstisch findet jeden Mittwoch statt.', 'yes', 'Jede Woche kommen rund 20 Gäste.'),
	(102, '42', 244, null, 'participants', 'participation', '15085110', 'Pansfelde', 'Dorfladen als Treffpunkt',
		'Der Dorfladen hat geschlossen. Damit fehlt auch der einzige Treffpunkt im Ort.',
		'{all}', '50_to_100', 'this_year', 'council_debate', '{municipality,state}', 'municipality', 'Treffpunkte in Dörfern ohne Laden',
		'out_of_scope_forwarded', 'Für Läden im ländlichen Raum gibt es ein Programm des Landes. Wir haben die Stadt mit der Förderstelle zusammengebracht.', 'Amt für Landwirtschaft, Flurneuordnung und Forsten', null, null, null),
	(104, '44', 279, null, 'public', 'health', '15085145', 'Harzgerode', 'Kein Augenarzt im Unterharz',
		'Für einen Termin beim Augenarzt fahren die Menschen über 40 Kilometer und warten ein halbes Jahr.',
		'{all,older_people}', 'over_100', 'this_year', 'council_debate', '{state,other}', 'other', 'Fachärzte im Unterharz',
		'out_of_scope_forwarded', 'Die Zulassung von Praxen entscheidet die Kassenärztliche Vereinigung. Wir haben Ihre Zahlen dort vorgelegt.', 'Kassenärztliche Vereinigung Sachsen-Anhalt', null, null, null),
	(101, '41', 241, null, 'participants', 'health', '15085055', 'Hüttenrode', 'Physiotherapie nach dem Krankenhaus',
		'Nach einer Operation warten die Menschen acht Wochen auf Physiotherapie. Hausbesuche gibt es nicht.',
		'{older_people,disability_physical}', '20_to_50', 'this_year', 'provider', '{provider,other}', 'provider', 'Physiotherapie mit Hausbesuch',
		'noted', 'Der Landkreis hat darauf keinen Einfluss. Das Gesundheitsamt hat die Praxen angefragt, wer Hausbesuche anbietet, und schickt Ihnen die Liste.', null, null, null, null);

do $$
declare o record; n text;
begin
	for o in select * from older order by position loop
		n := pg_temp.report(o.person, o.person, ('00000000-0000-4000-8000-0000000000' || o.organisation)::uuid, o.days, jsonb_build_object(
			'title', o.title, 'field_of_action', o.field, 'target_groups', to_jsonb(o.groups), 'locality', o.locality, 'municipality_ags', o.ags,
			'description', o.description, 'affected_range', o.range, 'urgency', o.urgency, 'noticed_source', o.source,
			'responsible_levels', to_jsonb(o.levels), 'visibility', o.visibility));
		update older set number = n where position = o.position;
		perform pg_temp.act_as(3);
		perform pg_temp.at(o.days - 4, '10:20');
		perform public.assess_need_report(n, o.field, o.level, (select nd.number from public.needs nd where nd.title = o.need), o.need);
		perform pg_temp.at(o.days - 11, '11:00');
		perform public.write_need_report_message(n, 'interim_status', 'Ihre Meldung ist bei uns in Arbeit. Wir holen jetzt Auskünfte ein und antworten Ihnen.');
		perform pg_temp.at(o.days - 30 - o.position * 7 % 23, '14:10');
		perform public.answer_need_report(n, o.decision, o.reason, o.forwarded);
	end loop;
	for o in select nd.number, w.done, w.settled from older w join public.needs nd on nd.title = w.need where w.done is not null order by w.position loop
		perform pg_temp.at(o.settled, '15:00');
		perform public.settle_need(o.number, o.done);
	end loop;
	for o in select * from older where verdict is not null order by position loop
		perform pg_temp.at(o.settled - 9, '16:00');
		perform pg_temp.act_as(o.person);
		perform public.answer_gap(o.number, o.verdict, o.sentence);
	end loop;
end
$$;

-- Two words about barriers: one waits, one is answered.
select pg_temp.at(19, '17:30');
insert into public.barrier_reports (id, authority_id, page, message, contact) values
	('30000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', '/bedarfe', 'Die Liste liest mein Vorleseprogramm zweimal vor.', 'leser@beispiel.example');
select pg_temp.at(16, '10:00');
select pg_temp.act_as(3);
select public.answer_barrier_report('HZ-BF-1', 'Danke für den Hinweis. Die Überschrift der Liste stand doppelt auf der Seite. Das ist behoben.');
select pg_temp.at(4, '18:10');
insert into public.barrier_reports (id, authority_id, page, message, contact) values
	('30000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', '/bedarfe/feldblick', 'Die Schrift der Tabelle ist mir auch vergrößert zu klein.', null);

-- Two texts that come up in many answers.
select pg_temp.at(60, '09:00');
select pg_temp.act_as(3);
insert into public.text_blocks (authority_id, title, body) values
	(
		'a0000000-0000-4000-8000-000000000001', 'Zuständig ist jemand anderes',
		'Dafür ist der Landkreis nicht zuständig. Wir haben Ihre Meldung weitergegeben und gebeten, Ihnen zu antworten.'
	),
	(
		'a0000000-0000-4000-8000-000000000001', 'Wird im Plan berücksichtigt',
		'Der Bedarf geht in die Fortschreibung des Plans ein. Den Entwurf legen wir Ihnen vor, ehe der Kreistag entscheidet.'
	);

-- What towns say of their fields: in two ways that take turns, and otherwise where they reported something.
create temporary table said (field text, way text, choice text, changes text, offers text, plans text, unknown text[]) on commit drop;
insert into pg_temp.said values
	('living', 'even', 'nil_return', 'Zwei Häuser am Markt haben jetzt einen Aufzug.', 'Wohnberatung des Landkreises, einmal im Monat im Rathaus.', 'Zwölf Wohnungen ohne Stufen, Baubeginn im Frühjahr.', '{}'),
	('living', 'odd', 'nil_return', null, 'Die Wohnungsgesellschaft hält vier barrierearme Wohnungen vor.', null, '{plans}'),
	('mobility', 'even', 'nil_return', 'Der Rufbus fährt seit Mai auch samstags.', 'Rufbus, Bürgerbus am Donnerstag, Mitfahrbank an der Hauptstraße.', null, '{}'),
	('mobility', 'odd', 'nil_return', null, E'Linienbus jede Stunde.\nRufbus an Werktagen bis 16 Uhr.', null, '{changes}'),
	('accessibility', 'even', 'nil_return', null, 'Rathaus und Bücherei sind ohne Stufen erreichbar.', 'Ein Leitstreifen am Busplatz.', '{}'),
	('accessibility', 'odd', 'nil_return', 'Die Rampe am Bürgerhaus ist fertig.', 'Bürgerhaus, Rathaus und Sporthalle.', null, '{}'),
	('care', 'even', 'nil_return', null, 'Zwei ambulante Dienste.', null, '{plans}'),
	('care', 'odd', 'nil_return', 'Die Tagespflege hat drei Plätze mehr.', 'Ein ambulanter Dienst und eine Tagespflege. Kurzzeitpflege gibt es erst in der Kreisstadt.', null, '{}'),
	('dementia', 'even', 'nil_return', null, 'Eine Gruppe für Angehörige, jeden ersten Dienstag.', null, '{}'),
	('dementia', 'odd', 'not_competent', null, null, null, '{}'),
	('advice', 'even', 'nil_return', null, 'Rentenberatung einmal im Monat. Schuldnerberatung gibt es in der Kreisstadt.', null, '{}'),
	('advice', 'odd', 'nil_return', 'Die Pflegeberatung kommt jetzt alle zwei Wochen.', 'Pflegeberatung und Rentenberatung im Bürgerbüro.', null, '{}'),
	('participation', 'even', 'nil_return', null, 'Seniorentreff im Bürgerhaus, jeden Mittwoch.', 'Ein Spielenachmittag für Alt und Jung.', '{}'),
	('participation', 'odd', 'nil_return', 'Der Dorfladen hat ein Café bekommen.', 'Café im Dorfladen, Chor, Wandergruppe.', null, '{}'),
	('youth', 'even', 'nil_return', null, 'Jugendclub, an drei Tagen in der Woche geöffnet.', null, '{plans}'),
	('youth', 'odd', 'not_competent', null, null, null, '{}'),
	('education', 'even', 'nil_return', null, 'Kita bis 17 Uhr, Hort in der Grundschule.', null, '{}'),
	('education', 'odd', 'nil_return', 'Der Hort hat zehn Plätze mehr.', 'Zwei Kitas und ein Hort.', 'Ein Anbau an die Kita, sobald die Förderung steht.', '{}'),
	('digital', 'even', 'nil_return', null, 'Sprechstunde für Handy und Tablet in der Bücherei.', 'Freies WLAN am Markt.', '{}'),
	('digital', 'odd', 'nil_return', null, 'Hilfe bei Anträgen im Bürgerbüro, nach Anruf.', null, '{changes,plans}'),
	('dementia', 'report', 'needs', 'Die Betreuungsgruppe im Stadtteilhaus musste im Sommer schließen.', 'Beratung im Pflegestützpunkt, ein Gesprächskreis für Angehörige.', 'Räume im Stadtteilhaus stellen wir weiter bereit.', '{}'),
	('youth', 'report', 'needs', 'Die Fachkraft im Jugendraum Wasserleben ist seit dem Sommer weg.', 'Jugendraum an einem Abend in der Woche, mit Ehrenamtlichen.', null, '{plans}'),
	('education', 'report', 'needs', 'Mehr Eltern arbeiten in Schichten.', 'Kita und Hort in Rieder, geöffnet von 6 bis 17 Uhr.', null, '{}');
do $$
declare
	v_now constant uuid := '60000000-0000-4000-8000-000000000002';
	a record; f record; d integer;
begin
	for a in select x.*, right(x.organisation_id::text, 2)::integer as n,
			coalesce((select (now()::date - r.received_at::date) from public.need_reports r where r.addressee_id = x.id), 10 - right(x.organisation_id::text, 1)::integer) as answered
		from public.call_addressees x where x.call_id = v_now loop
		perform pg_temp.act_for(a.organisation_id);
		perform pg_temp.at(11, '09:00');
		perform private.visit_addressee(a.id);
		continue when a.n in (41, 48, 53, 51, 44, 42);
		perform pg_temp.at(10, '09:50');
		for f in select t.* from pg_temp.said t where t.way = case when exists (select from public.need_reports n where n.addressee_id = a.id and n.field_of_action = t.field)
				then 'report' when a.n % 2 = 0 then 'even' else 'odd' end loop
			perform public.save_survey_answer(a.id, f.field, 0, f.choice, jsonb_strip_nulls(jsonb_build_object('changes', f.changes, 'offers', f.offers, 'plans', f.plans)), f.unknown);
		end loop;
		perform pg_temp.at(a.answered, '10:40');
		perform public.release_survey_answers(a.id, (select jsonb_object_agg(s.field_of_action, s.revision) from public.survey_answers s where s.addressee_id = a.id));
		if a.n = 50 then
			perform pg_temp.at(a.answered, '12:40');
			perform public.save_survey_answer(a.id, 'care', 1, 'nil_return', '{"offers": "Zwei ambulante Dienste und seit Oktober eine Tagespflege mit zwölf Plätzen.", "changes": "Die Tagespflege ist neu."}', '{plans}');
			perform public.release_survey_answers(a.id, (select jsonb_object_agg(s.field_of_action, s.revision) from public.survey_answers s where s.addressee_id = a.id));
		end if;
	end loop;
	perform pg_temp.at(9, '09:30');
	perform pg_temp.act_as(1);
	for a in select x.* from public.call_addressees x where x.call_id = v_now and x.organisation_id = '00000000-0000-4000-8000-000000000048' loop
		perform public.save_survey_answer(a.id, 'living', 0, 'nil_return', '{"offers": "Wohnberatung des Landkreises auf Anfrage.", "plans": "Umbau von vier Wohnungen in der Grubenstraße."}', '{}');
		perform public.save_survey_answer(a.id, 'youth', 0, null, '{"offers": "Jugendclub in Elbingerode."}', '{changes}');
	end loop;
	perform pg_temp.at(8, '11:00');
	for a in select x.* from public.call_addressees x where x.call_id = v_now and x.organisation_id = '00000000-0000-4000-8000-000000000053' loop
		perform pg_temp.act_as(150);
		perform public.ask_extension(a.id, private.end_of_day((now() at time zone 'Europe/Berlin')::date + 70), 'Der Verbandsgemeinderat tagt erst danach und möchte vorher beraten.');
	end loop;
	perform pg_temp.at(6, '11:30');
	for a in select x.* from public.call_addressees x where x.call_id = v_now and x.organisation_id = '00000000-0000-4000-8000-000000000044' loop
		perform pg_temp.act_as(3);
		perform public.enter_survey_return(a.id, (select jsonb_agg(jsonb_build_object('field', x.field_of_action, 'outcome', 'nil_return')) from public.call_fields x where x.call_id = v_now), 'phone', 'Frau Gerlach, Bürgermeisterin', private.today());
	end loop;
end
$$;

-- The draft that councils comment on: 41 sections, freely invented. The first version went through a round last winter; the second
-- is the one that is being commented on, and a third is worked on.
create temporary table draft_sections (n integer, level integer, heading text, body jsonb, summary text, concerns text[]) on commit drop;
insert into draft_sections values
	(1, 1, 'Auftrag und Ziel', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Dieser Teilplan sagt, wie ältere Menschen im Landkreis bis 2031 gut leben können. Er ersetzt den Plan von 2020."}]}], "notes": []}', 'Worum es in diesem Plan geht.', '{}'),
	(2, 2, 'Planungsauftrag des Kreistages', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Der Kreistag hat die Verwaltung beauftragt, den Teilplan Altenhilfe fortzuschreiben. Der Entwurf geht vor dem Beschluss an alle, die er betrifft."}]}], "notes": []}', null, '{}'),
	(3, 2, 'Rechtlicher Rahmen', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Grundlage ist § 71 SGB XII. Der Landkreis plant im eigenen Wirkungskreis und beteiligt Gemeinden, Beiräte und Verbände."}]}], "notes": []}', null, '{}'),
	(4, 2, 'Wer mitgewirkt hat', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Gemeinden, Seniorenbeirat, Inklusionsbeirat und die LIGA der Freien Wohlfahrtspflege wurden in zwei Abfragen und einer Werkstatt gefragt. Wer nicht geantwortet hat, steht im Beteiligungsnachweis."}]}], "notes": []}', null, '{}'),
	(5, 2, 'So lesen Sie diesen Plan', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Jeder Abschnitt hat eine kurze Zusammenfassung. Viele Abschnitte gibt es auch in Einfacher Sprache."}]}, {"kind": "paragraph", "runs": [{"text": "Wenn Sie wenig Zeit haben, lesen Sie die Ziele in Kapitel 6 und die Maßnahmen in Kapitel 7."}]}, {"kind": "list", "format": "bullet", "items": [{"blocks": [{"kind": "paragraph", "runs": [{"text": "Kapitel 1 bis 3: woher wir kommen"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Kapitel 4 und 5: was gemeldet wurde"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Kapitel 6 bis 8: was wir vorhaben"}]}]}]}], "notes": []}', 'Wie man sich zurechtfindet.', '{}'),
	(6, 1, 'Lebenslagen älterer Menschen', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Dieses Kapitel beschreibt, wie ältere Menschen im Landkreis leben."}]}], "notes": []}', null, '{}'),
	(7, 2, 'Bevölkerung heute und 2035', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Heute ist etwa jeder dritte Mensch im Landkreis 60 Jahre oder älter. 2035 werden es zwei von fünf sein. Die Zahl der Menschen über 80 steigt am stärksten."}]}], "notes": []}', 'Es gibt mehr ältere und vor allem mehr sehr alte Menschen.', '{older_people,over_80}'),
	(8, 2, 'Einkommen und Wohnen', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Viele ältere Menschen wohnen im eigenen Haus. Wer zur Miete wohnt, findet selten eine Wohnung ohne Stufen."}]}], "notes": []}', null, '{older_people}'),
	(9, 2, 'Gesundheit und Pflegebedarf', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Die Zahl der Pflegebedürftigen wächst schneller als die Zahl der älteren Menschen. Fast alle werden zu Hause gepflegt, die meisten von Angehörigen."}]}], "notes": []}', 'Mehr Menschen brauchen Pflege, meist zu Hause.', '{caring_relatives,over_80}'),
	(10, 2, 'Hinweise zu kleinen Zahlen', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Zahlen unter fünf stehen nicht im Plan, damit niemand erkannt wird."}]}], "notes": []}', null, '{}'),
	(11, 1, 'Bestand', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Dieses Kapitel sagt, was es schon gibt."}]}], "notes": []}', null, '{}'),
	(12, 2, 'Beratung', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Der Pflegestützpunkt berät in Halberstadt und Wernigerode. In den übrigen Orten gibt es Sprechtage nach Bedarf."}]}], "notes": []}', 'Beratung gibt es vor allem in den größeren Städten.', '{older_people,caring_relatives}'),
	(13, 2, 'Begegnung und Engagement', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "In 31 Orten gibt es eine Begegnungsstätte. Die meisten werden von Ehrenamtlichen offen gehalten."}]}], "notes": []}', null, '{older_people}'),
	(14, 2, 'Mobilität', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "In den Städten fährt der Bus tagsüber alle 30 bis 60 Minuten. In den Ortsteilen fährt der Rufbus, meist bis 16 Uhr."}]}], "notes": []}', 'Auf dem Land fährt nach 16 Uhr oft nichts.', '{older_people,disability_physical}'),
	(15, 2, 'Ambulante Dienste', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "38 ambulante Pflegedienste arbeiten im Landkreis. Im Oberharz nehmen mehrere Dienste keine neuen Kunden auf."}]}], "notes": []}', null, '{older_people,caring_relatives}'),
	(16, 2, 'Tagespflege', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Es gibt 21 Einrichtungen mit 312 Plätzen."}, {"note": "1"}, {"text": " Im Oberharz und im Huy fehlt ein Angebot."}]}], "notes": [{"key": "1", "place": "foot", "blocks": [{"kind": "paragraph", "runs": [{"text": "Stand: Ende 2025, Angaben der Einrichtungen."}]}]}]}', 'Tagespflege fehlt im Oberharz und im Huy.', '{older_people,caring_relatives}'),
	(17, 2, 'Stationäre Pflege', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "In 34 Heimen leben rund 2.600 Menschen. Freie Plätze gibt es kaum."}]}], "notes": []}', null, '{over_80}'),
	(18, 2, 'Hospiz', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Ein stationäres Hospiz und zwei ambulante Dienste begleiten Sterbende. Der Osten des Landkreises ist nicht abgedeckt."}]}], "notes": []}', null, '{caring_relatives}'),
	(19, 1, 'Rückmeldungen seit dem letzten Plan', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Dieses Kapitel sagt ehrlich, was aus dem Plan von 2020 geworden ist."}]}], "notes": []}', null, '{}'),
	(20, 2, 'Was umgesetzt wurde', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Von 24 Maßnahmen sind elf umgesetzt, darunter der zweite Standort des Pflegestützpunktes."}]}], "notes": []}', null, '{}'),
	(21, 2, 'Was offen ist', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Acht Maßnahmen sind begonnen. Der Rufbus am Abend ist nicht eingeführt."}]}], "notes": []}', null, '{}'),
	(22, 2, 'Wozu keine Rückmeldung vorliegt', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Zu fünf Maßnahmen hat der zuständige Träger nicht geantwortet. Gefragt wurde zuletzt im Herbst."}]}], "notes": []}', null, '{}'),
	(23, 1, 'Gemeldete Bedarfe', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Hier steht, was Gemeinden und Beiräte gemeldet haben."}]}], "notes": []}', null, '{}'),
	(24, 2, 'Bedarfe der Gemeinden', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Am häufigsten gemeldet wurden Tagespflege, Fahrten am Nachmittag und Wohnungen ohne Stufen."}]}], "notes": []}', null, '{older_people}'),
	(25, 2, 'Ergebnisse der Werkstätten', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "In der Werkstatt im Mai haben 42 Menschen gesagt, was ihnen wichtig ist. Ganz oben stand: hinkommen, wo man hin muss."}]}], "notes": []}', null, '{}'),
	(26, 2, 'Stellungnahmen der Beiräte', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Der Seniorenbeirat hat sich 2023 geäußert. Was daraus wurde, steht im Anhang."}]}], "notes": []}', null, '{}'),
	(27, 1, 'Ziele', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Jedes Ziel gehört zu einem Handlungsfeld. An jedem wird gemessen, was erreicht ist."}]}], "notes": []}', null, '{}'),
	(28, 2, 'Wohnen zu Hause', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Wer zu Hause alt werden möchte, soll das können. Der Landkreis berät zu Umbau und Zuschüssen in jeder Gemeinde mindestens einmal im Halbjahr."}]}], "notes": []}', 'Ältere Menschen sollen zu Hause wohnen bleiben können.', '{older_people,over_80}'),
	(29, 2, 'Mobilität', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Der Landkreis setzt sich dafür ein, dass jeder Ortsteil mit mehr als 200 Einwohnerinnen und Einwohnern an Werktagen mindestens viermal täglich mit Bus oder Rufbus erreichbar ist. Fahrten sollen sich per Telefon buchen lassen."}]}], "notes": []}', 'Jeder größere Ortsteil soll viermal am Tag erreichbar sein.', '{older_people,over_80,disability_physical}'),
	(30, 2, 'Pflege und Angehörige', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "In jeder Gemeinde soll es bis 2031 Tagespflege in höchstens 15 Kilometern Entfernung geben. Angehörige sollen eine Ansprechperson haben, die zurückruft."}]}], "notes": []}', 'Tagespflege soll überall in der Nähe sein.', '{caring_relatives,older_people}'),
	(31, 2, 'Teilhabe und Engagement', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Begegnungsstätten bekommen eine verlässliche Grundförderung. Ehrenamtliche werden von der Verwaltung entlastet, nicht belastet."}]}], "notes": []}', null, '{older_people}'),
	(32, 2, 'Beratung und Information', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Wer Hilfe sucht, soll nur eine Nummer brauchen. Schreiben der Verwaltung sind verständlich und auf Wunsch in großer Schrift."}]}], "notes": []}', 'Eine Nummer für alle Fragen.', '{older_people}'),
	(33, 2, 'Steuerung', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Der Landkreis berichtet einmal im Jahr, was aus den Zielen geworden ist. Ein Kreis aus Gemeinden, Beiräten und Verbänden berät darüber."}]}], "notes": []}', null, '{}'),
	(34, 1, 'Maßnahmen', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Was getan wird, steht in dieser Tabelle."}]}, {"kind": "table", "caption": [{"text": "Maßnahmen 2027 bis 2031"}], "head": [[{"blocks": [{"kind": "paragraph", "runs": [{"text": "Nr."}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Was"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Wer"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Bis wann"}]}]}]], "body": [[{"blocks": [{"kind": "paragraph", "runs": [{"text": "1"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Rufbus bis 20 Uhr an zwei Tagen in der Woche"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Amt für Kreisentwicklung und Nahverkehr"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "2028"}]}]}], [{"blocks": [{"kind": "paragraph", "runs": [{"text": "2"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Tagespflege im Oberharz, zwölf Plätze"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Träger, mit Förderung des Landkreises"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "2029"}]}]}], [{"blocks": [{"kind": "paragraph", "runs": [{"text": "3"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Sprechtage des Pflegestützpunktes in jeder Gemeinde"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Sozialamt"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "2027"}]}]}], [{"blocks": [{"kind": "paragraph", "runs": [{"text": "4"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Grundförderung für Begegnungsstätten"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "Sozialplanung"}]}]}, {"blocks": [{"kind": "paragraph", "runs": [{"text": "2027"}]}]}]]}], "notes": []}', 'Wer macht was bis wann?', '{}'),
	(35, 1, 'Umsetzung und Beobachtung', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Ein Plan hilft nur, wenn jemand nachsieht."}]}], "notes": []}', null, '{}'),
	(36, 2, 'Jährlicher Bericht', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Jeder Träger einer Maßnahme meldet einmal im Jahr den Stand. Wer nicht meldet, steht im Bericht mit „keine Rückmeldung seit …“."}]}], "notes": []}', null, '{}'),
	(37, 2, 'Rückkopplung', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Alle, die einen Bedarf gemeldet oder Stellung genommen haben, erfahren, was daraus geworden ist."}]}], "notes": []}', null, '{}'),
	(38, 2, 'Fortschreibung alle drei Jahre', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Der Teilplan wird alle drei Jahre überprüft. Beiräte werden so gefragt, dass eine Sitzung in der Frist liegt."}]}], "notes": []}', null, '{}'),
	(39, 1, 'Anlagen', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Die Anlagen gehören zum Plan."}]}], "notes": []}', null, '{}'),
	(40, 2, 'Begriffe', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Tagespflege: Betreuung an einzelnen Tagen, abends ist man zu Hause."}]}, {"kind": "paragraph", "runs": [{"text": "Rufbus: ein Bus, der nur fährt, wenn jemand anruft."}]}], "notes": []}', null, '{}'),
	(41, 2, 'Fassung in Einfacher Sprache', '{"blocks": [{"kind": "paragraph", "runs": [{"text": "Zu den wichtigsten Abschnitten gibt es einen Text in Einfacher Sprache."}]}], "notes": []}', null, '{}');
create function pg_temp.organisation(p_number integer) returns uuid language sql as $$
	select ('00000000-0000-4000-8000-' || lpad(p_number::text, 12, '0'))::uuid
$$;
create function pg_temp.section(p_number integer) returns uuid language sql as $$
	select ('81000000-0000-4000-8000-' || lpad(p_number::text, 12, '0'))::uuid
$$;
create function pg_temp.paragraph(p_words text) returns jsonb language sql as $$
	select jsonb_build_object('blocks', jsonb_build_array(jsonb_build_object('kind', 'paragraph', 'runs', jsonb_build_array(jsonb_build_object('text', p_words)))), 'notes', '[]'::jsonb)
$$;
create function pg_temp.write(p_version uuid, p_section integer, p_body jsonb) returns void language plpgsql as $$
declare t public.section_texts; v_words text := (select string_agg(x #>> '{}', ' ') from jsonb_path_query(p_body, '$.**.text') x);
begin
	select * into t from public.section_texts where version_id = p_version and section_id = pg_temp.section(p_section);
	perform public.save_section(p_version, t.section_id, t.revision, t.heading, p_body, v_words, length(v_words) / 18, gen_random_uuid());
end
$$;
create function pg_temp.plain(p_version uuid, p_section integer, p_words text) returns uuid language plpgsql as $$
declare v_id uuid := gen_random_uuid();
begin
	perform public.save_twin(p_version, pg_temp.section(p_section), pg_temp.paragraph(p_words), p_words, v_id);
	return v_id;
end
$$;
create function pg_temp.round(p_slug text, p_title text, p_version uuid, p_days integer, p_is_public boolean, p_reading text, variadic p_organisations integer[]) returns void language plpgsql as $$
declare v_slug text := public.start_round('a0000000-0000-4000-8000-000000000001', gen_random_uuid());
begin
	v_slug := public.save_call('a0000000-0000-4000-8000-000000000001', v_slug, jsonb_build_object('slug', p_slug, 'title', p_title, 'closes_at', private.end_of_day(private.today() + p_days)));
	perform public.set_round('a0000000-0000-4000-8000-000000000001', v_slug, p_version, p_is_public, p_reading);
	perform public.set_call_addressees('a0000000-0000-4000-8000-000000000001', v_slug, array(select pg_temp.organisation(o) from unnest(p_organisations) o));
end
$$;
create function pg_temp.note(p_person integer, p_addressee uuid, p_section integer, p_kind text, p_body text, p_quote text default null) returns uuid language plpgsql as $$
declare v_id uuid := gen_random_uuid();
begin
	perform pg_temp.act_as(p_person);
	return public.note_in_round(v_id, p_addressee, jsonb_build_object('section', (select key from public.sections where id = pg_temp.section(p_section)), 'kind', p_kind, 'body', p_body, 'quote', p_quote));
end
$$;
create function pg_temp.step(p_person integer, p_statement uuid, p_step text, p_decision text default null) returns void language plpgsql as $$
begin
	perform pg_temp.act_as(p_person);
	perform public.take_statement_step(gen_random_uuid(), p_statement, p_step, (select coalesce(s.wording_hash, s.revision::text) from public.statements s where s.id = p_statement), p_decision, case when p_decision is not null then private.today() end);
end
$$;
create function pg_temp.addressee(p_slug text, p_organisation integer) returns uuid language sql as $$
	select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = p_slug and a.organisation_id = pg_temp.organisation(p_organisation)
$$;
do $$
declare
	v_harz constant uuid := 'a0000000-0000-4000-8000-000000000001';
	v_draft constant uuid := '80000000-0000-4000-8000-000000000001';
	v_questions constant uuid := '80000000-0000-4000-8000-000000000002';
	v uuid; v_before uuid; s record; q record; v_council uuid; v_first uuid; v_second uuid; v_statement uuid;
begin
	perform pg_temp.act_as(3);
	perform pg_temp.at(215, '09:00');
	perform public.create_document(v_harz, v_draft, 'draft', 'teilplan-altenhilfe', 'Teilplan Altenhilfe 2027 bis 2031');
	select id into v from public.document_versions where document_id = v_draft;
	for s in select * from draft_sections order by n loop
		perform public.add_section(v, case when s.n > 1 then pg_temp.section(s.n - 1) end, s.level, s.heading, pg_temp.section(s.n));
		perform pg_temp.write(v, s.n, s.body);
		perform public.describe_section(v, pg_temp.section(s.n), s.summary, s.concerns);
	end loop;
	perform public.check_twin(
		pg_temp.plain(v, 29, 'Der Landkreis will: In jedem größeren Ort fährt viermal am Tag ein Bus. Man kann die Fahrt am Telefon bestellen. Diesen Bus nennt man Rufbus.'),
		'Prüfgruppe der Lebenshilfe', private.today(), gen_random_uuid());
	perform pg_temp.plain(v, 16, 'Tagespflege heißt: Man ist am Tag in einer Einrichtung. Am Abend ist man zu Hause. Im Oberharz gibt es das noch nicht.');
	perform pg_temp.plain(v, 5, 'Der Plan ist lang. Sie müssen nicht alles lesen. Wichtig sind Kapitel 6 und Kapitel 7.');
	perform public.freeze_version(v, (select revision from public.document_versions where id = v), 'Erster Entwurf',
		(select jsonb_agg(jsonb_build_object('to', t.section_id, 'fate', 'added', 'isChanged', false)) from public.section_texts t where t.version_id = v));

	perform pg_temp.at(210, '10:00');
	perform pg_temp.round('teilplan-erster-entwurf', 'Teilplan Altenhilfe, erster Entwurf', v, 60, false, 'after_closing', 10, 11, 20, 48, 50, 52, 30);
	perform public.set_legal_bases(v_harz, 'teilplan-erster-entwurf', jsonb_build_object(pg_temp.organisation(10), 'Satzung des Seniorenbeirats, § 3', pg_temp.organisation(11), 'Satzung des Inklusionsbeirats, § 2'));
	perform pg_temp.at(208, '08:30');
	perform public.take_call_step(v_harz, 'teilplan-erster-entwurf', 'opened', null, 'Wo keine Sitzung in der Frist liegt, verlängern wir auf Wunsch.');
	perform pg_temp.at(190, '16:00');
	v_council := pg_temp.addressee('teilplan-erster-entwurf', 10);
	v_first := pg_temp.note(6, v_council, 29, 'suggestion', 'Viermal am Tag reicht nicht, wenn abends nichts fährt. Eine Fahrt nach 18 Uhr gehört dazu.', 'mindestens viermal täglich');
	v_second := pg_temp.note(4, v_council, 16, 'concern', 'Für Angehörige zählt die Entfernung. 25 Kilometer sind zu weit.');
	perform pg_temp.at(186, '10:00');
	perform pg_temp.act_as(5);
	v_statement := public.start_statement(gen_random_uuid(), v_council, 'joint');
	perform public.take_round_note(v_statement, v_first, gen_random_uuid());
	perform public.take_round_note(v_statement, v_second, gen_random_uuid());
	perform public.save_statement_intro(v_statement, (select intro_revision from public.statements where id = v_statement), 'Der Seniorenbeirat begrüßt den Entwurf. Zwei Punkte sind uns wichtig.');
	perform pg_temp.step(5, v_statement, 'frozen');
	perform pg_temp.at(180, '17:00');
	perform pg_temp.act_as(6);
	perform public.dissent_from_statement(gen_random_uuid(), v_statement, 'Eine Fahrt am Abend ist zu wenig. Ich halte zwei für nötig.');
	perform pg_temp.step(5, v_statement, 'decided', 'board');
	perform pg_temp.at(176, '09:30');
	perform pg_temp.step(4, v_statement, 'signed');
	perform pg_temp.step(4, v_statement, 'submitted');
	perform pg_temp.at(170, '11:00');
	perform pg_temp.act_as(7);
	perform public.state_no_objections(gen_random_uuid(), pg_temp.addressee('teilplan-erster-entwurf', 20));
	perform pg_temp.at(160, '11:00');
	perform pg_temp.act_as(3);
	perform public.enter_statement(gen_random_uuid(), pg_temp.addressee('teilplan-erster-entwurf', 50), 'joint', '',
		jsonb_build_array(jsonb_build_object('section', (select key from public.sections where id = pg_temp.section(13)), 'kind', 'note', 'body', 'In Gernrode hat die Begegnungsstätte seit Mai wieder an drei Tagen offen.')),
		'letter', 'Frau Busch, Bürgermeisterin', private.today() - 1);
	perform pg_temp.at(145, '09:00');
	perform public.take_call_step(v_harz, 'teilplan-erster-entwurf', 'closed');
	perform pg_temp.at(140, '09:00');
	perform public.take_call_step(v_harz, 'teilplan-erster-entwurf', 'weighing');

	v_before := v;
	perform pg_temp.at(90, '09:00');
	perform public.start_version(v_draft, 'Nach der Werkstatt');
	select id into v from public.document_versions where document_id = v_draft and number = 2;
	perform pg_temp.write(v, 29, pg_temp.paragraph('Der Landkreis setzt sich dafür ein, dass jeder Ortsteil mit mehr als 200 Einwohnerinnen und Einwohnern an Werktagen mindestens viermal täglich mit Bus oder Rufbus erreichbar ist, davon einmal nach 18 Uhr. Fahrten sollen sich per Telefon buchen lassen.'));
	perform pg_temp.write(v, 31, pg_temp.paragraph('Begegnungsstätten bekommen eine verlässliche Grundförderung von 3.000 Euro im Jahr. Ehrenamtliche werden von der Verwaltung entlastet, nicht belastet.'));
	perform public.split_section(v, pg_temp.section(32), (select revision from public.section_texts where version_id = v and section_id = pg_temp.section(32)),
		jsonb_build_object('body', pg_temp.paragraph('Wer Hilfe sucht, soll nur eine Nummer brauchen.'), 'words', 'Wer Hilfe sucht, soll nur eine Nummer brauchen.', 'seconds', 3),
		jsonb_build_object('heading', 'Verständliche Schreiben', 'body', pg_temp.paragraph('Schreiben der Verwaltung sind verständlich und auf Wunsch in großer Schrift.'), 'words', 'Schreiben der Verwaltung sind verständlich und auf Wunsch in großer Schrift.', 'seconds', 4), pg_temp.section(42));
	perform public.merge_sections(v, pg_temp.section(17), 1, pg_temp.section(18), 1,
		jsonb_build_object('blocks', (pg_temp.paragraph('In 34 Heimen leben rund 2.600 Menschen. Freie Plätze gibt es kaum.') -> 'blocks') || (pg_temp.paragraph('Ein stationäres Hospiz und zwei ambulante Dienste begleiten Sterbende. Der Osten des Landkreises ist nicht abgedeckt.') -> 'blocks'), 'notes', '[]'::jsonb),
		'In 34 Heimen leben rund 2.600 Menschen. Freie Plätze gibt es kaum. Ein stationäres Hospiz und zwei ambulante Dienste begleiten Sterbende. Der Osten des Landkreises ist nicht abgedeckt.', 12);
	perform public.remove_section(v, pg_temp.section(10), 'Der Hinweis steht jetzt bei jeder Tabelle, zu der er gehört.');
	perform pg_temp.at(60, '09:00');
	perform public.freeze_version(v, (select revision from public.document_versions where id = v), 'Zweiter Entwurf, nach der Werkstatt', (
		select jsonb_agg(jsonb_build_object('from', o, 'to', t.section_id,
			'fate', case when t.section_id in (pg_temp.section(32), pg_temp.section(42)) then 'split' when t.section_id = pg_temp.section(17) then 'merged' else 'kept' end,
			'isChanged', t.body is distinct from b.body))
		from public.section_texts t cross join unnest(t.origins) o
		left join public.section_texts b on b.version_id = v_before and b.section_id = o
		where t.version_id = v));
	perform pg_temp.at(20, '10:00');
	perform pg_temp.round('teilplan-altenhilfe', 'Teilplan Altenhilfe 2027 bis 2031', v, 76, true, 'after_closing', 10, 11, 20, 48, 53, 30);
	perform public.set_legal_bases(v_harz, 'teilplan-altenhilfe', jsonb_build_object(pg_temp.organisation(10), 'Satzung des Seniorenbeirats, § 3', pg_temp.organisation(11), 'Satzung des Inklusionsbeirats, § 2'));
	perform pg_temp.at(18, '08:30');
	perform public.take_call_step(v_harz, 'teilplan-altenhilfe', 'opened', null, 'Wo keine Sitzung in der Frist liegt, verlängern wir auf Wunsch.');
	perform pg_temp.at(12, '16:00');
	v_council := pg_temp.addressee('teilplan-altenhilfe', 10);
	v_first := pg_temp.note(6, v_council, 29, 'support', 'Die Fahrt nach 18 Uhr ist aufgenommen. Danke.', 'davon einmal nach 18 Uhr');
	v_second := pg_temp.note(4, v_council, 31, 'question', 'Gilt die Grundförderung auch für Orte ohne eigenes Haus?', 'verlässliche Grundförderung');
	perform pg_temp.act_as(5);
	perform public.answer_round_note(gen_random_uuid(), v_second, 'Ich frage bei der Sozialplanung nach.');
	v_statement := public.start_statement(gen_random_uuid(), v_council, 'joint');
	perform public.take_round_note(v_statement, v_second, gen_random_uuid());
	perform pg_temp.act_as(3);
	perform pg_temp.at(5, '09:00');
	perform public.start_version(v_draft, null);

	perform pg_temp.at(4, '09:00');
	perform public.create_document(v_harz, v_questions, 'questions', 'begegnung-foerdern', 'Wie fördern wir Begegnung?');
	select id into v from public.document_versions where document_id = v_questions;
	for q in select * from (values
		(51, 'Was hält eine Begegnungsstätte offen?', 'Was braucht es, damit Ehrenamtliche nicht aufgeben?'),
		(52, 'Wofür soll Geld da sein?', 'Miete, Heizung, eine Kraft, die hilft: Was ist am wichtigsten?'),
		(53, 'Wer fehlt bisher?', 'Wen erreichen die Angebote nicht, und woran liegt das?')) x (n, heading, words) loop
		perform public.add_section(v, case when q.n > 51 then pg_temp.section(q.n - 1) end, 1, q.heading, pg_temp.section(q.n));
		perform pg_temp.write(v, q.n, pg_temp.paragraph(q.words));
	end loop;
	perform public.freeze_version(v, (select revision from public.document_versions where id = v), null,
		(select jsonb_agg(jsonb_build_object('to', t.section_id, 'fate', 'added', 'isChanged', false)) from public.section_texts t where t.version_id = v));
	perform pg_temp.round('begegnung-foerdern', 'Wie fördern wir Begegnung?', v, 60, false, 'among', 10, 20, 48);
end
$$;

set constraints all immediate;

-- Nobody in the sample gets mail about what happened before it began; the ledger says that the letters of then were written.
select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs));
update private.notices n set written_at = n.created_at, letters = jsonb_array_length(private.recipients_of_notice(c))
from public.call_notices c where n.subject_kind = 'call' and c.id = (n.facts ->> 'notice')::uuid;
delete from private.notices;
select set_config('request.jwt.claims', '', true);

-- The clock of the machine again.
create or replace function private.now() returns timestamptz language sql stable return pg_catalog.now();
do $$
declare d record;
begin
	for d in select * from dated loop execute d.line || d.expression; end loop;
end
$$;
select public.take_figures();
