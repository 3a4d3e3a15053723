package cn.gov.zhuozhou.aid.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Has the description of the interface name the header at every POST that takes it. A resource method that hands its work to an
 * {@link Idempotent} one names it itself, by {@code @Parameter(ref = IdempotencyKey.REFERENCE)}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyKey implements OASFilter {
    public static final String REFERENCE = "IdempotencyKey";

    static final String HEADER = "Idempotency-Key";

    private final IndexView index;

    public IdempotencyKey(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI described) {
        if (described.getComponents() == null) {
            described.setComponents(OASFactory.createComponents());
        }
        described
                .getComponents()
                .addParameter(
                        REFERENCE,
                        OASFactory.createParameter()
                                .name(HEADER)
                                .in(Parameter.In.HEADER)
                                .required(true)
                                .description("一次请求一个键；重发时用同一个键，得到同一答复。"
                                        + " One key per request; sent again with the same key it gets the same answer.")
                                .schema(OASFactory.createSchema()
                                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                                        .maxLength(IdempotentInterceptor.LONGEST_KEY)));
        index.getAnnotations(Idempotent.class).stream()
                .map(AnnotationInstance::target)
                .flatMap(marked -> marked.kind() == AnnotationTarget.Kind.CLASS
                        ? marked.asClass().methods().stream()
                        : Stream.of(marked.asMethod()))
                .filter(method -> method.hasAnnotation(POST.class))
                .flatMap(this::addresses)
                .forEach(address -> takesKey(described.getPaths().getPathItem(address)));
    }

    /** Once, though the filter is asked more than once about the same description. */
    private static void takesKey(PathItem path) {
        Parameter key = OASFactory.createParameter().ref(REFERENCE);
        boolean named = Optional.ofNullable(path.getPOST().getParameters()).orElse(List.of()).stream()
                .anyMatch(parameter -> key.getRef().equals(parameter.getRef()));
        if (!named) {
            path.getPOST().addParameter(key);
        }
    }

    /** One for each resource that has the method, be it inherited. */
    private Stream<String> addresses(MethodInfo method) {
        ClassInfo declaring = method.declaringClass();
        return Stream.concat(Stream.of(declaring), index.getAllKnownSubclasses(declaring.name()).stream())
                .filter(resource -> resource.hasDeclaredAnnotation(Path.class))
                .map(resource -> address(resource, method));
    }

    private static String address(ClassInfo resource, MethodInfo method) {
        return Stream.of(resource.declaredAnnotation(Path.class), method.annotation(Path.class))
                .filter(path -> path != null)
                .map(AnnotationInstance::value)
                .flatMap(path -> Arrays.stream(path.asString().split("/")))
                .filter(part -> !part.isEmpty())
                .map(part -> "/" + part)
                .collect(Collectors.joining());
    }
}
