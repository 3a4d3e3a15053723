package cn.gov.zhuozhou.aid.inspection;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;
import jakarta.inject.Inject;
import java.util.Map;

@ComponentTest
class EveryOperationTest extends EveryOperation {
    private static final String OF_THE_BUREAU = "of the bureau: refused before it is looked up";

    @Inject
    Neighbours neighbours;

    EveryOperationTest() {
        super("GET /api/v1/clock");
    }

    @Override
    protected Map<String, String> rows() {
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        Ledger.awaitLines(pupil, "A04 ASSIGNED");
        return Map.of("/api/v1/findings/{id}", "/api/v1/findings/" + Ledger.idOf(pupil));
    }

    @Override
    protected Map<String, String> triedWithUnknownKeysOnly() {
        return Map.of(
                "/api/v1/jobs/{id}",
                OF_THE_BUREAU,
                "/api/v1/dead-letters/{id}",
                OF_THE_BUREAU,
                "PUT /api/v1/calendar/years/{year}",
                OF_THE_BUREAU,
                "POST /api/v1/data-checks/{code}/runs",
                OF_THE_BUREAU);
    }

    @Override
    protected Map<String, String> seenFromEverywhere() {
        return Map.of(
                "GET /api/v1/calendar/years/{year}",
                "working days are the same for all",
                "GET /api/v1/data-checks/{code}/hits",
                "checks are the same for all; their hits are listed within the jurisdiction");
    }

    @Override
    protected Map<String, String> knownWithEveryKey() {
        return Map.of("PUT /api/v1/calendar/years/{year}", "enters a year that was not there");
    }
}
