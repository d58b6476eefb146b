package id.tuntas.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people at the same button, or one whose finger is too quick. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Does all of it at the same moment, each in a thread of its own.
     *
     * @return what came of each, in the order given
     * @throws ExecutionException if one of them fails
     */
    public static <T> List<T> press(List<Callable<T>> presses) throws ExecutionException, InterruptedException {
        var everybody = new CyclicBarrier(presses.size());
        ExecutorService hands = Executors.newFixedThreadPool(presses.size());
        try {
            List<Callable<T>> together = presses.stream()
                    .<Callable<T>>map(press -> () -> {
                        everybody.await();
                        return press.call();
                    })
                    .toList();
            List<T> outcomes = new ArrayList<>();
            for (Future<T> press : hands.invokeAll(together)) {
                outcomes.add(press.get());
            }
            return outcomes;
        } finally {
            hands.shutdown();
        }
    }
}
