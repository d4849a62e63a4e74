-- Why: whoever looks for "Bus" wants the Rufbus and the Ruf-Bus too, and the Hausarztpraxis with "Hausärzte".
-- German puts words together, and PostgreSQL takes none apart. So the words of a text are written down once,
-- when it is written: each word, its stem, and what it is put together from. One index serves every noun.

create table private.word_parts (stem text primary key);
comment on table private.word_parts is
	'Stems of simple words that longer ones are put together from; what is not put together stands here too, so '
	'that it is not taken apart ("Transport" is no sport). A word may be missing: the longer ones around it are '
	'still taken apart, see private.parts_of. After a change: truncate private.word_index, queue index_words.';
alter table private.word_parts enable row level security;
insert into private.word_parts (stem)
select distinct (ts_lexize('pg_catalog.german_stem', word))[1]
from regexp_split_to_table(
	-- who
	'alleinerziehende angehörige anwalt anwohner arbeiter arbeitgeber arbeitnehmer arbeitslose arme '
	'arzt ärztin asyl ausländer azubi baby bauer beamte beauftragte behinderte behörde berater '
	'berufstätige betreuer betroffene bevölkerung bewohner bezieher blinde bruder bürger chef daten '
	'dienst ehrenamt ehrenamtliche eigentümer einwohner elter eltern empfänger enkel ergotherapie '
	'erwachsene erzieher fahrer familie feuerwehr firmen flüchtling frau freiwillige fremde freund '
	'gärtner gast geflüchtete gehörlose geschwister gesellschaft gruppe gymnasien gymnasium halten '
	'händler handwerker hebamme helfende helfer hund jugend jugendliche junge kind koch kollege '
	'kraft kranke kreis kunde künstler landwirt lehrer lehrling leiter leute logopäde logopädie '
	'lotse mädchen maler mangel mann medien meister mensch mieter migrant mitarbeiter mitglied '
	'museen musiker mutter nachbar nutzer obdachlose oma opa optiker paar partner pastor pate '
	'patient pendler person personal pfarrer pflegende pfleger physiotherapie planer polizei '
	'praktika praxen ranger rat rentner richter schreiber schuldner schüler schwangere schwester '
	'senior sohn sorge sportler student täter team themen therapeut tier tochter träger trainer '
	'vater verein vermieter versicherte vertreter verwandte volk vormund wähler waise wirt witwe '
	'zentren zentrum zugewanderte zuwanderer '
	-- what is done for them
	'abgabe ablage abstimmung aktion aktivität amt anbindung angebot angst anlage anlauf anmeldung '
	'annahme ansprache anstalt antrag anzeige arbeit archiv art assistenz aufgabe aufnahme aufsicht '
	'auftrag ausbau ausbildung ausgabe ausgleich auskunft ausschuss ausstattung austausch ausweis '
	'auto bad bahn bank bau bedarf begegnung begleitung begutachtung behandlung behindert beihilfe '
	'beirat beistand beitrag bekleidung belegung beleuchtung beratung bericht beruf beschäftigung '
	'bescheid besuch betrag betreuung betrieb bett bewegung bewerbung bewilligung bezirk bezug '
	'bibliothek bild bildung blatt boden börse brief brücke buch bücherei budget bühne bund büro '
	'bürokratie bus cafe camp chance chor computer dach datei dauer dorf druck ecke ehe eigentum '
	'eingang einglieder eingliederung einkauf einkommen einrichtung eis energie entgelt entlastung '
	'entwicklung erfahrung erholung ermäßigung ernährung erziehung essen etage fach fahrt fahrzeug '
	'fall feier fenster ferien fest feuer film firma fläche flur fonds förderung form forum foto '
	'frage freiheit freizeit frieden frist früh frühling fuß garten gas gebäude gebiet gebühr '
	'geburt gefahr gefängnis gehweg geist geld gemeinde gemeinschaft generation gerät gericht '
	'geschäft geschichte gesetz gespräch gesundheit gewalt glas glück grenze grund grundstück gut '
	'hafen haft hall halle halt hand handel handwerk haus haushalt heft heim heizung herbst herz '
	'hilfe hitze hof holz hort hotel hygiene idee impfung industrie information inklusion insel '
	'integration interesse internet inventar jahr kaffee kammer kampagne kapazität karte kasse '
	'keller kinder kino kirche kita klasse kleider kleidung klima klinik klub konferenz konflikt '
	'kontakt konto kontrolle konzept kopf körper kosten krankheit krippe krise küche kultur kunst '
	'kur kurs laden lager land landschaft last laube leben lebensmittel lehre leiste leistung '
	'leitung lernen licht liebe linie liste lohn luft magazin mahlzeit mandat mappe markt maßnahme '
	'medikament medizin meer meldung messe miete mittag mittel möbel mobilität modell monat morgen '
	'museum musik mut nachbarschaft nachhilfe nacht nähe name natur netz not nutzung oase obst ofen '
	'ohr ordnung organisation ort paket papier park parken partei pass pause pension pflege pflicht '
	'pilot plan planung platz politik portal post praktikum prävention praxis preis presse problem '
	'programm projekt prozess prüfung psyche punkt qualifizierung qualität quartier quelle quote '
	'rad rampe rand raum rechnung recht reform regel regelung region reha rehabilitation reise '
	'rente reparatur republik ressource rettung risiko rollator rolle ruf ruhe runde saal sache '
	'sammlung satz satzung schaden schein schicht schiene schiff schloss schnee schuld schulden '
	'schule schutz schwelle see seele seite seminar service sicherheit sicherung siedlung sitz '
	'sitzung sommer sonne sozial spende sperre spiel sport sprache staat stadt stall stand standort '
	'station statistik stelle steuer stiftung stimme stoff straße streit strom stube studie studium '
	'stufe stuhl stunde suche sucht suizid tafel tag tages tagung tanz tasche taxi technik teil '
	'teilhabe telefon termin test text theater thema therapie ticket tisch tod toilette tor '
	'tourismus tracht tradition trauer trauma treff treppe tür turm übergang umfeld umland umwelt '
	'unfall unterbringung unterhalt unterkunft unterricht unterstützung urlaub veranstaltung '
	'verband verbindung verbund verfahren verkehr verleih vermittlung verpflegung versammlung '
	'versicherung versorgung vertrag vertretung verwaltung viertel vorsorge vorstand vortrag wache '
	'wagen wahl wald wand wandel ware wasser wechsel weg wegweiser weihnacht weiterbildung welt '
	'werk werkstatt wert wetter wiese winter wirtschaft wissen woche wohnen wohnung wort zahl zahn '
	'zeichen zeit zeitung zelle zentrale zimmer zirkel zone zoo zug zugang zukunft zulage '
	'zusammenhalt zuschuss zustand zustellung '
	-- what words begin with
	'abend abfall abriss acker adoption agentur akte allgemein alt alten alters ambulant ambulanz '
	'ampel anbau anker anruf anti antirassismus apotheke arbeits aufzug auge ausbilder autismus '
	'automat bach bäckerei bahnsteig barriere barrieren basis bauern bereitschaft bereitschafts '
	'berg bestattung besuchs bewerber bio blinden block blut bord bordstein brand breit breitband '
	'brille broschüre brunnen bundes burg bürgersteig bürgschaft busch carsharing coach coaching '
	'controlling darlehen deich demenz demokratie denkmal depression diabetes dienstag digital '
	'diversität dolmetscher dom donnerstag doppel dreh dringlichkeit drogen ebene eigen eil einzel '
	'elektro engagement entbindung ernte erreichbarkeit erst ess evaluation fahr feiertag feld fern '
	'flach flucht flug fluss flyer förder formular fortbildung frauen frei freitag friedhof friseur '
	'führerschein führung ganztag ganztags gebärde gebärden geh gehör gehörlosen gehsteig gemein '
	'generationen gesamt geschlecht gesund gewerkschaft glaube gleich gleis gottes grab graben '
	'gremium grob groß gynäkologe halb hang haupt hecke heil heimat heiz hinterbliebene hoch höchst '
	'höhe hol hör hospiz impf inkasso insolvenz intensiv internist job jobcenter jung jungen '
	'kapelle katalog kauf kaution kern kiez kinderwunsch klein kleinst kloster kommission kommunal '
	'kommune kranken krebs kredit kreisel kreißsaal kreuzung krieg kümmerer kündigung kurz labor '
	'lade lang lärm lauf lebens leer lehr leih leitfaden lern lese lieder liege lift logo lotsen '
	'lunge mahl management manager männer mehr mentor metzgerei miet mindest minijob misch mit '
	'mitfahr mittwoch mobil mode monitoring montag moschee müll mund nachbarschafts nachmittag nah '
	'näh neben neu neurologe niedrig nord offen öffnung öko omni online organ ost pädagoge '
	'pädagogik palliativ parallel patenschaft pendel pfand pfändung plakat platte privat prothese '
	'psychiater psychiatrie psycho psychologe psychologie quartiers ratgeber rauch rechts recycling '
	'reihenhaus religion renovierung reserve rest rettungs roll röntgen rücken rund sammel samstag '
	'sanierung sarg sauber säule schlaf schlaganfall schlecht schließung schmerz schnell schreib '
	'schul schwangerschaft schwer schwimm seh sekundar selbst selbsthilfe senioren sharing sing '
	'sinn sofort sonder sonntag sparkasse spät sprech stationär staub stellung steuerung still '
	'stillen straßen streetwork sturz stütz süd supermarkt suppe synagoge takt taktung tal '
	'tankstelle tarif tast taufe tausch trag trauung tret trink turn übergangs übersetzer '
	'übersetzung ufer umbau umschulung umsonst umzug universität unterlage verbraucher vereins '
	'verhinderung verhinderungs verhütung verkehrs vertriebene video viel vielfalt voll vordruck '
	'vormittag wander wart warte wasch weiter werbung west wickel windel wochenende wohn workshop '
	'wunde zebra zentral zeugnis zoll zusatz zwischen '
	-- put together for the eye only: not to be taken apart
	'abteilung achtung alarm alternative anhalt anhalten antwort apparat asphalt bayern begriff '
	'beispiel beitritt bemerkung busen busse buße bußgeld charakter domizil donau dorsch einigung '
	'elbe element erzählung eventuell fabrik fantasie flagge formulierung fortschritt gegend geheim '
	'gelegenheit genossenschaft gestalt gestaltung gewohnheit globus gramm grammatik harz heirat '
	'humor immobilie insekt institut interview kamera kapitel katastrophe komma kompetenz '
	'konkurrent konkurrenz konsum kontinent kontrast kostüm kreide kreislauf krimi kurier laster '
	'liter literatur lösung luxus main mannschaft maske material metall meter minister missbrauch '
	'moment motor muster nachricht notar notiz notwendig nummer oder orden orient original palast '
	'parkett parkinson passiv pflanze pflaster phase pistole planet plastik platin podium portion '
	'position potential praktisch prinzip produkt produktion protest protokoll provinz radikal '
	'radio ration rational reagieren reis reportage resultat rhein robust roman rosine rückgrat '
	'sachsen salat schatz schicksal schwein signal situation skandal soldat sorte spiegel spree '
	'standard start status stempel strategie struktur substanz summe symbol system talent taste '
	'teilnahme teilnehmer temperatur tendenz thüringen tomate tonne transparenz transport trend '
	'triumph tumor unterschied ursache urteil variante vegetation ventil vereinbarkeit vereinbarung '
	'verhalten verhältnis verlag verlust vernunft verrat verstand versuch vertrauen verwalter '
	'verzicht vorrat vorteil vorurteil wahrheit wahrscheinlich wappen warnung warze weich wein '
	'weise westfalen wirklichkeit wirkung wunder würde zeuge zitat zucker zustimmung zweck zweifel ',
	' +'
) word
where ts_lexize('pg_catalog.german_stem', word) <> '{}';

create table private.word_index (
	authority_id uuid not null references public.authorities on delete cascade,
	subject_kind text not null check (subject_kind ~ '^[a-z]+(_[a-z]+)*$'),
	subject_id uuid not null,
	is_shared boolean not null,
	words tsvector not null,
	primary key (subject_kind, subject_id, is_shared)
);
comment on table private.word_index is
	'The words of a text by which it is found, as private.words_of writes them. It goes with its subject.';
comment on column private.word_index.is_shared is
	'Words for whoever sees the subject; otherwise these and those that only its two sides read.';
alter table private.word_index enable row level security;
create index on private.word_index using gin (authority_id, subject_kind, words);

-- What was found before: the stems of five columns, beside each report.
drop index public.need_reports_authority_id_search_idx;
alter table public.need_reports drop column search;

-- What is there already is written down bit by bit, while people work.
select graphile_worker.add_job('index_words') where exists (select from public.need_reports);
