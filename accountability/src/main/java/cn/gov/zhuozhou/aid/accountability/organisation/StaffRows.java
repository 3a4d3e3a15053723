package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.accountability.organisation.StaffRow.Outcome;
import cn.gov.zhuozhou.aid.accountability.organisation.StaffRow.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the rows of one staff list: cleans each, and tells which are accepted, repeated or refused and why. */
final class StaffRows {
    // Sixteen characters at most: an identity number in this column is refused and goes nowhere.
    private static final Pattern STAFF_NUMBER = Pattern.compile("[A-Z0-9-]{1,16}");
    private static final Pattern SCHOOL_CODE = Pattern.compile("\\d{10}");
    private static final Pattern GRADE = Pattern.compile("\\d{1,2}");

    private final Map<String, String> postCodes;
    private final List<StaffRow> rows = new ArrayList<>();
    private final List<StaffEntry> accepted = new ArrayList<>();
    private final Set<StaffEntry> seen = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> refusedNumbers = new HashSet<>();

    /** @param postCodes code of each kind of post by the title lists write it with */
    StaffRows(Map<String, String> postCodes) {
        this.postCodes = Map.copyOf(postCodes);
    }

    void add(int line, StaffLine cells) {
        String number = clean(cells.staffNumber()).toUpperCase(java.util.Locale.ROOT);
        if (!STAFF_NUMBER.matcher(number).matches()) {
            rows.add(new StaffRow(line, Outcome.REFUSED, null, Refusal.STAFF_NUMBER_MALFORMED));
            return;
        }
        var entry = new StaffEntry(number, clean(cells.name()), place(cells));
        Optional<Refusal> refusal = refusal(entry, clean(cells.grade()));
        if (refusal.isPresent()) {
            refusedNumbers.add(number);
            rows.add(new StaffRow(line, Outcome.REFUSED, number, refusal.get()));
        } else if (seen.add(entry)) {
            names.put(number, entry.name());
            accepted.add(entry);
            rows.add(new StaffRow(line, Outcome.ACCEPTED, number, null));
        } else {
            rows.add(new StaffRow(line, Outcome.DUPLICATE, number, null));
        }
    }

    private PostPlace place(StaffLine cells) {
        String grade = clean(cells.grade());
        String className = clean(cells.className());
        return new PostPlace(
                clean(cells.schoolCode()),
                postCodes.get(clean(cells.post())),
                GRADE.matcher(grade).matches() ? Integer.valueOf(grade) : null,
                className.isEmpty() ? null : className);
    }

    private Optional<Refusal> refusal(StaffEntry entry, String grade) {
        if (entry.name().isEmpty()) {
            return Optional.of(Refusal.NAME_MISSING);
        }
        if (!SCHOOL_CODE.matcher(entry.place().schoolCode()).matches()) {
            return Optional.of(Refusal.SCHOOL_CODE_MALFORMED);
        }
        if (entry.place().kind() == null) {
            return Optional.of(Refusal.POST_UNKNOWN);
        }
        if (!grade.isEmpty() && entry.place().grade() == null) {
            return Optional.of(Refusal.GRADE_MALFORMED);
        }
        String known = names.get(entry.staffNumber());
        return known == null || known.equals(entry.name()) ? Optional.empty() : Optional.of(Refusal.NAME_DIFFERS);
    }

    /** Full-width signs become plain ones, and no space stays. */
    private static String clean(String cell) {
        return cell == null
                ? ""
                : Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    }

    List<StaffRow> rows() {
        return rows;
    }

    List<StaffEntry> accepted() {
        return accepted;
    }

    /** People with a refused row: whether they still hold their posts, this list cannot tell. */
    Set<String> refusedNumbers() {
        return refusedNumbers;
    }

    int count(Outcome outcome) {
        return (int) rows.stream().filter(r -> r.outcome() == outcome).count();
    }
}
