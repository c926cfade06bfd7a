"""Reports in FHIR R4 JSON; `report.read_fhir` is the way in."""
