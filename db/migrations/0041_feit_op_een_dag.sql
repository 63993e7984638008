-- Who was there on a day: whoever had not left by then, and had come. A B-tree on both ends and not an index on the period: under
-- row-level security the planner uses a condition in an index only when its operator is leakproof, and those of ranges are not.
create index feit_wacht_op_dag on feit_wacht (regio_id, coalesce(tot, 'infinity'), besloten_op);
create index feit_verblijf_op_dag on feit_verblijf (regio_id, coalesce(tot, 'infinity'), van);
