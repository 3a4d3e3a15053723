-- Simulations decide as awards do: whose aid waits for a decision is in no sum, and is counted.
alter table simulation add column held bigint;
comment on column simulation.held is 'pupils looked at whose aid would wait for a decision; null until answered, and in answers given before it was counted';
