package cn.gov.zhuozhou.aid.local;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The four services as they are packaged and configured here. */
enum SuiteService {
    STUDENT_REGISTRY("student-registry", 8081),
    AID_DISBURSEMENT("aid-disbursement", 8082),
    ACCOUNTABILITY("accountability", 8083),
    INSPECTION_RECTIFICATION("inspection-rectification", 8084);

    private final String id;
    private final int usualPort;

    SuiteService(String id, int usualPort) {
        this.id = id;
        this.usualPort = usualPort;
    }

    String id() {
        return id;
    }

    int usualPort() {
        return usualPort;
    }

    String database() {
        return id.replace('-', '_');
    }

    Path program(Path root) {
        return root.resolve(id).resolve("target/quarkus-app/quarkus-run.jar");
    }

    static SuiteService named(String id) {
        return Stream.of(values())
                .filter(service -> service.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service `" + id + "`"));
    }
}
