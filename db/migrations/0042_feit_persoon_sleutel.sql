-- Every fact is looked up by its key when the register changes. That of a person had no index on it, only one on the pseudonym: each new or
-- changed person read the facts of all persons.
create index feit_persoon_sleutel on feit_persoon (sleutel) where bekend_tot = 'infinity';
