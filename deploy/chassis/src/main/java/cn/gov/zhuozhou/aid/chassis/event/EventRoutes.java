package cn.gov.zhuozhou.aid.chassis.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a consumer does with each type of event; types it does not name are none of its business. */
public final class EventRoutes {
    private record Route<T>(Function<RawMessage, T> reading, Consumer<List<IncomingEvent<T>>> handler) {
        ReadMessage<T> read(RawMessage message) {
            T data = reading.apply(message);
            return new ReadMessage<>(
                    message,
                    this,
                    new IncomingEvent<>(
                            message.id(), message.type(), message.subject(), message.revision(), message.time(), data));
        }
    }

    /** A message that was read, waiting for its handler. */
    record ReadMessage<T>(RawMessage message, Route<T> route, IncomingEvent<T> event) {
        String id() {
            return event.id();
        }
    }

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
        routes.put(type, new Route<T>(message -> message.read(data), events -> events.forEach(handler)));
        return this;
    }

    /**
     * For a type whose events are handled together: those of a poll that follow each other, in their order.
     *
     * @param reading of the message's JSON, done before any event of the poll is handled; throws {@link UnreadableMessage}
     */
    public <T> EventRoutes onAll(String type, Function<JsonNode, T> reading, Consumer<List<IncomingEvent<T>>> handler) {
        routes.put(type, new Route<T>(message -> reading.apply(message.read(JsonNode.class)), handler));
        return this;
    }

    String consumer() {
        return consumer;
    }

    /** Empty for a type nobody asked for; throws {@link UnreadableMessage} for a message nobody could read. */
    Optional<ReadMessage<?>> read(RawMessage message) {
        Route<?> route = routes.get(message.type());
        return route == null ? Optional.empty() : Optional.of(route.read(message));
    }

    static void handle(List<ReadMessage<?>> messages) {
        int from = 0;
        for (int i = 1; i <= messages.size(); i++) {
            boolean ends = i == messages.size()
                    || !messages.get(i).route().equals(messages.get(from).route());
            if (ends) {
                handle(messages.get(from).route(), messages.subList(from, i));
                from = i;
            }
        }
    }

    @SuppressWarnings("unchecked") // the events of a route were read by it
    private static <T> void handle(Route<T> route, List<ReadMessage<?>> messages) {
        List<IncomingEvent<T>> events = new ArrayList<>(messages.size());
        messages.forEach(message -> events.add((IncomingEvent<T>) message.event()));
        route.handler().accept(events);
    }
}
