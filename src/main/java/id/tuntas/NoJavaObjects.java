package id.tuntas;

import java.io.ObjectInputFilter;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Nothing in this process is ever read by Java deserialization: not by the engine, not by a library. Set before anything
 * else starts, and for the whole process, so also in every test. A filter of the operator ({@code -Djdk.serialFilter})
 * stays.
 */
class NoJavaObjects implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        synchronized (NoJavaObjects.class) {
            if (ObjectInputFilter.Config.getSerialFilter() == null) {
                ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
            }
        }
    }
}
