package cn.gov.zhuozhou.aid.registry.feed.row;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words a code goes by in files. Spaces and width of characters make no difference. */
final class CodeTable<T> {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");

    private final Map<String, T> codes = new LinkedHashMap<>();

    CodeTable<T> with(T code, String... words) {
        Arrays.stream(words).forEach(word -> codes.put(plain(word), code));
        return this;
    }

    /** The words by the name of the code they stand for. */
    Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        codes.forEach((word, code) ->
                words.computeIfAbsent(code.toString(), c -> new ArrayList<>()).add(word));
        return words;
    }

    /** The same codes under other words; what is no code of this table is left out. */
    CodeTable<T> reworded(Map<String, List<String>> words) {
        Map<String, T> byName = new HashMap<>();
        codes.values().forEach(code -> byName.put(code.toString(), code));
        CodeTable<T> reworded = new CodeTable<>();
        words.forEach((name, its) -> {
            if (byName.containsKey(name)) {
                reworded.with(byName.get(name), its.toArray(String[]::new));
            }
        });
        return reworded;
    }

    Optional<T> find(String word) {
        T found = codes.get(word);
        return found != null ? Optional.of(found) : Optional.ofNullable(codes.get(plain(word)));
    }

    /** The codes of a cell holding several words, in order; an empty place for each unknown one. */
    List<Optional<T>> findAll(String words, Pattern separator) {
        return separator
                .splitAsStream(words)
                .filter(word -> !word.isBlank())
                .map(this::find)
                .toList();
    }

    static String plain(String word) {
        return SPACE.matcher(Normalizer.normalize(word, Normalizer.Form.NFKC)).replaceAll("");
    }
}
