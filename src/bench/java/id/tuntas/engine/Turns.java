package id.tuntas.engine;

/**
 * Lets the jobs of one engine run at a time. Two engines that take turns of a few seconds meet the same machine, whatever else it
 * has to do; one after the other they may not.
 */
final class Turns {

    private String turn;
    private int running;

    /** Runs a job when it is the engine's turn. */
    void run(String engine, Runnable job) {
        begin(engine);
        try {
            job.run();
        } finally {
            end();
        }
    }

    /** Gives the turn to an engine once the jobs of the other are through; null to none. */
    synchronized void give(String engine) {
        turn = null;
        while (running > 0) {
            pause();
        }
        turn = engine;
        notifyAll();
    }

    private synchronized void begin(String engine) {
        while (!engine.equals(turn)) {
            pause();
        }
        running++;
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another engine had its turn", e);
        }
    }
}
