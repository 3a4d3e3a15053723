package cn.gov.zhuozhou.aid.disbursement.coverage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many must be aided and are, by school and programme. */
record CoverageSummary(String semester, List<Count> total, List<School> schools) {
    /**
     * Pupils of one programme.
     *
     * @param entitled must be aided
     * @param aided approved, those paid included
     * @param undecided of whom it cannot be told whether they are entitled; not counted among them
     * @param coveragePermille aided of a thousand entitled (应助尽助率)
     * @param registeredPoorEntitled 建档立卡 among the entitled
     */
    record Count(
            String programme,
            long entitled,
            long aided,
            long paid,
            long proposed,
            long waiting,
            long held,
            long missing,
            long undecided,
            int coveragePermille,
            long registeredPoorEntitled,
            long registeredPoorAided) {}

    /** @param nothingGranted identified pupils to whom no programme grants anything */
    record School(String schoolCode, String schoolName, long identified, long nothingGranted, List<Count> programmes) {}

    /** Adds lines up. */
    static final class Tally {
        private final Map<String, OfSchool> schools = new TreeMap<>();
        private final Map<String, OfProgramme> total = new TreeMap<>();

        void add(List<CoverageLine> linesOfOnePupil) {
            CoverageLine first = linesOfOnePupil.getFirst();
            OfSchool school = schools.computeIfAbsent(first.schoolCode(), code -> new OfSchool(first.schoolName()));
            school.identified++;
            for (CoverageLine line : linesOfOnePupil) {
                if (line.outcome() == Outcome.NOTHING_GRANTED) {
                    school.nothingGranted++;
                } else {
                    school.programmes
                            .computeIfAbsent(line.programme(), code -> new OfProgramme())
                            .add(line);
                    total.computeIfAbsent(line.programme(), code -> new OfProgramme())
                            .add(line);
                }
            }
        }

        CoverageSummary summary(String semester) {
            return new CoverageSummary(
                    semester,
                    counts(total),
                    schools.entrySet().stream()
                            .map(e -> e.getValue().counted(e.getKey()))
                            .toList());
        }

        private static List<Count> counts(Map<String, OfProgramme> programmes) {
            return programmes.entrySet().stream()
                    .map(e -> e.getValue().count(e.getKey()))
                    .toList();
        }

        private static final class OfSchool {
            private final String name;
            private final Map<String, OfProgramme> programmes = new TreeMap<>();
            private long identified;
            private long nothingGranted;

            OfSchool(String name) {
                this.name = name;
            }

            School counted(String code) {
                return new School(code, name, identified, nothingGranted, counts(programmes));
            }
        }

        private static final class OfProgramme {
            private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
            private long poor;
            private long poorAided;

            void add(CoverageLine line) {
                outcomes.merge(line.outcome(), 1L, Long::sum);
                if (line.registeredPoor() && line.outcome() != Outcome.UNDECIDED) {
                    poor++;
                    poorAided += line.outcome().aided() ? 1 : 0;
                }
            }

            Count count(String programme) {
                long undecided = of(Outcome.UNDECIDED);
                long entitled = outcomes.values().stream().mapToLong(n -> n).sum() - undecided;
                long paid = of(Outcome.PAID);
                long aided = of(Outcome.APPROVED) + paid;
                return new Count(
                        programme,
                        entitled,
                        aided,
                        paid,
                        of(Outcome.PROPOSED),
                        of(Outcome.WAITING),
                        of(Outcome.HELD),
                        of(Outcome.MISSING),
                        undecided,
                        entitled == 0 ? 0 : Math.toIntExact(aided * 1000 / entitled),
                        poor,
                        poorAided);
            }

            private long of(Outcome outcome) {
                return outcomes.getOrDefault(outcome, 0L);
            }
        }
    }
}
