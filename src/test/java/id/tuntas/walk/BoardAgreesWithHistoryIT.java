package id.tuntas.walk;

import id.tuntas.TuntasTest;
import org.springframework.test.context.TestPropertySource;

/** Five hundred cases. */
@TuntasTest
// a context of its own: months pass here
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:board;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512")
class BoardAgreesWithHistoryIT extends BoardAgreesWithHistory {

    @Override
    int cases() {
        return Integer.getInteger("tuntas.cases", 500);
    }
}
