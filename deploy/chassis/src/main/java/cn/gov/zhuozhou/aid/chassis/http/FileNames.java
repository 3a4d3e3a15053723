package cn.gov.zhuozhou.aid.chassis.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names as they travel in {@code Content-Disposition} (RFC 6266, UTF-8 form), for names do not belong into URLs. */
public final class FileNames {
    private static final int LONGEST = 120;
    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*UTF-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("filename\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_FOR_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+");

    private FileNames() {}

    /** The name in a request's header; null where there is none. */
    public static String from(String contentDisposition) {
        if (contentDisposition == null) {
            return null;
        }
        Matcher extended = EXTENDED.matcher(contentDisposition);
        if (extended.find()) {
            return decoded(extended.group(1));
        }
        Matcher quoted = QUOTED.matcher(contentDisposition);
        return quoted.find() ? quoted.group(1) : null;
    }

    /** The header of an answer that is saved, never shown. */
    public static String attachment(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }

    /** Without path, control or direction characters, not too long, with the extension of what it is. */
    public static String plain(String name, String extension) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = NOT_FOR_NAMES.matcher(last).replaceAll("").strip();
        int dot = clean.lastIndexOf('.');
        String stem = dot > 0 ? clean.substring(0, dot) : clean;
        String shortened = stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem;
        return (shortened.isBlank() ? "file" : shortened) + "." + extension;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
