package cn.gov.zhuozhou.aid.chassis.problem;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.Text.Language;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Writes problem responses in the language the caller prefers, Chinese where none was named. */
@ApplicationScoped
public class ProblemResponses {
    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    public Response of(ProblemException refused, HttpHeaders headers) {
        return of(refused.kind(), refused.detail(), refused.errors(), headers);
    }

    public Response of(ProblemKind kind, Text detail, List<FieldError> errors, HttpHeaders headers) {
        Language language = languageOf(headers);
        var parts = errors.stream()
                .map(e -> new Problem.Part(e.field(), e.code(), e.expected().in(language)))
                .toList();
        var body = new Problem(
                kind.type(),
                kind.title().in(language),
                kind.status(),
                detail.in(language),
                "urn:uuid:" + Ids.next(),
                parts);
        if (kind.status() >= 500) {
            LOG.errorf("%s answered as %s", kind.type(), body.instance());
        }
        return Response.status(kind.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language == Language.EN ? "en" : "zh-CN")
                .entity(body)
                .build();
    }

    static Language languageOf(HttpHeaders headers) {
        Locale first = headers == null || headers.getAcceptableLanguages().isEmpty()
                ? Locale.SIMPLIFIED_CHINESE
                : headers.getAcceptableLanguages().getFirst();
        return "en".equals(first.getLanguage()) ? Language.EN : Language.ZH;
    }
}
