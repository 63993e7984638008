-- The codes of Veilig Thuis are words of the region (VO-02); lists and settings that nothing reads go, and ways of living become types of home.

insert into keuze (regio_id, lijst, code, naam, uitleg, volgorde, van, bron)
select r.id, 'vo_code', x.code, x.naam, x.uitleg, x.volgorde, date '2020-01-01', 'Regiovisie MVS 2024 §6.3'
from regio r cross join (values
  (1, 'rood', 'Rood: acuut onveilig', 'De cliënt gaat naar een noodbed elders in het land. Daar wordt bekeken of terugkeer naar de eigen gemeente veilig is.'),
  (2, 'oranje', 'Oranje: structureel onveilig', 'Plek binnen de gemeenten: opvang na huiselijk geweld.'),
  (3, 'groen', 'Groen: structureel onveilig', 'Plek binnen de gemeenten: opvang na huiselijk geweld. De bron beschrijft oranje en groen samen.')
) x (volgorde, code, naam, uitleg)
where not exists (select 1 from keuze k where k.regio_id = r.id and k.lijst = 'vo_code' and k.code = x.code);

delete from instelling where code = 'woonplaatsbeginsel';
delete from keuze where lijst = 'toegangsdoel';
delete from keuze where lijst = 'woonvorm' and code in ('skaeve_huse', 'kamers_met_kansen', 'geclusterd_wonen');
update keuze k set lijst = 'woningtype', volgorde = k.volgorde + 100
where k.lijst = 'woonvorm' and not exists (select 1 from keuze w where w.regio_id = k.regio_id and w.lijst = 'woningtype' and w.code = k.code);
delete from keuze where lijst = 'woonvorm';
