CREATE TABLE "directory"."heap" (
	"municipality_id" integer NOT NULL,
	"level" smallint NOT NULL,
	"col" integer NOT NULL,
	"row" integer NOT NULL,
	"kind" text NOT NULL,
	"slot" integer NOT NULL,
	"count" integer NOT NULL,
	"x" double precision NOT NULL,
	"y" double precision NOT NULL,
	CONSTRAINT "heap_municipality_id_level_col_row_kind_slot_pk" PRIMARY KEY("municipality_id","level","col","row","kind","slot")
);
