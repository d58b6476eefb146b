package id.tuntas.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;

/**
 * Says which field of a body cannot be read. Jackson's own mappers would answer with names of classes.
 *
 * @param <E> Jackson's two exceptions, for which it brings mappers
 */
abstract class BodyMapper<E extends JsonProcessingException> implements ExceptionMapper<E> {

    @Override
    public Response toResponse(E thrown) {
        String message = "Isi permintaan tidak dapat dibaca" + place(thrown) + ".";
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Map.of("type", StepRefusal.class.getSimpleName(), "message", message))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static String place(JsonProcessingException thrown) {
        if (!(thrown instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null && name.matches("\\w{1,80}"))
                .reduce((outer, inner) -> inner)
                .map(name -> " pada isian \"" + name + "\"")
                .orElse("");
    }

    /** For a value of the wrong type. */
    @Priority(1)
    static final class OfMapping extends BodyMapper<JsonMappingException> {}

    /** For what is no JSON. */
    @Priority(1)
    static final class OfParsing extends BodyMapper<JsonParseException> {}
}
