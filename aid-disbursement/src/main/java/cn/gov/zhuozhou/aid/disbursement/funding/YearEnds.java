package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.ledger.Balances;
import cn.gov.zhuozhou.aid.disbursement.ledger.Balances.Balance;
import cn.gov.zhuozhou.aid.disbursement.ledger.BookYear;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a calendar year leaves: whether books and reports agree on it (A15), and what of it has to go back to the treasury. */
@ApplicationScoped
class YearEnds {
    /** Why a carry-over needs somebody's eye. */
    enum Finding {
        NOT_CARRIED_OVER,
        REPORTED_DIFFERS,
        /** Something was posted into the year after its carry-over was confirmed. */
        BOOKS_CHANGED_SINCE
    }

    /** @param carriedFen null where nothing was carried over */
    record Difference(
            String programme, String source, long bookFen, Long carriedFen, Long reportedFen, Finding finding) {}

    /** Money that lay there longer than it may; the oldest money counts as spent first. */
    record Due(String programme, String source, long unspentFen, int years) {}

    private record Fund(String programme, String source) implements Comparable<Fund> {
        @Override
        public int compareTo(Fund other) {
            return (programme + "/" + source).compareTo(other.programme + "/" + other.source);
        }
    }

    private record Carried(long fen, long reportedFen) {}

    @Inject
    Database database;

    @Inject
    Balances balances;

    /** What the books show at the end of a year. */
    long closing(int year, String programme, String source) {
        return closings(year).getOrDefault(new Fund(programme, source), 0L);
    }

    List<Difference> differences(int year) {
        Map<Fund, Long> books = closings(year);
        Map<Fund, Carried> carried = carried(year);
        var all = new TreeSet<>(books.keySet());
        all.addAll(carried.keySet());
        return all.stream()
                .flatMap(fund -> difference(fund, books.getOrDefault(fund, 0L), carried.get(fund)).stream())
                .toList();
    }

    List<Due> due(int year) {
        int years = (int) database.number(
                "select unspent_years from fund_term where effective_from <= :year order by effective_from desc limit 1",
                Map.of("year", year));
        LocalDate end = calendar(year).until();
        return balances.between(end.minusYears(years), end).stream()
                .flatMap(b -> unspent(b).stream().map(fen -> new Due(b.programme(), b.source(), fen, years)))
                .toList();
    }

    /** What came in during the period is spent last. */
    static Optional<Long> unspent(Balance ofTheLastYears) {
        long older = ofTheLastYears.closingFen() - ofTheLastYears.incomeFen();
        return older > 0 ? Optional.of(older) : Optional.empty();
    }

    static BookYear calendar(int year) {
        return new BookYear(BookYear.Basis.CALENDAR, year);
    }

    private static Optional<Difference> difference(Fund fund, long book, Carried carried) {
        if (carried == null) {
            return book == 0 ? Optional.empty() : Optional.of(found(fund, book, null, Finding.NOT_CARRIED_OVER));
        }
        if (carried.fen() != book) {
            return Optional.of(found(fund, book, carried, Finding.BOOKS_CHANGED_SINCE));
        }
        return carried.reportedFen() == book
                ? Optional.empty()
                : Optional.of(found(fund, book, carried, Finding.REPORTED_DIFFERS));
    }

    private static Difference found(Fund fund, long book, Carried carried, Finding finding) {
        return new Difference(
                fund.programme(),
                fund.source(),
                book,
                carried == null ? null : carried.fen(),
                carried == null ? null : carried.reportedFen(),
                finding);
    }

    private Map<Fund, Long> closings(int year) {
        Map<Fund, Long> closings = new HashMap<>();
        balances.of(calendar(year)).forEach(b -> closings.put(new Fund(b.programme(), b.source()), b.closingFen()));
        return closings;
    }

    private Map<Fund, Carried> carried(int year) {
        Map<Fund, Carried> carried = new HashMap<>();
        database.list(
                        """
                        select programme, source, amount_fen, reported_fen from fund_act
                        where kind = 'CARRY_OVER' and state = 'CONFIRMED' and year = :year
                        """,
                        Map.of("year", year),
                        row -> Map.entry(
                                new Fund(row.getString(1), row.getString(2)),
                                new Carried(row.getLong(3), row.getLong(4))))
                .forEach(entry -> carried.put(entry.getKey(), entry.getValue()));
        return carried;
    }
}
