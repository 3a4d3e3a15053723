-- Of persons the reverse check found, the head of the household they are registered in: what registers say of the household counts
-- for them as it does for those entered with a guardian.
update out_of_area_student s set guardian_index = e.head_index
from match_case mc join register_entry e on e.id = mc.entry_id
where s.task_id = mc.id and s.guardian_index is null and s.anonymised_on is null and e.head_index <> s.identity_index;
