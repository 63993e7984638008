-- beheer: how many plekken of a product the region wants, as dated configuration (CAP-17). What there is, is counted from plek.

create table streefaantal (
  regio_id uuid not null references regio,
  product_id uuid not null references product,
  aantal int not null check (aantal > 0),
  uitgangspunt int check (uitgangspunt >= 0),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, product_id, van),
  constraint streefaantal_overlapt_niet exclude using gist (regio_id with =, product_id with =, daterange(van, tot) with &&)
);
select beschrijf('streefaantal', 'Hoeveel plekken van een product de regio wil hebben, met ingangsdatum. Wat er is, volgt uit de plekken.', 'product_id: Product.',
  'aantal: Hoeveel plekken er moeten zijn, of hoeveel erbij als er een uitgangspunt is.', 'uitgangspunt: Hoeveel plekken er al waren toen het doel werd gesteld; leeg als het aantal het hele doel is.');
grant select, insert, update, delete on streefaantal to onderdak_app;
