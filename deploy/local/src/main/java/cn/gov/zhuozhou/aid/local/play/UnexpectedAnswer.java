package cn.gov.zhuozhou.aid.local.play;

/** A service did not do what it was asked; the text is the problem it answered with. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String method, String path, Answer answer) {
        super("%s %s → %d %s %s"
                .formatted(
                        method,
                        path,
                        answer.status(),
                        answer.body().path("title").asText(),
                        answer.body().path("detail").asText()));
    }
}
