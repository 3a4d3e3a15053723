package cn.gov.zhuozhou.aid.chassis.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a consumer does with each type of event; types it does not name are none of its business. */
public final class EventRoutes {
    private record Route<T>(Class<T> data, Consumer<IncomingEvent<T>> handler) {}

    private final String consumer;
    private final Map<String, Route<?>> routes = new HashMap<>();

    private EventRoutes(String consumer) {
        this.consumer = consumer;
    }

    /** Begins the routes of a consumer; under its stable name an event is handled once. */
    public static EventRoutes of(String consumer) {
        return new EventRoutes(consumer);
    }

    public <T> EventRoutes on(String type, Class<T> data, Consumer<IncomingEvent<T>> handler) {
        routes.put(type, new Route<>(data, handler));
        return this;
    }

    String consumer() {
        return consumer;
    }

    Set<String> types() {
        return routes.keySet();
    }

    /** Reads the message now and returns the work to do; throws {@link UnreadableMessage} for one nobody could read. */
    Runnable prepare(RawMessage message) {
        Route<?> route = routes.get(message.type());
        return route == null ? null : prepare(route, message);
    }

    private static <T> Runnable prepare(Route<T> route, RawMessage message) {
        T data = message.read(route.data());
        var event = new IncomingEvent<>(
                message.id(), message.type(), message.subject(), message.revision(), message.time(), data);
        return () -> route.handler().accept(event);
    }
}
