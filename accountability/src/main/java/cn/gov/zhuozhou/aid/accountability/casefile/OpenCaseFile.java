package cn.gov.zhuozhou.aid.accountability.casefile;

import cn.gov.zhuozhou.aid.accountability.casefile.CaseFile.Missing;
import cn.gov.zhuozhou.aid.accountability.casefile.CaseFile.PupilCard;
import cn.gov.zhuozhou.aid.accountability.casefile.CaseFile.Reason;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupil;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupils;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Puts a case file together: what is known here, and what the registry shows the caller. */
@ApplicationScoped
class OpenCaseFile {
    @Inject
    CaseEntries entries;

    @Inject
    Pupils pupils;

    @Inject
    Registry registry;

    CaseFile of(Pupil pupil, String authorization) {
        List<Missing> missing = new ArrayList<>();
        JsonNode evidence = part(pupil.studentId(), "evidence", authorization, missing);
        JsonNode rulings = part(pupil.studentId(), "rulings", authorization, missing);
        return CaseFile.of(card(pupil), evidence, rulings, entries.of(pupil.studentId()), missing);
    }

    private PupilCard card(Pupil pupil) {
        return new PupilCard(
                pupil.studentId(),
                pupil.name(),
                pupil.schoolCode(),
                pupil.schoolName(),
                pupil.grade(),
                pupil.className(),
                pupil.enrolmentState(),
                pupils.isAided(pupil));
    }

    private JsonNode part(UUID studentId, String part, String authorization, List<Missing> missing) {
        Reason reason;
        try {
            JsonNode body = registry.ask(studentId, part, authorization).body();
            if (body != null) {
                return body;
            }
            reason = Reason.NOT_SHOWN;
        } catch (Registry.Unavailable | CircuitBreakerOpenException e) {
            reason = Reason.REGISTRY_AWAY;
        }
        missing.add(new Missing(part, reason, reason.text()));
        return null;
    }
}
