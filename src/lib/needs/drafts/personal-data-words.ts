/** Between salutation and name: "Herr Dr. Weber". */
export const titles = String.raw`Dr\.|Dr|Doktor|Prof\.|Professorin|Professor|Dipl\.-Ing\.|von|van|zu|de`;

/** What follows "Frau" or "Herr" and names an office, not a person; and figures of tales and streets. */
export const nobody = new Set(
	`Bürgermeister Bürgermeisterin Ortsbürgermeister Ortsbürgermeisterin Oberbürgermeister Oberbürgermeisterin
	Verbandsgemeindebürgermeister Verbandsgemeindebürgermeisterin Landrat Landrätin Landräte Minister Ministerin
	Staatssekretär Staatssekretärin Präsident Präsidentin Vorsitzende Vorsitzender Vorsitzenden Direktor Direktorin
	Pfarrer Pfarrerin Pastor Pastorin Doktor Professor Professorin Kollege Kollegin Nachbar Nachbarin Amtsleiter
	Amtsleiterin Ratsherr Ratsfrau Abgeordnete Abgeordneter Holle Sorge Elend Mann Kind Kinder Angehörige Betroffene
	Mitglied Rat Beirat Person Meldung Eltern Mutter Vater Alle Eine Ein Die Der Das Sie Und Oder`.split(/\s+/)
);

/** Given names that are no months, rivers, plants or words; enough to notice "Erna Schmidt". */
export const givenNames =
	`Erna|Hildegard|Gertrud|Ingrid|Renate|Ursula|Helga|Karin|Brigitte|Monika|Christa|Elke|Gisela|Inge|Irmgard|
	Edith|Waltraud|Elfriede|Anneliese|Margarete|Margot|Gerda|Ruth|Lieselotte|Rosemarie|Sabine|Petra|Martina|Susanne|Andrea|Birgit|
	Heike|Kerstin|Katrin|Kathrin|Silke|Anja|Claudia|Nicole|Stefanie|Sandra|Melanie|Julia|Anna|Lisa|Laura|Sarah|Lena|Emma|Mia|Hannah|Sophie|
	Marie|Maria|Eva|Aylin|Fatima|Hans|Günter|Günther|Heinz|Werner|Klaus|Horst|Gerhard|Dieter|Manfred|Helmut|Jürgen|Siegfried|
	Rolf|Kurt|Walter|Herbert|Willi|Erich|Otto|Fritz|Wolfgang|Peter|Uwe|Bernd|Frank|Thomas|Michael|Andreas|Stefan|Jörg|Torsten|Thorsten|
	Matthias|Markus|Ralf|Holger|Detlef|Lutz|Jens|Sven|Mario|Steffen|Dirk|Ronny|Enrico|Maik|Tobias|Sebastian|Florian|Daniel|Lukas|Leon|
	Jonas|Finn|Paul|Max|Felix|Kemal|Mehmet|Ali|Mohammed|Ahmed|Ivan|Olga|Natalia|Tatjana|Irina|Halina|Karl|Ludwig`.replaceAll(
		/\s+/g,
		''
	);

/** After two names these make a place of them: "Karl Marx Straße", "Anna Seghers Schule". */
export const placeWords =
	/^(?:Stra(?:ß|ss)e|Str|Platz|Weg|Allee|Ring|Ufer|Gasse|Schule|Grundschule|Sekundarschule|Gymnasium|Haus|Heim|Stift|Stiftung|Kita|Kirche|Klinik|Klinikum|Krankenhaus|Saal|Halle|Park|Denkmal|Verein|Zentrum|Bibliothek)/;

/** A single person is meant, not a group. */
export const onePerson =
	/(?<![\p{L}-])(?:(?:ein|eine|einer|einem|einen|der|die|dem|den|mein|meine|meiner|meinem|meinen|unser|unsere|unserer|ihr|ihre|ihrer|sein|seine|seiner|diese|dieser) (?:\p{Ll}+ )?(?:Mann|Frau|Junge|Jungen|Mädchen|Kind|Sohn|Tochter|Mutter|Vater|Schwester|Bruder|Oma|Opa|Großmutter|Großvater|Ehemann|Ehefrau|Nachbar|Nachbarin|Nachbarn|Bewohnerin|Patientin|Schülerin|Schüler|Rentnerin|Rentner|Dame|Herr|Herrn|Person)|(?:er|sie) (?:hat|leidet|ist)|leidet an|leidet unter|erkrankte an|wurde [^.]{0,40}diagnostiziert|\d{1,3}[- ]?jährige[rn]?)(?![\p{L}])/iu;

/** Illnesses and codes (ICD-10 with its dot; "B81" is a road). "Demenzgruppe" and "Alzheimer-Gesellschaft" are none. */
export const diagnoses =
	/(?<![\p{L}-])(?:Demenz|dement|Alzheimer|Parkinson|Schlaganfall|\p{L}*[Kk]rebs|krebskrank|Tumor|Leukämie|Lymphom|Metastasen|Depressionen|Depression|depressiv|manisch-depressiv|bipolar|Burn-?out|Schizophrenie|schizophren|Psychose|Borderline|Angststörung|Panikattacken|Essstörung|Magersucht|Bulimie|Autismus|autistisch|Asperger|ADHS|Epilepsie|epileptisch|Multiple Sklerose|Multipler Sklerose|Diabetes|zuckerkrank|Herzinfarkt|Herzinsuffizienz|COPD|Asthma|HIV(?:-positiv)?|Aids|Hepatitis|Tuberkulose|Alkoholiker|Alkoholikerin|alkoholkrank|alkoholabhängig|drogenabhängig|suchtkrank|Querschnittslähmung|querschnittsgelähmt|Trisomie(?: 21)?|Down-Syndrom|Rheuma|Arthrose|Osteoporose|Nierenversagen|dialysepflichtig|Spina bifida|Zerebralparese|Long[- ]Covid|blind|gehörlos|taub|Pflegegrad \d|[A-TV-Z]\d{2}\.\d{1,2})(?![\p{L}-])/gu;
