package cn.gov.zhuozhou.aid.registry.feed.row;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words a code goes by in files. Spaces and width of characters make no difference. */
final class CodeTable<T> {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");

    private final Map<String, T> codes = new HashMap<>();

    CodeTable<T> with(T code, String... words) {
        Arrays.stream(words).forEach(word -> codes.put(plain(word), code));
        return this;
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
