package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.feed.WordingChanges.WordsFrom;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How each provider writes his files: an administrator adapts it to another county's headers and words. */
@Path("/api/v1/feeds")
@RunOnVirtualThread
class WordingResource {
    record ColumnView(String column, boolean required, List<String> headers) {}

    record ColumnsView(String source, LocalDate on, List<ColumnView> columns) {}

    record CodeView(String code, List<String> words) {}

    record CodeSetView(String set, List<CodeView> codes) {}

    record CodesView(String source, LocalDate on, List<CodeSetView> sets) {}

    record HeadersRequest(
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 60) String> headers,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 500) String reason) {}

    record WordsRequest(
            @NotNull @Size(max = 100) List<@NotBlank @Size(max = 60) String> words,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    Wordings wordings;

    @Inject
    WordingChanges changes;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    /** @param on the day the headers hold on; today where nothing is said */
    @GET
    @Path("{source}/columns")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Response columns(@PathParam("source") String source, @QueryParam("on") LocalDate on) {
        currentActor.requireBureau();
        Feed feed = feed(source);
        LocalDate day = on == null ? clock.today() : on;
        Map<String, List<String>> headers = wordings.inForce(feed, day).get(Wordings.HEADERS);
        List<ColumnView> columns =
                Wording.of(feed.rows(), feed.knowsChanges(), headers, Map.of()).layout().columns().stream()
                        .map(column -> new ColumnView(column.name(), column.required(), headers.get(column.name())))
                        .toList();
        return Versions.seen(new ColumnsView(feed.code(), day, columns), changes.version(feed));
    }

    @PUT
    @Path("{source}/columns/{column}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public Response change(
            @PathParam("source") String source,
            @PathParam("column") String column,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid HeadersRequest request) {
        List<String> headers = compared(request.headers(), Column::plain);
        return change(
                source,
                new WordsFrom(Wordings.HEADERS, column, headers, request.validFrom(), request.reason()),
                ifMatch);
    }

    /** @param on the day the words hold on; today where nothing is said */
    @GET
    @Path("{source}/codes")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Response codes(@PathParam("source") String source, @QueryParam("on") LocalDate on) {
        currentActor.requireBureau();
        Feed feed = feed(source);
        LocalDate day = on == null ? clock.today() : on;
        var words = wordings.inForce(feed, day);
        words.remove(Wordings.HEADERS);
        List<CodeSetView> sets = words.entrySet().stream()
                .map(set -> new CodeSetView(
                        set.getKey(),
                        set.getValue().entrySet().stream()
                                .map(code -> new CodeView(code.getKey(), code.getValue()))
                                .toList()))
                .toList();
        return Versions.seen(new CodesView(feed.code(), day, sets), changes.version(feed));
    }

    @PUT
    @Path("{source}/codes/{set}/{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public Response change(
            @PathParam("source") String source,
            @PathParam("set") String set,
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WordsRequest request) {
        if (Wordings.HEADERS.equals(set)) {
            throw ProblemException.notFound();
        }
        List<String> words = compared(request.words(), Wording::plainWord);
        return change(source, new WordsFrom(set, code, words, request.validFrom(), request.reason()), ifMatch);
    }

    private static List<String> compared(List<String> words, UnaryOperator<String> plain) {
        return words.stream().map(plain).filter(word -> !word.isEmpty()).toList();
    }

    private Response change(String source, WordsFrom change, String ifMatch) {
        var actor = currentActor.requireBureau();
        long version = changes.change(feed(source), change, ifMatch, actor);
        return Response.noContent().tag(Versions.tag(version)).build();
    }

    private static Feed feed(String code) {
        return Feed.of(code).orElseThrow(() -> new ProblemException(RegistryProblem.UNKNOWN_FEED));
    }
}
