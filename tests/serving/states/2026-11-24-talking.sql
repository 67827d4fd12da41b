-- schema
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "accounts_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "display_name" varchar(80) NOT NULL, "about" varchar(500) NOT NULL, "is_sample" bool NOT NULL);
CREATE TABLE "accounts_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_readinggroup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL, "slug" varchar(120) NOT NULL UNIQUE, "description" text NOT NULL, "created_at" datetime NOT NULL);
CREATE TABLE "accounts_signinlink" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "digest" varchar(64) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "used_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_membership" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "is_leader" bool NOT NULL, "joined_at" datetime NOT NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NOT NULL REFERENCES "accounts_readinggroup" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "membership_once" UNIQUE ("group_id", "person_id"));
CREATE TABLE "accounts_audience" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "person_id" bigint NULL UNIQUE REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NULL UNIQUE REFERENCES "accounts_readinggroup" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "audience_names_its_own" CHECK ((("group_id" IS NULL AND "kind" IN ('everyone', 'members') AND "person_id" IS NULL) OR ("group_id" IS NOT NULL AND "kind" = 'group' AND "person_id" IS NULL) OR ("group_id" IS NULL AND "kind" = 'person' AND "person_id" IS NOT NULL))));
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
CREATE TABLE "articles_article" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(120) NOT NULL UNIQUE, "title" varchar(300) NOT NULL, "standfirst" text NOT NULL, "byline" varchar(300) NOT NULL, "byline_note" text NOT NULL, "published" varchar(16) NOT NULL, "updated" varchar(16) NOT NULL, "language" varchar(35) NOT NULL, "source_url" varchar(1000) NOT NULL, "is_sample" bool NOT NULL, "created_at" datetime NOT NULL, "changed_at" datetime NOT NULL, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "created_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "current_revision_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_articleslug" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(120) NOT NULL UNIQUE, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "source" text NOT NULL, "note" varchar(300) NOT NULL, "renderer" smallint unsigned NOT NULL CHECK ("renderer" >= 0), "length" integer unsigned NOT NULL CHECK ("length" >= 0), "words" integer unsigned NOT NULL CHECK ("words" >= 0), "created_at" datetime NOT NULL, "published_at" datetime NULL, "withdrawn_at" datetime NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "created_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "revision_number_once" UNIQUE ("article_id", "number"), CONSTRAINT "revision_withdrawn_after_published" CHECK (("withdrawn_at" IS NULL OR "published_at" IS NOT NULL)));
CREATE TABLE "articles_block" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(12) NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "number" integer unsigned NULL CHECK ("number" >= 0), "kind" varchar(12) NOT NULL, "level" smallint unsigned NOT NULL CHECK ("level" >= 0), "text" text NOT NULL, "html" text NOT NULL, "attrs" text NOT NULL CHECK ((JSON_VALID("attrs") OR "attrs" IS NULL)), "start" integer unsigned NOT NULL CHECK ("start" >= 0), "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "block_position_once" UNIQUE ("revision_id", "position"), CONSTRAINT "block_key_once" UNIQUE ("revision_id", "key"));
CREATE TABLE "annotations_moderationentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "thread" char(32) NOT NULL, "annotation" char(32) NULL, "by" bigint NULL, "act" varchar(10) NOT NULL, "reason" varchar(300) NOT NULL, "before" varchar(10) NOT NULL, "after" varchar(10) NOT NULL, "version" integer unsigned NULL CHECK ("version" >= 0), "digest" varchar(64) NOT NULL, "at" datetime NOT NULL);
CREATE TABLE "annotations_placement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "outcome" varchar(10) NOT NULL, "review" varchar(10) NOT NULL, "start_key" varchar(12) NOT NULL, "start_offset" integer unsigned NOT NULL CHECK ("start_offset" >= 0), "end_key" varchar(12) NOT NULL, "end_offset" integer unsigned NOT NULL CHECK ("end_offset" >= 0), "anchor_id" bigint NOT NULL REFERENCES "annotations_anchor" ("id") DEFERRABLE INITIALLY DEFERRED, "from_revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "until_revision_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(100) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "description" text NOT NULL, "accepted_at" datetime NULL, "created_at" datetime NOT NULL, "broader_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, "proposed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicname" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "key" varchar(160) NOT NULL UNIQUE, "is_alias" bool NOT NULL, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicslug" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(100) NOT NULL UNIQUE, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_annotationversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "kind" varchar(12) NOT NULL, "body" text NOT NULL, "digest" varchar(64) NOT NULL, "created_at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "version_number_once" UNIQUE ("annotation_id", "number"));
CREATE TABLE "annotations_counter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "events" bigint unsigned NOT NULL CHECK ("events" >= 0), "threads" integer unsigned NOT NULL CHECK ("threads" >= 0), "readable" integer unsigned NOT NULL CHECK ("readable" >= 0), "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "counter_once" UNIQUE ("article_id", "audience_id"));
CREATE TABLE "annotations_report" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reason" varchar(14) NOT NULL, "text" varchar(1000) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "created_at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "report_once_a_person" UNIQUE ("annotation_id", "by_id"));
CREATE TABLE "annotations_thread" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "audience_kind" varchar(10) NOT NULL, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "readable_count" integer unsigned NOT NULL CHECK ("readable_count" >= 0), "opened_at" datetime NOT NULL, "active_at" datetime NOT NULL, "locked_at" datetime NULL, "resolved_at" datetime NULL, "resolved_reason" varchar(300) NOT NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "thread_number_once" UNIQUE ("article_id", "audience_id", "number"));
CREATE TABLE "annotations_event" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" bigint unsigned NOT NULL CHECK ("seq" >= 0), "kind" varchar(10) NOT NULL, "at" datetime NOT NULL, "actor_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "annotation_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "event_seq_once" UNIQUE ("article_id", "audience_id", "seq"));
CREATE TABLE "annotations_annotation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "kind" varchar(12) NOT NULL, "body" text NOT NULL, "body_html" text NOT NULL, "renderer" smallint unsigned NOT NULL CHECK ("renderer" >= 0), "version" integer unsigned NOT NULL CHECK ("version" >= 0), "moderation" varchar(10) NOT NULL, "moderation_reason" varchar(300) NOT NULL, "withdrawn_at" datetime NULL, "submission" char(32) NOT NULL, "created_at" datetime NOT NULL, "edited_at" datetime NULL, "author_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "annotation_submission_once" UNIQUE ("author_id", "submission"));
CREATE TABLE "annotations_anchor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ordinal" smallint unsigned NOT NULL CHECK ("ordinal" >= 0), "role" varchar(6) NOT NULL, "is_whole_block" bool NOT NULL, "quote" text NOT NULL, "prefix" varchar(32) NOT NULL, "suffix" varchar(32) NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "anchor_ordinal_once" UNIQUE ("annotation_id", "ordinal"), CONSTRAINT "anchor_not_reversed" CHECK ("start" < ("end")));
CREATE TABLE "annotations_assignment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "assignment_once" UNIQUE ("annotation_id", "topic_id"));
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE UNIQUE INDEX "accounts_user_groups_user_id_group_id_59c0b32f_uniq" ON "accounts_user_groups" ("user_id", "group_id");
CREATE INDEX "accounts_user_groups_user_id_52b62117" ON "accounts_user_groups" ("user_id");
CREATE INDEX "accounts_user_groups_group_id_bd11a704" ON "accounts_user_groups" ("group_id");
CREATE UNIQUE INDEX "accounts_user_user_permissions_user_id_permission_id_2ab516c2_uniq" ON "accounts_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "accounts_user_user_permissions_user_id_e4f0a161" ON "accounts_user_user_permissions" ("user_id");
CREATE INDEX "accounts_user_user_permissions_permission_id_113bb443" ON "accounts_user_user_permissions" ("permission_id");
CREATE INDEX "accounts_signinlink_user_id_a6b02f6b" ON "accounts_signinlink" ("user_id");
CREATE INDEX "accounts_membership_person_id_cd00e383" ON "accounts_membership" ("person_id");
CREATE INDEX "accounts_membership_group_id_ae835a10" ON "accounts_membership" ("group_id");
CREATE UNIQUE INDEX "audience_one_everyone_one_members" ON "accounts_audience" ("kind") WHERE "kind" IN ('everyone', 'members');
CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id");
CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email");
CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified";
CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id");
CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email");
CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary";
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE INDEX "articles_article_audience_id_965b3526" ON "articles_article" ("audience_id");
CREATE INDEX "articles_article_created_by_id_b1067734" ON "articles_article" ("created_by_id");
CREATE INDEX "articles_articleslug_article_id_d532995b" ON "articles_articleslug" ("article_id");
CREATE INDEX "articles_article_current_revision_id_d0438cd9" ON "articles_article" ("current_revision_id");
CREATE INDEX "articles_revision_article_id_2d2af917" ON "articles_revision" ("article_id");
CREATE INDEX "articles_revision_created_by_id_f53be0ac" ON "articles_revision" ("created_by_id");
CREATE INDEX "articles_block_article_id_e7879199" ON "articles_block" ("article_id");
CREATE INDEX "articles_block_revision_id_694556bc" ON "articles_block" ("revision_id");
CREATE INDEX "block_by_key" ON "articles_block" ("article_id", "key", "revision_id" DESC);
CREATE INDEX "article_newest" ON "articles_article" ("published" DESC, "id" DESC);
CREATE INDEX "annotations_placement_anchor_id_233eb163" ON "annotations_placement" ("anchor_id");
CREATE INDEX "annotations_placement_from_revision_id_a044eef6" ON "annotations_placement" ("from_revision_id");
CREATE INDEX "annotations_placement_until_revision_id_a4537a8c" ON "annotations_placement" ("until_revision_id");
CREATE INDEX "annotations_placement_thread_id_feef30f2" ON "annotations_placement" ("thread_id");
CREATE INDEX "annotations_topic_broader_id_c938ef26" ON "annotations_topic" ("broader_id");
CREATE INDEX "annotations_topic_proposed_by_id_687293df" ON "annotations_topic" ("proposed_by_id");
CREATE INDEX "annotations_topicname_topic_id_328a918b" ON "annotations_topicname" ("topic_id");
CREATE INDEX "annotations_topicslug_topic_id_a6656b23" ON "annotations_topicslug" ("topic_id");
CREATE INDEX "annotations_annotationversion_annotation_id_01782525" ON "annotations_annotationversion" ("annotation_id");
CREATE INDEX "annotations_counter_article_id_bf9f6c6e" ON "annotations_counter" ("article_id");
CREATE INDEX "annotations_counter_audience_id_9675767c" ON "annotations_counter" ("audience_id");
CREATE INDEX "annotations_report_annotation_id_1b1f29af" ON "annotations_report" ("annotation_id");
CREATE INDEX "annotations_report_by_id_b7fa370a" ON "annotations_report" ("by_id");
CREATE INDEX "annotations_thread_article_id_6bd7f7ef" ON "annotations_thread" ("article_id");
CREATE INDEX "annotations_thread_audience_id_cfa8a88e" ON "annotations_thread" ("audience_id");
CREATE INDEX "annotations_thread_resolved_by_id_cec92cb8" ON "annotations_thread" ("resolved_by_id");
CREATE INDEX "thread_newest" ON "annotations_thread" ("article_id", "audience_id", "id" DESC);
CREATE INDEX "thread_active" ON "annotations_thread" ("article_id", "audience_id", "active_at" DESC);
CREATE INDEX "placement_by_block" ON "annotations_placement" ("start_key", "start_offset") WHERE "until_revision_id" IS NULL;
CREATE UNIQUE INDEX "placement_one_current" ON "annotations_placement" ("anchor_id") WHERE "until_revision_id" IS NULL;
CREATE INDEX "annotations_event_actor_id_ce2cfa2f" ON "annotations_event" ("actor_id");
CREATE INDEX "annotations_event_annotation_id_9f9481af" ON "annotations_event" ("annotation_id");
CREATE INDEX "annotations_event_article_id_aa57bfad" ON "annotations_event" ("article_id");
CREATE INDEX "annotations_event_audience_id_31919ec9" ON "annotations_event" ("audience_id");
CREATE INDEX "annotations_event_thread_id_22c72846" ON "annotations_event" ("thread_id");
CREATE INDEX "event_pace" ON "annotations_event" ("actor_id", "at");
CREATE INDEX "annotations_annotation_author_id_067f2aea" ON "annotations_annotation" ("author_id");
CREATE INDEX "annotations_annotation_thread_id_5b8f0b48" ON "annotations_annotation" ("thread_id");
CREATE INDEX "annotations_annotation_parent_id_ca0a5b18" ON "annotations_annotation" ("parent_id");
CREATE INDEX "annotation_by_author" ON "annotations_annotation" ("author_id", "id" DESC);
CREATE UNIQUE INDEX "annotation_one_opening" ON "annotations_annotation" ("thread_id") WHERE "parent_id" IS NULL;
CREATE INDEX "annotations_anchor_revision_id_8de610e3" ON "annotations_anchor" ("revision_id");
CREATE INDEX "annotations_anchor_annotation_id_efef9f07" ON "annotations_anchor" ("annotation_id");
CREATE INDEX "annotations_anchor_thread_id_a0da5c5e" ON "annotations_anchor" ("thread_id");
CREATE INDEX "annotations_assignment_annotation_id_c6e1dc6c" ON "annotations_assignment" ("annotation_id");
CREATE INDEX "annotations_assignment_by_id_0c92eb56" ON "annotations_assignment" ("by_id");
CREATE INDEX "annotations_assignment_topic_id_e4c116cf" ON "annotations_assignment" ("topic_id");
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE TRIGGER moderation_log_no_update BEFORE update ON annotations_moderationentry
    BEGIN SELECT RAISE(ABORT, 'the moderation log is append-only'); END;
CREATE TRIGGER moderation_log_no_delete BEFORE delete ON annotations_moderationentry
    BEGIN SELECT RAISE(ABORT, 'the moderation log is append-only'); END;
-- migrations
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (1, 'contenttypes', '0001_initial', '2026-11-24 09:53:58.630958');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (2, 'contenttypes', '0002_remove_content_type_name', '2026-11-24 09:53:58.646202');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (3, 'auth', '0001_initial', '2026-11-24 09:53:58.669198');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (4, 'auth', '0002_alter_permission_name_max_length', '2026-11-24 09:53:58.685272');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (5, 'auth', '0003_alter_user_email_max_length', '2026-11-24 09:53:58.691999');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (6, 'auth', '0004_alter_user_username_opts', '2026-11-24 09:53:58.703754');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (7, 'auth', '0005_alter_user_last_login_null', '2026-11-24 09:53:58.715762');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (8, 'auth', '0006_require_contenttypes_0002', '2026-11-24 09:53:58.725217');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-24 09:53:58.731808');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (10, 'auth', '0008_alter_user_username_max_length', '2026-11-24 09:53:58.749292');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-24 09:53:58.760010');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (12, 'auth', '0010_alter_group_name_max_length', '2026-11-24 09:53:58.772341');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (13, 'auth', '0011_update_proxy_permissions', '2026-11-24 09:53:58.783613');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-24 09:53:58.797974');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (15, 'accounts', '0001_beginning', '2026-11-24 09:53:58.910467');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (16, 'account', '0001_initial', '2026-11-24 09:53:58.958651');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (17, 'account', '0002_email_max_length', '2026-11-24 09:53:58.978542');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-24 09:53:59.010952');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-24 09:53:59.038637');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (20, 'account', '0005_emailaddress_idx_upper_email', '2026-11-24 09:53:59.051679');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (21, 'account', '0006_emailaddress_lower', '2026-11-24 09:53:59.085401');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (22, 'account', '0007_emailaddress_idx_email', '2026-11-24 09:53:59.146172');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-24 09:53:59.170648');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (24, 'account', '0009_emailaddress_unique_primary_email', '2026-11-24 09:53:59.202155');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (25, 'admin', '0001_initial', '2026-11-24 09:53:59.233229');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (26, 'admin', '0002_logentry_remove_auto_add', '2026-11-24 09:53:59.265806');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (27, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-24 09:53:59.293370');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (28, 'articles', '0001_beginning', '2026-11-24 09:53:59.679954');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (29, 'annotations', '0001_beginning', '2026-11-24 09:54:00.698081');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (30, 'annotations', '0002_moderation_log_is_append_only', '2026-11-24 09:54:00.882689');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (31, 'django_tasks_database', '0001_initial', '2026-11-24 09:54:00.890378');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (32, 'django_tasks_database', '0002_alter_dbtaskresult_options', '2026-11-24 09:54:00.898469');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (33, 'django_tasks_database', '0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at', '2026-11-24 09:54:00.903774');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (34, 'django_tasks_database', '0004_dbtaskresult_started_at', '2026-11-24 09:54:00.930994');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (35, 'django_tasks_database', '0005_alter_dbtaskresult_priority_and_more', '2026-11-24 09:54:00.943886');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (36, 'django_tasks_database', '0006_alter_dbtaskresult_args_kwargs_and_more', '2026-11-24 09:54:00.968161');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (37, 'django_tasks_database', '0007_add_separate_results_fields', '2026-11-24 09:54:00.979690');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (38, 'django_tasks_database', '0008_separate_results_field', '2026-11-24 09:54:00.987626');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (39, 'django_tasks_database', '0009_remove_results_field', '2026-11-24 09:54:00.994398');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (40, 'django_tasks_database', '0010_alter_dbtaskresult_status', '2026-11-24 09:54:01.000547');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (41, 'django_tasks_database', '0011_rename_complete_status', '2026-11-24 09:54:01.009485');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (42, 'django_tasks_database', '0012_add_separate_exception_fields', '2026-11-24 09:54:01.019827');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (43, 'django_tasks_database', '0013_separate_exception_fields', '2026-11-24 09:54:01.024750');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (44, 'django_tasks_database', '0014_remove_dbtaskresult_exception_data', '2026-11-24 09:54:01.034436');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (45, 'django_tasks_database', '0015_correctly_order_run_after', '2026-11-24 09:54:01.040583');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (46, 'django_tasks_database', '0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more', '2026-11-24 09:54:01.087672');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (47, 'django_tasks_database', '0017_dbtaskresult_metadata', '2026-11-24 09:54:01.094733');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (48, 'django_tasks_database', '0018_rename_succeeded_status', '2026-11-24 09:54:01.101027');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (49, 'django_tasks_database', '0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more', '2026-11-24 09:54:01.116180');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (50, 'django_tasks_database', '0020_update_db_task_result_ordering', '2026-11-24 09:54:01.130301');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (51, 'django_tasks_database', '0021_conditional_partial_index_ordering', '2026-11-24 09:54:01.141733');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (52, 'sessions', '0001_initial', '2026-11-24 09:54:01.144135');
-- rows
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (1, 'everyone', NULL, NULL);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (2, 'members', NULL, NULL);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (3, 'group', NULL, 1);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (4, 'person', 2, NULL);
INSERT INTO "accounts_membership" ("id", "is_leader", "joined_at", "person_id", "group_id") VALUES (1, TRUE, '2026-11-24 09:54:05.233525', 2, 1);
INSERT INTO "accounts_membership" ("id", "is_leader", "joined_at", "person_id", "group_id") VALUES (2, FALSE, '2026-11-24 09:54:05.253272', 5, 1);
INSERT INTO "accounts_readinggroup" ("id", "name", "slug", "description", "created_at") VALUES (1, 'Tuesday circle', 'tuesday', 'Reads on Tuesdays.', '2026-11-24 09:54:05.221338');
INSERT INTO "accounts_signinlink" ("id", "digest", "created_at", "expires_at", "used_at", "user_id") VALUES (1, '264097839c7b280d5dc4bb8c0b51448bdff95b2d813bdf6056fff748112d1466', '2026-11-24 09:54:05.261391', '2026-11-25 09:54:05.261160', NULL, 2);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (1, '!9MhW048Fi97vESq1czr2J4uh8HvF0V5Ynv23IORV', NULL, TRUE, 'admin', '', TRUE, TRUE, '2026-11-20 09:00:00', '', '', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (2, 'scrypt$16384$vR3d1Qi3Mqjm8pCbTjszEr$8$5$RFTKOXTp9IQJ62ZBOwWzP51XBuE9D6Qr4mEjNYV2Zsf4jt2fcuB690CuPYMUb8lIaEV2d8KFrz7UI64cspMCkA==', NULL, FALSE, 'ada', 'ada@reading.example', FALSE, TRUE, '2026-11-20 09:00:00', 'Ada Weir', 'Reads slowly.', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (3, '!Fv9rPVGzhCv5xGZqQLq5tEnPxdZvaVrMji3XcCEb', NULL, FALSE, 'АDA', '', FALSE, TRUE, '2026-11-20 09:00:00', 'Not Ada', '', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (4, '!HITMq8CxO3tIuUvf23BMQTLPauLiYrkcCyOLFWDE', NULL, FALSE, 'Ada', '', FALSE, TRUE, '2026-11-20 09:00:00', '', '', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (5, '!RCYzdeUJkkXfYi2pVcGPBHJfm3Q94uRu4je39Y1m', NULL, FALSE, 'max.o', 'max@reading.example', FALSE, TRUE, '2026-11-20 09:00:00', 'Мария Ó Néill 🙂', '', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (6, 'scrypt$16384$l1yDJtdaHH970fp3L1z6Wk$8$5$HXATmjcPsQ14Dhb0QpcNViY9rW1LQu3MvKDIR7f0FkCj2epvgIi+MM2V/5r8eBB7FXp3kDDJinGdrYHPP2qGcQ==', NULL, FALSE, 'warden', '', FALSE, TRUE, '2026-11-20 09:00:00', 'Warden', '', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (7, '!Orm3psDcuYKMreSOBId0k8ThhRMO2RDoKoOBb3Yk', NULL, FALSE, 'keeper', '', FALSE, TRUE, '2026-11-20 09:00:00', '', '', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (8, '!GcJwILm14Gjb98S9VPX7mwvMI5hJJN0ze1AHdUxF', NULL, FALSE, 'gone', '', FALSE, FALSE, '2026-11-20 09:00:00', 'Gone Away', '', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample") VALUES (9, '!wsYSzqeaPA9x02jaiVZiPe3NiCoG1mBJE5jsXWyr', NULL, FALSE, 'sample-reader', '', FALSE, TRUE, '2026-11-20 09:00:00', '', '', TRUE);
INSERT INTO "accounts_user_groups" ("id", "user_id", "group_id") VALUES (1, 7, 1);
INSERT INTO "accounts_user_user_permissions" ("id", "user_id", "permission_id") VALUES (1, 6, 9);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (1, 0, 'target', FALSE, 'it leaks', 'e lock was rebuilt in 1911, and ', '. Boats wait for an hour.
Nobody', 40, 48, 1, 1, 1);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (2, 0, 'target', FALSE, 'Boats wait', ' rebuilt in 1911, and it leaks. ', ' for an hour.
Nobody asked the f', 50, 60, 1, 4, 2);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (3, 0, 'target', TRUE, 'two gates', 'he fish. — a neighbour
one gate
', '
year	boats
1911	40', 120, 129, 1, 5, 3);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (4, 0, 'target', TRUE, 'one gate', 'y asked the fish. — a neighbour
', '
two gates
year	boats
1911	40', 111, 119, 1, 6, 4);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (5, 0, 'target', FALSE, 'rebuilt in 1911', 'Water
The lock was ', ', and it leaks. Boats wait for a', 19, 34, 1, 8, 5);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (6, 0, 'target', FALSE, 'rebuilt', 'Water
The lock was ', ' in 1911, and it leaks. Boats wa', 19, 26, 1, 9, 6);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (7, 0, 'target', FALSE, 'Nobody asked', ' leaks. Boats wait for an hour.
', ' the fish. — a neighbour
one gat', 74, 86, 1, 10, 7);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (8, 0, 'target', FALSE, 'neighbour', 'our.
Nobody asked the fish. — a ', '
one gate
two gates
year	boats
1', 101, 110, 1, 12, 8);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (9, 0, 'target', FALSE, '𝛼 und 🙂', ', and it leaks. Niemand wartet; ', ' bleiben.
Nobody asked the fish.', 66, 73, 2, 13, 9);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (10, 0, 'target', FALSE, 'rebuilt', 'Water
The lock was ', ' in 1911, and it leaks. Niemand ', 19, 26, 2, 14, 10);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (11, 0, 'target', FALSE, 'it leaks', 'e lock was rebuilt in 1912, and ', '. Boats wait for an hour.
Nobody', 40, 48, 4, 15, 11);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (12, 0, 'target', FALSE, '40', ' gate
two gates
year	boats
1911	', '', 146, 148, 1, 16, 12);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (13, 0, 'target', FALSE, 'boats', 'ighbour
one gate
two gates
year	', '
1911	40', 135, 140, 1, 17, 13);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (14, 0, 'target', FALSE, 'hour', 'and it leaks. Boats wait for an ', '.
Nobody asked the fish. — a nei', 68, 72, 1, 18, 14);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (1, 'c959e608d023414aa421ec4597b10f6e', 'comment', 'It leaks *since* 1911: see [the log](https://log.example/).', '<p>It leaks <em>since</em> 1911: see <a href="https://log.example/" rel="nofollow ugc noopener">the log</a>.</p>', 1, 1, 'published', '', NULL, 'f66d83db31fe4bad991bc5a68e5c31e6', '2026-11-20 09:01:00', NULL, 2, 1, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (2, '66a0002c47e44b2985dda7467060ad4f', 'comment', 'Who measured that?', '<p>Who measured that?</p>', 1, 1, 'published', '', NULL, '698433a0533a457aa081ca6b8ace1fdb', '2026-11-20 09:02:00', NULL, 5, 1, 1);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (3, '179ae7b4516844ebad9d8b6d2d50f649', 'comment', 'The keeper did, in May.', '<p>The keeper did, in May.</p>', 1, 2, 'published', '', NULL, '0e722323635e4b91acbe715e02511685', '2026-11-20 09:03:00', '2026-11-20 09:04:00', 2, 1, 2);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (4, 'ec47f573d5e4402fb7c7a094ec4b5b57', 'comment', 'Buy boats at my shop.', '<p>Buy boats at my shop.</p>', 1, 1, 'hidden', 'Advertising.', NULL, '8b2285b5d55c4e1ca4c154f4e8aa926d', '2026-11-20 09:05:00', NULL, 3, 2, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (5, '976f67ffdd77471c99bddc1d9800e39c', 'question', 'Is this so?', '<p>Is this so?</p>', 1, 1, 'published', 'A mistake.', NULL, 'd7c2582de9c74580a748503e5c6ff8ff', '2026-11-20 09:08:00', NULL, 5, 3, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (6, '4fba419908c54acfaf477bad219d7c42', 'comment', 'I take this back.', '<p>I take this back.</p>', 1, 1, 'published', '', '2026-11-24 09:54:05.754125', '002107333b4640259c5868ae33b08499', '2026-11-20 09:09:00', NULL, 8, 4, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (7, '68d24c4a14c94d07b36a9d3a5c5ce813', 'comment', 'Why?', '<p>Why?</p>', 1, 1, 'published', '', NULL, '56805ca4a566474a81adebc3238d4fde', '2026-11-20 09:10:00', NULL, 2, 4, 6);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (8, '830bf3d9fd3b4520adff28741950875b', 'comment', 'For members only: the toll.', '<p>For members only: the toll.</p>', 1, 1, 'published', '', NULL, '6cfcb49f7c11408b8ee0374c1876d31e', '2026-11-20 09:11:00', NULL, 2, 5, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (9, '9cd822beb4e940238e010281564ccf10', 'comment', 'A private thought of Ada''s.', '<p>A private thought of Ada''s.</p>', 1, 1, 'published', '', NULL, '53e24bc64d84496bb5542faa260f1372', '2026-11-20 09:12:00', NULL, 2, 6, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (10, '214a3c979e514081adf55492e081b96b', 'comment', 'To the circle: read this first.', '<p>To the circle: read this first.</p>', 1, 1, 'published', '', NULL, '3e70f46ea23d4bf1864a5e5f53d5015e', '2026-11-20 09:13:00', NULL, 5, 7, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (11, 'e4745e6ace7442ddba48d9f2208b94be', 'comment', 'Done.', '<p>Done.</p>', 1, 1, 'published', '', NULL, '16e2123b2187457d820d58d6a749cf9c', '2026-11-20 09:14:00', NULL, 2, 7, 10);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (12, '32102903c0864ed2942e57d8352e8bcd', 'highlight', '', '', 1, 1, 'published', '', NULL, 'abedd32a5b2444818227bedab66cb28f', '2026-11-20 09:15:00', NULL, 4, 8, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (13, '7f9a3d3c4fa343748914fb9f8990585b', 'comment', '🙂 steht hier, Ünïcode auch.', '<p>🙂 steht hier, Ünïcode auch.</p>', 1, 1, 'published', '', NULL, 'f570e8988a324a46bb779b5cf9c375b1', '2026-11-20 09:16:00', NULL, 5, 9, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (14, 'fa0faabe5fc64668b411f334f8e5fa1d', 'comment', 'Locked from here on.', '<p>Locked from here on.</p>', 1, 1, 'published', '', NULL, '5cac6b2a3a1e4d43b88126ad5117fd94', '2026-11-20 09:18:00', NULL, 2, 10, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (15, 'dd1c35b73e054e358433525b67c02182', 'comment', 'Members discuss.', '<p>Members discuss.</p>', 1, 1, 'published', '', NULL, '6e30c7554d1942db885debd886ba3569', '2026-11-20 09:19:00', NULL, 2, 11, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (16, '5da950bb9c0b41d9bfd0e68c0d58c424', 'comment', 'This one is pending.', '<p>This one is pending.</p>', 1, 1, 'pending', '', NULL, 'd114813443364893934de858a85b5c13', '2026-11-20 09:21:00', NULL, 3, 12, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (17, '375b6b4d3c3a4754958fe9ca9140c40e', 'comment', 'This one is removed.', '<p>This one is removed.</p>', 1, 1, 'removed', '', NULL, '1d0a8f034c284ea391ce7679eaaa01f6', '2026-11-20 09:21:00', NULL, 3, 13, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id") VALUES (18, '6c525c5cc76840a987a5f05f7243866e', 'comment', 'Its author''s account is gone.', '<p>Its author''s account is gone.</p>', 1, 1, 'published', '', NULL, '4316716859284e29b018ba5de506b702', '2026-11-20 09:23:00', NULL, NULL, 14, NULL);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (1, 1, 'comment', 'It leaks *since* 1911: see [the log](https://log.example/).', 'c02c170d59399c57e29857bfb254368e0db7b12e1931ec93dde1c530f35f0616', '2026-11-20 09:01:00', 1);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (2, 1, 'comment', 'Who measured that?', '02dafd5e338b09f91159e51afd5793ac7af77e596478964473b0b167f48c2fd0', '2026-11-20 09:02:00', 2);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (3, 1, 'comment', 'The keeper did.

Twice.', '49732ae8c5e755fd661afff6db1b2caee0b18b08aa766cffb4f0d760c6d18d30', '2026-11-20 09:03:00', 3);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (4, 2, 'comment', 'The keeper did, in May.', 'ff6826f93d735a904dbf4484f20d8364dd2f98ef9e85bceac0e8f3f453362419', '2026-11-20 09:04:00', 3);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (5, 1, 'comment', 'Buy boats at my shop.', '325a6900c99ed36a610c4205482b66c53e798e3e60cccdc68b69f7a13e845673', '2026-11-20 09:05:00', 4);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (6, 1, 'question', 'Is this so?', '11e3f3a05c54cfa5e7bfcb7ad6dda6ef6b63517b800ccf3c490f2baee129abb0', '2026-11-20 09:08:00', 5);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (7, 1, 'comment', 'I take this back.', 'ed2be0bfd8b52b971ccdfc90ccb11965b941898cb0e338445bc4d22f0b450445', '2026-11-20 09:09:00', 6);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (8, 1, 'comment', 'Why?', '5d8a995a6fa7cf7c577cc9d49ca9e00d4aee4d0bcd5e2ad5caff27e2a8097276', '2026-11-20 09:10:00', 7);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (9, 1, 'comment', 'For members only: the toll.', '569b66917259df2a8737eb1d906e28467c0327b5230b00b70d000f8fc195ec73', '2026-11-20 09:11:00', 8);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (10, 1, 'comment', 'A private thought of Ada''s.', '8729e3468ca8783d9a50871205fd59eadd02937545bc4cb549a3d9cf28c6f3f1', '2026-11-20 09:12:00', 9);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (11, 1, 'comment', 'To the circle: read this first.', '606b9d15da3bcab3f128fcedf7b1d06a8c8c9e0a6faae79ba892481485f42c78', '2026-11-20 09:13:00', 10);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (12, 1, 'comment', 'Done.', 'ed251864987c367e9641fbdc89c1d83e9bf0fa2e3eecef8f301c79f619bfac81', '2026-11-20 09:14:00', 11);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (13, 1, 'highlight', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2026-11-20 09:15:00', 12);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (14, 1, 'comment', '🙂 steht hier, Ünïcode auch.', '787da6ac33aca99aa3af5251baed096b5d6a6e805281a26f1e8188633a10bf1c', '2026-11-20 09:16:00', 13);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (15, 1, 'comment', 'Locked from here on.', '8cb0c319fe39bd15b0fc56cb6bc90cc7f1aee2896f4e0ce5acfdbb752e6162b6', '2026-11-20 09:18:00', 14);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (16, 1, 'comment', 'Members discuss.', '6084032b9f9abb764c8c2a3d5cb0f6502a53c3d2732d17e270355d9b4566be4b', '2026-11-20 09:19:00', 15);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (17, 1, 'comment', 'This one is pending.', 'f5a84df04f5a1f65c74a732bd221bf6b503eefaf7ad9db80c0f43d55c6e46656', '2026-11-20 09:21:00', 16);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (18, 1, 'comment', 'This one is removed.', '76dc2edca618443f677a7496989f3816fc25c483b16442fb2d8d11601c014cba', '2026-11-20 09:21:00', 17);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (19, 1, 'comment', 'Its author''s account is gone.', '915729177dab8197007b46df77e2723d7576698972fbd3ec1d5a0db4d2f3f545', '2026-11-20 09:23:00', 18);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id") VALUES (1, '2026-11-20 09:01:00', 1, 2, 1);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id") VALUES (2, '2026-11-20 09:01:00', 1, 2, 2);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id") VALUES (3, '2026-11-20 09:08:00', 5, 5, 1);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id") VALUES (4, '2026-11-20 09:16:00', 13, 5, 3);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (1, 18, 8, 7, 1, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (2, 1, 1, 1, 1, 2);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (3, 1, 1, 1, 1, 4);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (4, 2, 1, 2, 1, 3);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (5, 4, 2, 2, 2, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (6, 1, 1, 1, 4, 2);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (1, 1, 'annotated', '2026-11-20 09:01:00', 2, 1, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (2, 2, 'replied', '2026-11-20 09:02:00', 5, 2, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (3, 3, 'replied', '2026-11-20 09:03:00', 2, 3, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (4, 4, 'edited', '2026-11-20 09:04:00', 2, 3, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (5, 5, 'annotated', '2026-11-20 09:05:00', 3, 4, 1, 1, 2);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (6, 6, 'moderated', '2026-11-24 09:54:05.665449', 6, 4, 1, 1, 2);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (7, 7, 'annotated', '2026-11-20 09:08:00', 5, 5, 1, 1, 3);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (8, 8, 'moderated', '2026-11-24 09:54:05.695733', 6, 5, 1, 1, 3);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (9, 9, 'moderated', '2026-11-24 09:54:05.708503', 6, 5, 1, 1, 3);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (10, 10, 'annotated', '2026-11-20 09:09:00', 8, 6, 1, 1, 4);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (11, 11, 'replied', '2026-11-20 09:10:00', 2, 7, 1, 1, 4);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (12, 12, 'withdrawn', '2026-11-24 09:54:05.754125', 8, 6, 1, 1, 4);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (13, 1, 'annotated', '2026-11-20 09:11:00', 2, 8, 1, 2, 5);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (14, 1, 'annotated', '2026-11-20 09:12:00', 2, 9, 1, 4, 6);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (15, 1, 'annotated', '2026-11-20 09:13:00', 5, 10, 1, 3, 7);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (16, 2, 'replied', '2026-11-20 09:14:00', 2, 11, 1, 3, 7);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (17, 13, 'annotated', '2026-11-20 09:15:00', 4, 12, 1, 1, 8);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (18, 1, 'annotated', '2026-11-20 09:16:00', 5, 13, 2, 1, 9);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (19, 2, 'resolved', '2026-11-20 09:17:00', 5, NULL, 2, 1, 9);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (20, 3, 'annotated', '2026-11-20 09:18:00', 2, 14, 2, 1, 10);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (21, 4, 'locked', '2026-11-24 09:54:05.902868', 6, NULL, 2, 1, 10);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (22, 14, 'locked', '2026-11-24 09:54:05.910703', 6, NULL, 1, 1, 3);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (23, 15, 'unlocked', '2026-11-24 09:54:05.919009', 6, NULL, 1, 1, 3);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (24, 1, 'annotated', '2026-11-20 09:19:00', 2, 15, 4, 2, 11);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (25, 16, 'annotated', '2026-11-20 09:21:00', 3, 16, 1, 1, 12);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (26, 17, 'annotated', '2026-11-20 09:21:00', 3, 17, 1, 1, 13);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (27, 18, 'annotated', '2026-11-20 09:23:00', 2, 18, 1, 1, 14);
INSERT INTO "annotations_moderationentry" ("id", "thread", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at") VALUES (1, 'ea87656a2364422ca645e675159f9979', 'ec47f573d5e4402fb7c7a094ec4b5b57', 6, 'hide', 'Advertising.', 'published', 'hidden', 1, '325a6900c99ed36a610c4205482b66c53e798e3e60cccdc68b69f7a13e845673', '2026-11-24 09:54:05.664974');
INSERT INTO "annotations_moderationentry" ("id", "thread", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at") VALUES (2, 'c42bbeb7226e49ecba753cae35f87856', '976f67ffdd77471c99bddc1d9800e39c', 6, 'hide', 'Wrong one.', 'published', 'hidden', 1, '11e3f3a05c54cfa5e7bfcb7ad6dda6ef6b63517b800ccf3c490f2baee129abb0', '2026-11-24 09:54:05.695505');
INSERT INTO "annotations_moderationentry" ("id", "thread", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at") VALUES (3, 'c42bbeb7226e49ecba753cae35f87856', '976f67ffdd77471c99bddc1d9800e39c', 6, 'restore', 'A mistake.', 'hidden', 'published', 1, '11e3f3a05c54cfa5e7bfcb7ad6dda6ef6b63517b800ccf3c490f2baee129abb0', '2026-11-24 09:54:05.708285');
INSERT INTO "annotations_moderationentry" ("id", "thread", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at") VALUES (4, 'a6d55f6dc7fd4931ad666ae68af19c52', NULL, 6, 'lock', 'Heated.', '', '', NULL, '', '2026-11-24 09:54:05.902639');
INSERT INTO "annotations_moderationentry" ("id", "thread", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at") VALUES (5, 'c42bbeb7226e49ecba753cae35f87856', NULL, 6, 'lock', 'Too soon.', '', '', NULL, '', '2026-11-24 09:54:05.910498');
INSERT INTO "annotations_moderationentry" ("id", "thread", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at") VALUES (6, 'c42bbeb7226e49ecba753cae35f87856', NULL, 6, 'unlock', '', '', '', NULL, '', '2026-11-24 09:54:05.918804');
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (1, 'unchanged', 'none', '2ktcbqe6', 34, '2ktcbqe6', 42, 1, 1, NULL, 1);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (2, 'unchanged', 'none', '2ktcbqe6', 44, '2ktcbqe6', 54, 2, 1, NULL, 2);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (3, 'unchanged', 'none', 'qhc16pc2', 0, 'qhc16pc2', 9, 3, 1, NULL, 3);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (4, 'unchanged', 'none', 'xwsmkgxy', 0, 'xwsmkgxy', 8, 4, 1, NULL, 4);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (5, 'unchanged', 'none', '2ktcbqe6', 13, '2ktcbqe6', 28, 5, 1, NULL, 5);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (6, 'unchanged', 'none', '2ktcbqe6', 13, '2ktcbqe6', 20, 6, 1, NULL, 6);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (7, 'unchanged', 'none', '3y5s9qgc', 0, '3y5s9qgc', 12, 7, 1, NULL, 7);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (8, 'unchanged', 'none', '3y5s9qgc', 27, '3y5s9qgc', 36, 8, 1, NULL, 8);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (9, 'unchanged', 'none', 'qepsb8t4', 60, 'qepsb8t4', 67, 9, 2, NULL, 9);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (10, 'unchanged', 'none', 'qepsb8t4', 13, 'qepsb8t4', 20, 10, 2, NULL, 10);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (11, 'unchanged', 'none', 'vh1cstvg', 34, 'vh1cstvg', 42, 11, 4, NULL, 11);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (12, 'unchanged', 'none', '199vh5rz', 16, '199vh5rz', 18, 12, 1, NULL, 12);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (13, 'unchanged', 'none', '199vh5rz', 5, '199vh5rz', 10, 13, 1, NULL, 13);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id") VALUES (14, 'unchanged', 'none', '2ktcbqe6', 62, '2ktcbqe6', 66, 14, 1, NULL, 14);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id") VALUES (1, 'spam', 'An advertisement', 1, '2026-11-20 09:06:00', 4, 2);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id") VALUES (2, 'spam', '', 1, '2026-11-20 09:07:00', 4, 5);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id") VALUES (3, 'other', 'It''s a quotation; isn''t it?', 1, '2026-11-20 09:20:00', 1, 7);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (1, 'c1ec0ee5bfd043a4a3a23abcf3bfb38c', 'everyone', 1, 3, '2026-11-20 09:01:00', '2026-11-20 09:03:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (2, 'ea87656a2364422ca645e675159f9979', 'everyone', 2, 0, '2026-11-20 09:05:00', '2026-11-20 09:05:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (3, 'c42bbeb7226e49ecba753cae35f87856', 'everyone', 3, 1, '2026-11-20 09:08:00', '2026-11-20 09:08:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (4, '429d3ea93ad049419959b66db2881cd1', 'everyone', 4, 1, '2026-11-20 09:09:00', '2026-11-20 09:10:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (5, '8190716e3e2b402383fd7a0e01c093cc', 'members', 1, 1, '2026-11-20 09:11:00', '2026-11-20 09:11:00', NULL, NULL, '', 1, 2, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (6, 'ec497198b64d4b5dbff7cb0f4d46eb54', 'person', 1, 1, '2026-11-20 09:12:00', '2026-11-20 09:12:00', NULL, NULL, '', 1, 4, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (7, '53a9560b5d834a9190928ea5f7e25349', 'group', 1, 2, '2026-11-20 09:13:00', '2026-11-20 09:14:00', NULL, NULL, '', 1, 3, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (8, '326ea1c3d30f4020ad85a862b0edd99a', 'everyone', 5, 1, '2026-11-20 09:15:00', '2026-11-20 09:15:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (9, '593c7bb697c14c0b9f6e239c68e8cea3', 'everyone', 1, 1, '2026-11-20 09:16:00', '2026-11-20 09:16:00', NULL, '2026-11-20 09:17:00', 'Settled.', 2, 1, 5);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (10, 'a6d55f6dc7fd4931ad666ae68af19c52', 'everyone', 2, 1, '2026-11-20 09:18:00', '2026-11-20 09:18:00', '2026-11-24 09:54:05.902373', NULL, '', 2, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (11, 'ed85b5d5984a4f60af8a824ab34663c9', 'members', 1, 1, '2026-11-20 09:19:00', '2026-11-20 09:19:00', NULL, NULL, '', 4, 2, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (12, 'd407c82a5ae7403d9c974ab7f02f51f4', 'everyone', 6, 0, '2026-11-20 09:21:00', '2026-11-20 09:21:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (13, '857fd371da6346638eb2dcb74d4b0466', 'everyone', 7, 0, '2026-11-20 09:21:00', '2026-11-20 09:21:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (14, '9221e0ddd2e0420f9950809578cacfa9', 'everyone', 8, 1, '2026-11-20 09:23:00', '2026-11-20 09:23:00', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "broader_id", "proposed_by_id") VALUES (1, 'weirs', 'Weirs', 'Dams that boats pass.', '2026-11-20 09:22:00', '2026-11-24 09:54:05.562934', NULL, 2);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "broader_id", "proposed_by_id") VALUES (2, 'fish-passes', 'Fish passes', '', NULL, '2026-11-24 09:54:05.563888', 1, 2);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "broader_id", "proposed_by_id") VALUES (3, 'übergänge', 'Übergänge', '', NULL, '2026-11-24 09:54:05.869414', NULL, 5);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (1, 'Weirs', 'weirs', FALSE, 1);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (2, 'Fish passes', 'fish passes', FALSE, 2);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (3, 'Übergänge', 'ubergange', FALSE, 3);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (4, 'Weir', 'weir', TRUE, 1);
INSERT INTO "annotations_topicslug" ("id", "slug", "topic_id") VALUES (1, 'the-weirs', 1);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (1, 'weir-end', 'The lock at Weir End', 'Why boats wait, and for whom.', 'R. Miller', '', '2025-03', '', 'en', '', FALSE, '2026-11-24 09:54:05.268443', '2026-11-24 09:54:05.268475', 1, 1, 1);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (2, 'uebergang', 'Der Übergang – eine Notiz', 'Why boats wait, and for whom.', 'R. Miller', '', '2025-03', '', 'de', '', FALSE, '2026-11-24 09:54:05.306123', '2026-11-24 09:54:05.306143', 1, 1, 2);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (3, 'draft', 'The lock at Draft', 'Why boats wait, and for whom.', 'R. Miller', '', '2025-03', '', 'en', '', FALSE, '2026-11-24 09:54:05.491560', '2026-11-24 09:54:05.491583', 1, 1, NULL);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (4, 'for-members', 'The lock at Members', 'Why boats wait, and for whom.', 'R. Miller', '', '2025-03', '', 'en', '', FALSE, '2026-11-24 09:54:05.511306', '2026-11-24 09:54:05.511328', 2, 1, 4);
INSERT INTO "articles_articleslug" ("id", "slug", "article_id") VALUES (1, 'weir-old', 1);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (1, '1x7wj10p', 0, NULL, 'heading', 1, 'Water', 'Water', '{}', 0, 1, 1);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (2, '2ktcbqe6', 1, 1, 'paragraph', 0, 'The lock was rebuilt in 1911, and it leaks. Boats wait for an hour.', 'The lock was rebuilt in 1911, and it leaks. Boats wait for an hour.', '{}', 6, 1, 1);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (3, '3y5s9qgc', 2, 2, 'quotation', 1, 'Nobody asked the fish. — a neighbour', 'Nobody asked the fish. — a <em>neighbour</em>', '{"within": ["blockquote"]}', 74, 1, 1);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (4, 'xwsmkgxy', 3, 3, 'list_item', 1, 'one gate', 'one gate', '{"within": ["ul", "li"], "ordered": false, "new": true}', 111, 1, 1);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (5, 'qhc16pc2', 4, 4, 'list_item', 1, 'two gates', 'two gates', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 120, 1, 1);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (6, '199vh5rz', 5, 5, 'table', 0, 'year	boats
1911	40', '<thead><tr><th>year</th>	<th>boats</th></tr></thead>
<tbody><tr><td>1911</td>	<td>40</td></tr></tbody>', '{}', 130, 1, 1);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (7, 'r30p011y', 0, NULL, 'heading', 1, 'Water', 'Water', '{}', 0, 2, 2);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (8, 'qepsb8t4', 1, 1, 'paragraph', 0, 'The lock was rebuilt in 1911, and it leaks. Niemand wartet; 𝛼 und 🙂 bleiben.', 'The lock was rebuilt in 1911, and it leaks. Niemand wartet; 𝛼 und 🙂 bleiben.', '{}', 6, 2, 2);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (9, 'gzyegjs4', 2, 2, 'quotation', 1, 'Nobody asked the fish. — a neighbour', 'Nobody asked the fish. — a <em>neighbour</em>', '{"within": ["blockquote"]}', 83, 2, 2);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (10, 'fvamkp8z', 3, 3, 'list_item', 1, 'one gate', 'one gate', '{"within": ["ul", "li"], "ordered": false, "new": true}', 120, 2, 2);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (11, 'gmw6d14p', 4, 4, 'list_item', 1, 'two gates', 'two gates', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 129, 2, 2);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (12, 'cajcypat', 5, 5, 'table', 0, 'year	boats
1911	40', '<thead><tr><th>year</th>	<th>boats</th></tr></thead>
<tbody><tr><td>1911</td>	<td>40</td></tr></tbody>', '{}', 139, 2, 2);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (13, '0vdmqs5j', 0, NULL, 'heading', 1, 'Water', 'Water', '{}', 0, 3, 3);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (14, '6whevn79', 1, 1, 'paragraph', 0, 'The lock was rebuilt in 1913, and it leaks. Boats wait for an hour.', 'The lock was rebuilt in 1913, and it leaks. Boats wait for an hour.', '{}', 6, 3, 3);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (15, 'dnd5n5pj', 2, 2, 'quotation', 1, 'Nobody asked the fish. — a neighbour', 'Nobody asked the fish. — a <em>neighbour</em>', '{"within": ["blockquote"]}', 74, 3, 3);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (16, '6xpt1fj0', 3, 3, 'list_item', 1, 'one gate', 'one gate', '{"within": ["ul", "li"], "ordered": false, "new": true}', 111, 3, 3);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (17, 'kmzmq8ak', 4, 4, 'list_item', 1, 'two gates', 'two gates', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 120, 3, 3);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (18, '8ftmjp95', 5, 5, 'table', 0, 'year	boats
1913	40', '<thead><tr><th>year</th>	<th>boats</th></tr></thead>
<tbody><tr><td>1913</td>	<td>40</td></tr></tbody>', '{}', 130, 3, 3);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (19, '393gstdd', 0, NULL, 'heading', 1, 'Water', 'Water', '{}', 0, 4, 4);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (20, 'vh1cstvg', 1, 1, 'paragraph', 0, 'The lock was rebuilt in 1912, and it leaks. Boats wait for an hour.', 'The lock was rebuilt in 1912, and it leaks. Boats wait for an hour.', '{}', 6, 4, 4);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (21, 'b4z75z7r', 2, 2, 'quotation', 1, 'Nobody asked the fish. — a neighbour', 'Nobody asked the fish. — a <em>neighbour</em>', '{"within": ["blockquote"]}', 74, 4, 4);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (22, '3rkkd43h', 3, 3, 'list_item', 1, 'one gate', 'one gate', '{"within": ["ul", "li"], "ordered": false, "new": true}', 111, 4, 4);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (23, 'c0h9x0gg', 4, 4, 'list_item', 1, 'two gates', 'two gates', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 120, 4, 4);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id") VALUES (24, '7kbehbev', 5, 5, 'table', 0, 'year	boats
1912	40', '<thead><tr><th>year</th>	<th>boats</th></tr></thead>
<tbody><tr><td>1912</td>	<td>40</td></tr></tbody>', '{}', 130, 4, 4);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id") VALUES (1, 1, '# Water

The lock was rebuilt in 1911, and it leaks. Boats wait for an hour.

> Nobody asked the fish. — a *neighbour*

- one gate
- two gates

| year | boats |
| --- | --- |
| 1911 | 40 |
', '', 1, 148, 30, '2026-11-24 09:54:05.281516', '2026-11-24 09:54:05.283721', NULL, 1, 1);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id") VALUES (2, 1, '# Water

The lock was rebuilt in 1911, and it leaks. Niemand wartet; 𝛼 und 🙂 bleiben.

> Nobody asked the fish. — a *neighbour*

- one gate
- two gates

| year | boats |
| --- | --- |
| 1911 | 40 |
', '', 1, 157, 31, '2026-11-24 09:54:05.472605', '2026-11-24 09:54:05.482892', NULL, 2, 1);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id") VALUES (3, 1, '# Water

The lock was rebuilt in 1913, and it leaks. Boats wait for an hour.

> Nobody asked the fish. — a *neighbour*

- one gate
- two gates

| year | boats |
| --- | --- |
| 1913 | 40 |
', '', 1, 148, 30, '2026-11-24 09:54:05.501863', NULL, NULL, 3, 1);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id") VALUES (4, 1, '# Water

The lock was rebuilt in 1912, and it leaks. Boats wait for an hour.

> Nobody asked the fish. — a *neighbour*

- one gate
- two gates

| year | boats |
| --- | --- |
| 1912 | 40 |
', '', 1, 148, 30, '2026-11-24 09:54:05.521506', '2026-11-24 09:54:05.523133', NULL, 4, 1);
INSERT INTO "auth_group" ("id", "name") VALUES (1, 'Keepers');
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (1, 1, 9);
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (1, 1, 'add_moderationentry', 'Can add entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (2, 1, 'change_moderationentry', 'Can change entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (3, 1, 'delete_moderationentry', 'Can delete entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (4, 1, 'view_moderationentry', 'Can view entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (5, 2, 'add_annotation', 'Can add annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (6, 2, 'change_annotation', 'Can change annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (7, 2, 'delete_annotation', 'Can delete annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (8, 2, 'view_annotation', 'Can view annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (9, 2, 'moderate', 'Can moderate annotations');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (10, 3, 'add_anchor', 'Can add anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (11, 3, 'change_anchor', 'Can change anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (12, 3, 'delete_anchor', 'Can delete anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (13, 3, 'view_anchor', 'Can view anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (14, 4, 'add_thread', 'Can add thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (15, 4, 'change_thread', 'Can change thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (16, 4, 'delete_thread', 'Can delete thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (17, 4, 'view_thread', 'Can view thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (18, 5, 'add_placement', 'Can add placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (19, 5, 'change_placement', 'Can change placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (20, 5, 'delete_placement', 'Can delete placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (21, 5, 'view_placement', 'Can view placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (22, 6, 'add_event', 'Can add event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (23, 6, 'change_event', 'Can change event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (24, 6, 'delete_event', 'Can delete event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (25, 6, 'view_event', 'Can view event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (26, 7, 'add_topic', 'Can add topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (27, 7, 'change_topic', 'Can change topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (28, 7, 'delete_topic', 'Can delete topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (29, 7, 'view_topic', 'Can view topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (30, 8, 'add_assignment', 'Can add assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (31, 8, 'change_assignment', 'Can change assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (32, 8, 'delete_assignment', 'Can delete assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (33, 8, 'view_assignment', 'Can view assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (34, 9, 'add_topicname', 'Can add name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (35, 9, 'change_topicname', 'Can change name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (36, 9, 'delete_topicname', 'Can delete name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (37, 9, 'view_topicname', 'Can view name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (38, 10, 'add_topicslug', 'Can add former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (39, 10, 'change_topicslug', 'Can change former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (40, 10, 'delete_topicslug', 'Can delete former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (41, 10, 'view_topicslug', 'Can view former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (42, 11, 'add_annotationversion', 'Can add version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (43, 11, 'change_annotationversion', 'Can change version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (44, 11, 'delete_annotationversion', 'Can delete version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (45, 11, 'view_annotationversion', 'Can view version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (46, 12, 'add_counter', 'Can add counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (47, 12, 'change_counter', 'Can change counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (48, 12, 'delete_counter', 'Can delete counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (49, 12, 'view_counter', 'Can view counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (50, 13, 'add_report', 'Can add report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (51, 13, 'change_report', 'Can change report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (52, 13, 'delete_report', 'Can delete report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (53, 13, 'view_report', 'Can view report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (54, 14, 'add_article', 'Can add article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (55, 14, 'change_article', 'Can change article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (56, 14, 'delete_article', 'Can delete article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (57, 14, 'view_article', 'Can view article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (58, 15, 'add_articleslug', 'Can add former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (59, 15, 'change_articleslug', 'Can change former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (60, 15, 'delete_articleslug', 'Can delete former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (61, 15, 'view_articleslug', 'Can view former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (62, 16, 'add_revision', 'Can add revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (63, 16, 'change_revision', 'Can change revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (64, 16, 'delete_revision', 'Can delete revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (65, 16, 'view_revision', 'Can view revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (66, 17, 'add_block', 'Can add block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (67, 17, 'change_block', 'Can change block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (68, 17, 'delete_block', 'Can delete block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (69, 17, 'view_block', 'Can view block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (70, 18, 'add_user', 'Can add person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (71, 18, 'change_user', 'Can change person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (72, 18, 'delete_user', 'Can delete person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (73, 18, 'view_user', 'Can view person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (74, 19, 'add_membership', 'Can add membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (75, 19, 'change_membership', 'Can change membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (76, 19, 'delete_membership', 'Can delete membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (77, 19, 'view_membership', 'Can view membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (78, 20, 'add_readinggroup', 'Can add reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (79, 20, 'change_readinggroup', 'Can change reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (80, 20, 'delete_readinggroup', 'Can delete reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (81, 20, 'view_readinggroup', 'Can view reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (82, 21, 'add_audience', 'Can add audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (83, 21, 'change_audience', 'Can change audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (84, 21, 'delete_audience', 'Can delete audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (85, 21, 'view_audience', 'Can view audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (86, 22, 'add_signinlink', 'Can add sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (87, 22, 'change_signinlink', 'Can change sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (88, 22, 'delete_signinlink', 'Can delete sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (89, 22, 'view_signinlink', 'Can view sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (90, 23, 'add_logentry', 'Can add log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (91, 23, 'change_logentry', 'Can change log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (92, 23, 'delete_logentry', 'Can delete log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (93, 23, 'view_logentry', 'Can view log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (94, 24, 'add_permission', 'Can add permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (95, 24, 'change_permission', 'Can change permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (96, 24, 'delete_permission', 'Can delete permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (97, 24, 'view_permission', 'Can view permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (98, 25, 'add_group', 'Can add group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (99, 25, 'change_group', 'Can change group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (100, 25, 'delete_group', 'Can delete group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (101, 25, 'view_group', 'Can view group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (102, 26, 'add_contenttype', 'Can add content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (103, 26, 'change_contenttype', 'Can change content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (104, 26, 'delete_contenttype', 'Can delete content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (105, 26, 'view_contenttype', 'Can view content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (106, 27, 'add_session', 'Can add session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (107, 27, 'change_session', 'Can change session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (108, 27, 'delete_session', 'Can delete session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (109, 27, 'view_session', 'Can view session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (110, 28, 'add_emailaddress', 'Can add email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (111, 28, 'change_emailaddress', 'Can change email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (112, 28, 'delete_emailaddress', 'Can delete email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (113, 28, 'view_emailaddress', 'Can view email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (114, 29, 'add_emailconfirmation', 'Can add email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (115, 29, 'change_emailconfirmation', 'Can change email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (116, 29, 'delete_emailconfirmation', 'Can delete email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (117, 29, 'view_emailconfirmation', 'Can view email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (118, 30, 'add_dbtaskresult', 'Can add Task Result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (119, 30, 'change_dbtaskresult', 'Can change Task Result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (120, 30, 'delete_dbtaskresult', 'Can delete Task Result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (121, 30, 'view_dbtaskresult', 'Can view Task Result');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (1, 'annotations', 'moderationentry');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (2, 'annotations', 'annotation');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (3, 'annotations', 'anchor');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (4, 'annotations', 'thread');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (5, 'annotations', 'placement');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (6, 'annotations', 'event');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (7, 'annotations', 'topic');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (8, 'annotations', 'assignment');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (9, 'annotations', 'topicname');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (10, 'annotations', 'topicslug');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (11, 'annotations', 'annotationversion');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (12, 'annotations', 'counter');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (13, 'annotations', 'report');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (14, 'articles', 'article');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (15, 'articles', 'articleslug');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (16, 'articles', 'revision');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (17, 'articles', 'block');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (18, 'accounts', 'user');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (19, 'accounts', 'membership');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (20, 'accounts', 'readinggroup');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (21, 'accounts', 'audience');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (22, 'accounts', 'signinlink');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (23, 'admin', 'logentry');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (24, 'auth', 'permission');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (25, 'auth', 'group');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (26, 'contenttypes', 'contenttype');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (27, 'sessions', 'session');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (28, 'account', 'emailaddress');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (29, 'account', 'emailconfirmation');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (30, 'django_tasks_database', 'dbtaskresult');
