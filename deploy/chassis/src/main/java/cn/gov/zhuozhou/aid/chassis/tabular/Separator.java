package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.List;

/** Guesses what separates the cells of a CSV text: the candidate most often seen outside quotes in one of its first lines. */
final class Separator {
    private static final List<Character> CANDIDATES = List.of(',', '\t', ';');

    private Separator() {}

    static char guess(String sample) {
        char best = ',';
        long most = 0;
        List<String> lines = sample.lines().limit(HeaderFinder.ROWS).toList();
        for (char candidate : CANDIDATES) {
            for (String line : lines) {
                long count = countOutsideQuotes(line, candidate);
                if (count > most) {
                    most = count;
                    best = candidate;
                }
            }
        }
        return best;
    }

    private static long countOutsideQuotes(String line, char wanted) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                count++;
            }
        }
        return count;
    }
}
