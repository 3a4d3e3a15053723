package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * The rules of a time, as data.
 *
 * @param effectiveFrom a semester that begins on this day or later is decided by it
 * @param effectiveTo the last such day; null while no end is known
 * @param documents what it stands on
 */
public record RuleSet(
        String id,
        String version,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        List<Document> documents,
        Parameters parameters) {
    /** A paper (文件); number and date only where they are known. */
    public record Document(String title, String number, LocalDate date) {}

    public RuleSet {
        documents = documents == null ? List.of() : List.copyOf(documents);
    }
}
