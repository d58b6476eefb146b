package id.tuntas.notify;

import java.util.UUID;

class DigestsTest extends DigestsContract {

    @Override
    NotifyBench open() {
        return new NotifyBench("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=20000", "sa");
    }
}
