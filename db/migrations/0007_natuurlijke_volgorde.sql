-- Names with a number in them in the order that people count: bed 2 before bed 10.
create collation natuurlijk (provider = icu, locale = 'und-u-kn-true');
comment on collation natuurlijk is 'Volgorde waarin getallen in een naam als getal tellen: bed 2 voor bed 10.';
