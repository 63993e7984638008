-- rapport: the figures of a month or quarter as they were known when it was made, frozen with a checksum (MON-07, MON-13, MON-14).

create table rapport (
  id uuid primary key,
  regio_id uuid not null references regio,
  soort text not null check (soort in ('maand', 'kwartaal')),
  periode text not null,
  niveau text not null check (niveau in ('strategisch', 'tactisch', 'operationeel')),
  bekend_op date,
  geteld int not null default 0 check (geteld >= 0),
  totaal int not null check (totaal > 0),
  inhoud text,
  controlegetal text,
  gemaakt_door uuid not null references gebruiker,
  gemaakt_op timestamptz not null,
  klaar_op timestamptz,
  constraint rapport_periode_past check (periode ~ case soort when 'maand' then '^20[0-9]{2}-(0[1-9]|1[0-2])$' else '^20[0-9]{2}-[1-4]$' end),
  constraint rapport_geteld_past check (geteld <= totaal),
  constraint rapport_klaar_is_heel check ((inhoud is null) = (klaar_op is null) and (inhoud is null) = (controlegetal is null) and (inhoud is null or geteld = totaal)),
  constraint rapport_controlegetal_klopt check (controlegetal = encode(sha256(convert_to(inhoud, 'UTF8')), 'hex'))
);
create index rapport_regio on rapport (regio_id, gemaakt_op desc);
select beschrijf('rapport', 'Rapport over een maand of kwartaal: de cijfers zoals zij bekend waren toen het werd gemaakt. Uitleg en verhalen staan er met hun kenmerk in, zodat wat is ingetrokken ook hier weg is.', 'soort: Maand of kwartaal.', 'periode: Maand (2026-03) of kwartaal (2026-1).',
  'niveau: Voor wie: strategisch, tactisch of operationeel.', 'bekend_op: Dag aan het eind waarvan de cijfers bekend waren; leeg als dat het moment van maken is.', 'geteld: Hoeveel indicatoren zijn geteld.', 'totaal: Hoeveel indicatoren erin komen.',
  'inhoud: De cijfers als JSON, zoals zij niet meer veranderen; leeg zolang er wordt geteld.', 'controlegetal: SHA-256 van de inhoud; leeg zolang er wordt geteld.', 'gemaakt_door: Wie het rapport maakte.', 'gemaakt_op: Moment van aanvragen.', 'klaar_op: Moment waarop het klaar was; leeg zolang er wordt geteld.');

create table rapport_deel (
  rapport_id uuid not null references rapport,
  regio_id uuid not null references regio,
  volgnummer int not null,
  inhoud text not null,
  primary key (rapport_id, volgnummer)
);
select beschrijf('rapport_deel', 'Wat er van een rapport al is geteld, zolang het niet klaar is.', 'rapport_id: Rapport.', 'volgnummer: Plaats van de indicator in het rapport.', 'inhoud: De cijfers van de indicator als JSON.');

create function rapport_blijft() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.klaar_op is not null then
    raise exception 'rapport % is klaar', old.id using errcode = '23514', constraint = 'rapport_blijft';
  end if;
  return new;
end $$;
comment on function rapport_blijft is 'Weigert elke wijziging van een rapport dat klaar is.';
create trigger rapport_blijft before update or delete on rapport for each row execute function rapport_blijft();

do $$
declare t text;
begin
  foreach t in array array['rapport', 'rapport_deel'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
  end loop;
end $$;
grant select, insert, update on rapport to onderdak_app;
grant select, insert, delete on rapport_deel to onderdak_app;

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'rapport.maken', current_date from rol_permissie p where p.permissie = 'cijfers.lezen' and (p.tot is null or p.tot > current_date);
