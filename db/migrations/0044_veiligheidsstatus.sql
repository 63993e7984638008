-- Each member of a household has an own safety status, behind rights of its own (TRJ-14, VO-08).

create table veiligheidsstatus (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  volgnummer int not null check (volgnummer > 0),
  status text not null,
  toelichting_versleuteld text,
  van date not null,
  tot date check (tot >= van),
  organisatie_id uuid references organisatie,
  vastgelegd_door uuid references gebruiker,
  vastgelegd_op timestamptz not null,
  constraint veiligheidsstatus_volgorde unique (persoon_id, volgnummer)
);
create unique index veiligheidsstatus_een_tegelijk on veiligheidsstatus (persoon_id) where tot is null;
select beschrijf('veiligheidsstatus', 'Hoe veilig het is voor één persoon, ook binnen een huishouden; alleen te zien met het recht veiligheid.lezen.', 'volgnummer: Hoeveelste status van deze persoon; een schrijver die een eerdere zag wordt geweigerd.',
  'status: Code uit de keuzelijst veiligheidsstatus van de regio.', 'toelichting_versleuteld: Waarom, versleuteld; leeg als die er niet is.', 'organisatie_id: Organisatie die dit vastlegde; leeg bij een taak van het systeem.',
  'vastgelegd_door: Medewerker die dit vastlegde; leeg bij een taak van het systeem.', 'vastgelegd_op: Moment van vastleggen.');
select bescherm('veiligheidsstatus');
create policy veiligheid on veiligheidsstatus as restrictive to onderdak_app using ((select inzage('veiligheid')) or (select inzage('systeem')));
grant select, insert, update on veiligheidsstatus to onderdak_app;
comment on function inzage is 'Of de vrager een groep gegevens mag inzien: personen, vo, geheim, bsn, audit, woonvraag, casus, veiligheid of systeem.';

-- What happened is also told only to who may read the status itself.
create policy veiligheid on gebeurtenis as restrictive for select to onderdak_app
  using (onderwerp_soort <> 'veiligheidsstatus' or (select inzage('veiligheid')) or (select inzage('systeem')));

-- Seen from a pleger nothing of a slachtoffer or child of the same systeem shows, and the other way round, not even to who may open both files.
create function achter_barriere(p_persoon uuid, p_leden uuid[]) returns setof uuid language sql stable security definer set search_path = onderdak, pg_temp as $$
  select m from unnest(p_leden) m
  where exists (select 1 from vo_systeem_lid a join vo_systeem_lid b on b.systeem_id = a.systeem_id and (b.rol = 'pleger') <> (a.rol = 'pleger')
    where a.tot is null and b.tot is null and a.persoon_id = any (alle_dossiers(array[p_persoon])) and b.persoon_id = any (alle_dossiers(array[m])))
$$;
comment on function achter_barriere is 'Wie van deze personen in een systeem van de vrouwenopvang aan de andere kant staat dan deze persoon; voor wat op één bladzijde naast elkaar staat.';
alter function achter_barriere(uuid, uuid[]) owner to onderdak_kern;
revoke execute on function achter_barriere(uuid, uuid[]) from public;
grant execute on function achter_barriere(uuid, uuid[]) to onderdak_app;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, 'veiligheidsstatus', x.code, x.naam, x.volgorde, date '2020-01-01'
from regio r cross join (values (1, 'veilig', 'Veilig'), (2, 'onzeker', 'Niet zeker of het veilig is'), (3, 'onveilig', 'Onveilig'), (4, 'acuut_onveilig', 'Acuut onveilig')) x (volgorde, code, naam);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, x.permissie, current_date from rol_permissie p cross join unnest(array['veiligheid.lezen', 'veiligheid.wijzigen']) x (permissie)
where p.rol_code in ('toegangsmedewerker', 'consulent_daklozenloket', 'aanbieder_begeleider', 'vo_medewerker', 'casusregisseur') and p.permissie = 'persoon.lezen' and (p.tot is null or p.tot > current_date);
