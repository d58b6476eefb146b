package id.tuntas.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Everything that was published, from whatever thread. */
class RecordedEvents {

    private final List<AccessEvent> all = new CopyOnWriteArrayList<>();

    @EventListener
    void on(AccessEvent event) {
        all.add(event);
    }

    List<AccessEvent> of(String userId) {
        return all.stream().filter(event -> userId.equals(event.userId())).toList();
    }
}
