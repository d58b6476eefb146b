package id.tuntas.board;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What clocks are put together by. An agency is one of its district: ids are the same in all of them. */
public enum By {
    STEP("c.step_id"),
    STAGE("c.stage_id"),
    AGENCY("c.district_id, c.agency_id"),
    DISTRICT("c.district_id");

    private final String columns;

    By(String columns) {
        this.columns = columns;
    }

    /** What of a place counts here; the rest is null. */
    public Place of(Place place) {
        return switch (this) {
            case STEP -> new Place(null, null, null, place.stepId());
            case STAGE -> new Place(null, null, place.stageId(), null);
            case AGENCY -> new Place(place.districtId(), place.agencyId(), null, null);
            case DISTRICT -> new Place(place.districtId(), null, null, null);
        };
    }

    /** The filter narrowed to one place of {@link #of}. */
    public BoardFilter narrow(BoardFilter filter, Place place) {
        return switch (this) {
            case STEP -> filter.with(Field.STEP, place.stepId());
            case STAGE -> filter.with(Field.STAGE, place.stageId() == null ? Field.NONE : place.stageId());
            case AGENCY ->
                DISTRICT.narrow(filter, place)
                        .with(Field.AGENCY, place.agencyId() == null ? Field.NONE : place.agencyId());
            case DISTRICT -> filter.districts().size() > 1 ? filter.with(Field.DISTRICT, place.districtId()) : filter;
        };
    }

    String columns() {
        return columns;
    }

    Place place(ResultSet row) throws SQLException {
        return switch (this) {
            case STEP -> new Place(null, null, null, row.getString("step_id"));
            case STAGE -> new Place(null, null, row.getString("stage_id"), null);
            case AGENCY -> new Place(row.getString("district_id"), row.getString("agency_id"), null, null);
            case DISTRICT -> new Place(row.getString("district_id"), null, null, null);
        };
    }
}
