//! Files out: CSV, XLSX, work file.
