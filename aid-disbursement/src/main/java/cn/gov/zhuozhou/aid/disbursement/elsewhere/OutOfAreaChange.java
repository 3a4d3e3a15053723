package cn.gov.zhuozhou.aid.disbursement.elsewhere;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What we read of the registry's OutOfAreaStudentChanged.
 *
 * @param studentId the county's own record of the same person; null where there is none
 */
record OutOfAreaChange(UUID outOfAreaStudentId, UUID studentId, List<Aid> aids) {
    record Aid(Semester semester, String programme, long amountFen) {
        Aid {
            Objects.requireNonNull(semester, "semester");
            Objects.requireNonNull(programme, "programme");
        }
    }

    OutOfAreaChange {
        Objects.requireNonNull(outOfAreaStudentId, "outOfAreaStudentId");
        aids = aids == null ? List.of() : List.copyOf(aids);
    }
}
