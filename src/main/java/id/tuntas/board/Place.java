package id.tuntas.board;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a clock belongs; what it is not put together by is null, and so is what a clock lacks. */
public record Place(String districtId, String agencyId, String stageId, String stepId) {

    static Place of(ResultSet row) throws SQLException {
        return new Place(
                row.getString("district_id"),
                row.getString("agency_id"),
                row.getString("stage_id"),
                row.getString("step_id"));
    }
}
