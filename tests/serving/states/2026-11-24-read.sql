-- schema
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "accounts_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_signinlink" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "digest" varchar(64) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "used_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_membership" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "is_leader" bool NOT NULL, "joined_at" datetime NOT NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NOT NULL REFERENCES "accounts_readinggroup" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "membership_once" UNIQUE ("group_id", "person_id"));
CREATE TABLE "accounts_audience" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "person_id" bigint NULL UNIQUE REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NULL UNIQUE REFERENCES "accounts_readinggroup" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "audience_names_its_own" CHECK ((("group_id" IS NULL AND "kind" IN ('everyone', 'members') AND "person_id" IS NULL) OR ("group_id" IS NOT NULL AND "kind" = 'group' AND "person_id" IS NULL) OR ("group_id" IS NULL AND "kind" = 'person' AND "person_id" IS NOT NULL))));
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);
CREATE TABLE "accounts_retiredname" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "digest" varchar(64) NOT NULL UNIQUE);
CREATE TABLE "accounts_readinggroup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL, "slug" varchar(120) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "is_open" bool NOT NULL, "description" text NOT NULL);
CREATE TABLE "accounts_invitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "digest" varchar(64) NOT NULL UNIQUE, "email" varchar(254) NOT NULL, "created_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "used_at" datetime NULL, "withdrawn_at" datetime NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NULL REFERENCES "accounts_readinggroup" ("id") DEFERRABLE INITIALLY DEFERRED, "used_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_mutedmail" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "muted_mail_once" UNIQUE ("person_id", "kind"));
CREATE TABLE "accounts_notice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "about" char(32) NULL, "facts" text NOT NULL CHECK ((JSON_VALID("facts") OR "facts" IS NULL)), "created_at" datetime NOT NULL, "read_at" datetime NULL, "mailed_at" datetime NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NULL REFERENCES "accounts_readinggroup" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "display_name" varchar(80) NOT NULL, "about" varchar(500) NOT NULL, "is_sample" bool NOT NULL, "display_key" varchar(400) NOT NULL, "name_key" varchar(400) NOT NULL UNIQUE);
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
CREATE TABLE "articles_article" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(120) NOT NULL UNIQUE, "title" varchar(300) NOT NULL, "standfirst" text NOT NULL, "byline" varchar(300) NOT NULL, "byline_note" text NOT NULL, "published" varchar(16) NOT NULL, "updated" varchar(16) NOT NULL, "language" varchar(35) NOT NULL, "source_url" varchar(1000) NOT NULL, "is_sample" bool NOT NULL, "created_at" datetime NOT NULL, "changed_at" datetime NOT NULL, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "created_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "current_revision_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_articleslug" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(120) NOT NULL UNIQUE, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "source" text NOT NULL, "note" varchar(300) NOT NULL, "renderer" smallint unsigned NOT NULL CHECK ("renderer" >= 0), "length" integer unsigned NOT NULL CHECK ("length" >= 0), "words" integer unsigned NOT NULL CHECK ("words" >= 0), "created_at" datetime NOT NULL, "published_at" datetime NULL, "withdrawn_at" datetime NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "created_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "base_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "published_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "revision_number_once" UNIQUE ("article_id", "number"), CONSTRAINT "revision_withdrawn_after_published" CHECK (("withdrawn_at" IS NULL OR "published_at" IS NOT NULL)));
CREATE TABLE "articles_siterule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" smallint unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "title" varchar(120) NOT NULL, "text" text NOT NULL, "retired_at" datetime NULL);
CREATE TABLE "articles_sitepage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(10) NOT NULL UNIQUE, "source" text NOT NULL, "changed_at" datetime NOT NULL, "changed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(100) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "description" text NOT NULL, "accepted_at" datetime NULL, "created_at" datetime NOT NULL, "broader_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, "proposed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "accepted_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicname" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "key" varchar(160) NOT NULL UNIQUE, "is_alias" bool NOT NULL, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicslug" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(100) NOT NULL UNIQUE, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_annotationversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "kind" varchar(12) NOT NULL, "body" text NOT NULL, "digest" varchar(64) NOT NULL, "created_at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "version_number_once" UNIQUE ("annotation_id", "number"));
CREATE TABLE "annotations_counter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "events" bigint unsigned NOT NULL CHECK ("events" >= 0), "threads" integer unsigned NOT NULL CHECK ("threads" >= 0), "readable" integer unsigned NOT NULL CHECK ("readable" >= 0), "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "counter_once" UNIQUE ("article_id", "audience_id"));
CREATE TABLE "annotations_thread" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "audience_kind" varchar(10) NOT NULL, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "readable_count" integer unsigned NOT NULL CHECK ("readable_count" >= 0), "opened_at" datetime NOT NULL, "active_at" datetime NOT NULL, "locked_at" datetime NULL, "resolved_at" datetime NULL, "resolved_reason" varchar(300) NOT NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "thread_number_once" UNIQUE ("article_id", "audience_id", "number"));
CREATE TABLE "annotations_event" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" bigint unsigned NOT NULL CHECK ("seq" >= 0), "kind" varchar(10) NOT NULL, "at" datetime NOT NULL, "actor_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "annotation_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "event_seq_once" UNIQUE ("article_id", "audience_id", "seq"));
CREATE TABLE "annotations_annotation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "kind" varchar(12) NOT NULL, "body" text NOT NULL, "body_html" text NOT NULL, "renderer" smallint unsigned NOT NULL CHECK ("renderer" >= 0), "version" integer unsigned NOT NULL CHECK ("version" >= 0), "moderation" varchar(10) NOT NULL, "moderation_reason" varchar(300) NOT NULL, "withdrawn_at" datetime NULL, "submission" char(32) NOT NULL, "created_at" datetime NOT NULL, "edited_at" datetime NULL, "author_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "moderation_rule_id" bigint NULL REFERENCES "articles_siterule" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "annotation_submission_once" UNIQUE ("author_id", "submission"));
CREATE TABLE "annotations_anchor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ordinal" smallint unsigned NOT NULL CHECK ("ordinal" >= 0), "role" varchar(6) NOT NULL, "is_whole_block" bool NOT NULL, "quote" text NOT NULL, "prefix" varchar(32) NOT NULL, "suffix" varchar(32) NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "anchor_ordinal_once" UNIQUE ("annotation_id", "ordinal"), CONSTRAINT "anchor_not_reversed" CHECK ("start" < ("end")));
CREATE TABLE "annotations_assignment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "assignment_once" UNIQUE ("annotation_id", "topic_id"));
CREATE TABLE "annotations_report" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reason" varchar(14) NOT NULL, "text" varchar(1000) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "created_at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_at" datetime NULL, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outcome" varchar(10) NOT NULL, CONSTRAINT "report_once_a_person" UNIQUE ("annotation_id", "by_id"));
CREATE TABLE "annotations_moderationentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "annotation" char(32) NULL, "by" bigint NULL, "act" varchar(12) NOT NULL, "reason" varchar(300) NOT NULL, "before" varchar(10) NOT NULL, "after" varchar(10) NOT NULL, "version" integer unsigned NULL CHECK ("version" >= 0), "digest" varchar(64) NOT NULL, "at" datetime NOT NULL, "rule" smallint unsigned NULL CHECK ("rule" >= 0), "subject" varchar(80) NOT NULL, "thread" char(32) NULL);
CREATE TABLE "annotations_scopedrole" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "role" varchar(10) NOT NULL, "at" datetime NOT NULL, "article_id" bigint NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "scoped_role_has_one_scope" CHECK ((("article_id" IS NOT NULL AND "topic_id" IS NULL) OR ("article_id" IS NULL AND "role" = 'moderator' AND "topic_id" IS NOT NULL))), CONSTRAINT "scoped_role_once_an_article" UNIQUE ("person_id", "role", "article_id"), CONSTRAINT "scoped_role_once_a_topic" UNIQUE ("person_id", "role", "topic_id"));
CREATE VIRTUAL TABLE annotations_annotationwords USING fts5(words, tokenize='ascii', columnsize=0);
CREATE VIRTUAL TABLE annotations_articlewords USING fts5(words, tokenize='ascii', columnsize=0);
CREATE VIRTUAL TABLE annotations_blockwords USING fts5(words, tokenize='ascii', columnsize=0);
CREATE VIRTUAL TABLE annotations_personwords USING fts5(words, tokenize='ascii', columnsize=0);
CREATE VIRTUAL TABLE annotations_topicwords USING fts5(words, tokenize='ascii', columnsize=0);
CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL);
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE TABLE "usersessions_usersession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "ip" char(39) NOT NULL, "last_seen_at" datetime NOT NULL, "session_key" varchar(40) NOT NULL UNIQUE, "user_agent" varchar(200) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_placement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "outcome" varchar(10) NOT NULL, "review" varchar(10) NOT NULL, "start_key" varchar(12) NOT NULL, "start_offset" integer unsigned NOT NULL CHECK ("start_offset" >= 0), "end_key" varchar(12) NOT NULL, "end_offset" integer unsigned NOT NULL CHECK ("end_offset" >= 0), "anchor_id" bigint NOT NULL REFERENCES "annotations_anchor" ("id") DEFERRABLE INITIALLY DEFERRED, "from_revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "until_revision_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, "certainty" smallint unsigned NOT NULL CHECK ("certainty" >= 0), "quote" text NOT NULL, "reviewed_at" datetime NULL, "reviewed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_block" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(12) NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "number" integer unsigned NULL CHECK ("number" >= 0), "kind" varchar(12) NOT NULL, "level" smallint unsigned NOT NULL CHECK ("level" >= 0), "text" text NOT NULL, "html" text NOT NULL, "attrs" text NOT NULL CHECK ((JSON_VALID("attrs") OR "attrs" IS NULL)), "start" integer unsigned NOT NULL CHECK ("start" >= 0), "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "absorbed" text NOT NULL CHECK ((JSON_VALID("absorbed") OR "absorbed" IS NULL)), CONSTRAINT "block_position_once" UNIQUE ("revision_id", "position"), CONSTRAINT "block_key_once" UNIQUE ("revision_id", "key"));
CREATE TABLE "annotations_draft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "place" varchar(500) NOT NULL, "page" varchar(500) NOT NULL, "fields" text NOT NULL CHECK ((JSON_VALID("fields") OR "fields" IS NULL)), "saved_at" datetime NOT NULL, "article_id" bigint NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_once" UNIQUE ("person_id", "place"));
CREATE TABLE "annotations_reaction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "reaction_once_a_person" UNIQUE ("annotation_id", "kind", "person_id"));
CREATE TABLE "annotations_reading" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seen" text NOT NULL CHECK ((JSON_VALID("seen") OR "seen" IS NULL)), "block_key" varchar(12) NOT NULL, "visited_at" datetime NOT NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "reading_once" UNIQUE ("person_id", "article_id"));
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
CREATE INDEX "accounts_invitation_by_id_b953f771" ON "accounts_invitation" ("by_id");
CREATE INDEX "accounts_invitation_group_id_b5e9f0e5" ON "accounts_invitation" ("group_id");
CREATE INDEX "accounts_invitation_used_by_id_f0558292" ON "accounts_invitation" ("used_by_id");
CREATE INDEX "invitation_by_group" ON "accounts_invitation" ("group_id", "id" DESC);
CREATE INDEX "accounts_mutedmail_person_id_573321a3" ON "accounts_mutedmail" ("person_id");
CREATE INDEX "accounts_notice_by_id_f2c03548" ON "accounts_notice" ("by_id");
CREATE INDEX "accounts_notice_group_id_d94bc296" ON "accounts_notice" ("group_id");
CREATE INDEX "accounts_notice_person_id_5b35f2f6" ON "accounts_notice" ("person_id");
CREATE INDEX "notice_newest" ON "accounts_notice" ("person_id", "id" DESC);
CREATE INDEX "notice_unread" ON "accounts_notice" ("person_id") WHERE "read_at" IS NULL;
CREATE INDEX "notice_about" ON "accounts_notice" ("about");
CREATE INDEX "accounts_user_display_key_ebcc6885" ON "accounts_user" ("display_key");
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE INDEX "articles_article_audience_id_965b3526" ON "articles_article" ("audience_id");
CREATE INDEX "articles_article_created_by_id_b1067734" ON "articles_article" ("created_by_id");
CREATE INDEX "articles_articleslug_article_id_d532995b" ON "articles_articleslug" ("article_id");
CREATE INDEX "articles_article_current_revision_id_d0438cd9" ON "articles_article" ("current_revision_id");
CREATE INDEX "articles_revision_article_id_2d2af917" ON "articles_revision" ("article_id");
CREATE INDEX "articles_revision_created_by_id_f53be0ac" ON "articles_revision" ("created_by_id");
CREATE INDEX "article_newest" ON "articles_article" ("published" DESC, "id" DESC);
CREATE INDEX "articles_sitepage_changed_by_id_7d626db1" ON "articles_sitepage" ("changed_by_id");
CREATE INDEX "annotations_topic_broader_id_c938ef26" ON "annotations_topic" ("broader_id");
CREATE INDEX "annotations_topic_proposed_by_id_687293df" ON "annotations_topic" ("proposed_by_id");
CREATE INDEX "annotations_topicname_topic_id_328a918b" ON "annotations_topicname" ("topic_id");
CREATE INDEX "annotations_topicslug_topic_id_a6656b23" ON "annotations_topicslug" ("topic_id");
CREATE INDEX "annotations_annotationversion_annotation_id_01782525" ON "annotations_annotationversion" ("annotation_id");
CREATE INDEX "annotations_counter_article_id_bf9f6c6e" ON "annotations_counter" ("article_id");
CREATE INDEX "annotations_counter_audience_id_9675767c" ON "annotations_counter" ("audience_id");
CREATE INDEX "annotations_thread_article_id_6bd7f7ef" ON "annotations_thread" ("article_id");
CREATE INDEX "annotations_thread_audience_id_cfa8a88e" ON "annotations_thread" ("audience_id");
CREATE INDEX "annotations_thread_resolved_by_id_cec92cb8" ON "annotations_thread" ("resolved_by_id");
CREATE INDEX "thread_newest" ON "annotations_thread" ("article_id", "audience_id", "id" DESC);
CREATE INDEX "thread_active" ON "annotations_thread" ("article_id", "audience_id", "active_at" DESC);
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
CREATE INDEX "annotations_annotation_moderation_rule_id_4127d5e8" ON "annotations_annotation" ("moderation_rule_id");
CREATE INDEX "annotations_report_annotation_id_1b1f29af" ON "annotations_report" ("annotation_id");
CREATE INDEX "annotations_report_by_id_b7fa370a" ON "annotations_report" ("by_id");
CREATE INDEX "annotations_report_decided_by_id_85d12063" ON "annotations_report" ("decided_by_id");
CREATE INDEX "annotations_topic_accepted_by_id_9df012a8" ON "annotations_topic" ("accepted_by_id");
CREATE INDEX "annotation_kept_back" ON "annotations_annotation" ("moderation", "id" DESC) WHERE NOT ("moderation" = 'published');
CREATE INDEX "annotation_by_date" ON "annotations_annotation" ("created_at" DESC, "id" DESC);
CREATE INDEX "log_by_annotation" ON "annotations_moderationentry" ("annotation");
CREATE INDEX "log_by_thread" ON "annotations_moderationentry" ("thread");
CREATE INDEX "report_waiting" ON "annotations_report" ("id") WHERE "decided_at" IS NULL;
CREATE INDEX "annotations_scopedrole_article_id_f3f90bb7" ON "annotations_scopedrole" ("article_id");
CREATE INDEX "annotations_scopedrole_by_id_c5ee2771" ON "annotations_scopedrole" ("by_id");
CREATE INDEX "annotations_scopedrole_person_id_7340341c" ON "annotations_scopedrole" ("person_id");
CREATE INDEX "annotations_scopedrole_topic_id_e54c39f2" ON "annotations_scopedrole" ("topic_id");
CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id");
CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes');
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE INDEX "usersessions_usersession_user_id_af5e0a6d" ON "usersessions_usersession" ("user_id");
CREATE UNIQUE INDEX "placement_one_current" ON "annotations_placement" ("anchor_id") WHERE "until_revision_id" IS NULL;
CREATE INDEX "annotations_placement_anchor_id_233eb163" ON "annotations_placement" ("anchor_id");
CREATE INDEX "annotations_placement_from_revision_id_a044eef6" ON "annotations_placement" ("from_revision_id");
CREATE INDEX "annotations_placement_until_revision_id_a4537a8c" ON "annotations_placement" ("until_revision_id");
CREATE INDEX "annotations_placement_thread_id_feef30f2" ON "annotations_placement" ("thread_id");
CREATE INDEX "placement_by_block" ON "annotations_placement" ("start_key", "start_offset") WHERE "until_revision_id" IS NULL;
CREATE INDEX "annotations_placement_reviewed_by_id_45cb1a98" ON "annotations_placement" ("reviewed_by_id");
CREATE INDEX "articles_block_article_id_e7879199" ON "articles_block" ("article_id");
CREATE INDEX "articles_block_revision_id_694556bc" ON "articles_block" ("revision_id");
CREATE INDEX "block_by_key" ON "articles_block" ("article_id", "key", "revision_id" DESC);
CREATE INDEX "articles_revision_base_id_166b0848" ON "articles_revision" ("base_id");
CREATE INDEX "articles_revision_published_by_id_05e5135f" ON "articles_revision" ("published_by_id");
CREATE INDEX "annotations_draft_article_id_e5e23a0f" ON "annotations_draft" ("article_id");
CREATE INDEX "annotations_draft_person_id_c579fdd4" ON "annotations_draft" ("person_id");
CREATE INDEX "annotations_reaction_annotation_id_4cc3b6da" ON "annotations_reaction" ("annotation_id");
CREATE INDEX "annotations_reaction_person_id_4dc7fb61" ON "annotations_reaction" ("person_id");
CREATE INDEX "annotations_reading_article_id_69ec9909" ON "annotations_reading" ("article_id");
CREATE INDEX "annotations_reading_person_id_0554deda" ON "annotations_reading" ("person_id");
CREATE INDEX "annotations_reading_revision_id_ac7872ce" ON "annotations_reading" ("revision_id");
CREATE INDEX "reading_latest" ON "annotations_reading" ("person_id", "visited_at" DESC);
CREATE TRIGGER moderation_log_no_update BEFORE update ON annotations_moderationentry
    BEGIN SELECT RAISE(ABORT, 'the moderation log is append-only'); END;
CREATE TRIGGER moderation_log_no_delete BEFORE delete ON annotations_moderationentry
    BEGIN SELECT RAISE(ABORT, 'the moderation log is append-only'); END;
-- migrations
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (1, 'contenttypes', '0001_initial', '2026-11-24 13:09:20.288124');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (2, 'contenttypes', '0002_remove_content_type_name', '2026-11-24 13:09:20.296468');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (3, 'auth', '0001_initial', '2026-11-24 13:09:20.316204');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (4, 'auth', '0002_alter_permission_name_max_length', '2026-11-24 13:09:20.319868');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (5, 'auth', '0003_alter_user_email_max_length', '2026-11-24 13:09:20.322782');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (6, 'auth', '0004_alter_user_username_opts', '2026-11-24 13:09:20.325591');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (7, 'auth', '0005_alter_user_last_login_null', '2026-11-24 13:09:20.328122');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (8, 'auth', '0006_require_contenttypes_0002', '2026-11-24 13:09:20.328870');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-24 13:09:20.331429');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (10, 'auth', '0008_alter_user_username_max_length', '2026-11-24 13:09:20.334109');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-24 13:09:20.336695');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (12, 'auth', '0010_alter_group_name_max_length', '2026-11-24 13:09:20.339934');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (13, 'auth', '0011_update_proxy_permissions', '2026-11-24 13:09:20.342723');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-24 13:09:20.345434');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (15, 'accounts', '0001_beginning', '2026-11-24 13:09:20.444590');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (16, 'account', '0001_initial', '2026-11-24 13:09:20.464979');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (17, 'account', '0002_email_max_length', '2026-11-24 13:09:20.480434');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-24 13:09:20.493308');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-24 13:09:20.502338');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (20, 'account', '0005_emailaddress_idx_upper_email', '2026-11-24 13:09:20.508313');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (21, 'account', '0006_emailaddress_lower', '2026-11-24 13:09:20.515348');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (22, 'account', '0007_emailaddress_idx_email', '2026-11-24 13:09:20.527517');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-24 13:09:20.538639');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (24, 'account', '0009_emailaddress_unique_primary_email', '2026-11-24 13:09:20.552461');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (25, 'accounts', '0002_people_groups_notices', '2026-11-24 13:09:20.617141');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (26, 'accounts', '0003_names_have_keys', '2026-11-24 13:09:20.637450');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (27, 'accounts', '0004_names_are_unique', '2026-11-24 13:09:20.655293');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (28, 'admin', '0001_initial', '2026-11-24 13:09:20.667198');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (29, 'admin', '0002_logentry_remove_auto_add', '2026-11-24 13:09:20.677151');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (30, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-24 13:09:20.686713');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (31, 'articles', '0001_beginning', '2026-11-24 13:09:20.788506');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (32, 'articles', '0002_the_house', '2026-11-24 13:09:20.801661');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (33, 'articles', '0003_first_rules', '2026-11-24 13:09:20.816851');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (34, 'annotations', '0001_beginning', '2026-11-24 13:09:21.392077');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (35, 'annotations', '0002_moderation_log_is_append_only', '2026-11-24 13:09:21.461259');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (36, 'annotations', '0003_roles_rules_decisions', '2026-11-24 13:09:22.369104');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (37, 'annotations', '0004_moderators_are_staff', '2026-11-24 13:09:22.447365');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (38, 'annotations', '0005_search', '2026-11-24 13:09:23.088441');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (39, 'django_tasks_database', '0001_initial', '2026-11-24 13:09:23.103488');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (40, 'django_tasks_database', '0002_alter_dbtaskresult_options', '2026-11-24 13:09:23.119538');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (41, 'django_tasks_database', '0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at', '2026-11-24 13:09:23.150346');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (42, 'django_tasks_database', '0004_dbtaskresult_started_at', '2026-11-24 13:09:23.172108');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (43, 'django_tasks_database', '0005_alter_dbtaskresult_priority_and_more', '2026-11-24 13:09:23.187967');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (44, 'django_tasks_database', '0006_alter_dbtaskresult_args_kwargs_and_more', '2026-11-24 13:09:23.243264');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (45, 'django_tasks_database', '0007_add_separate_results_fields', '2026-11-24 13:09:23.274592');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (46, 'django_tasks_database', '0008_separate_results_field', '2026-11-24 13:09:23.285226');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (47, 'django_tasks_database', '0009_remove_results_field', '2026-11-24 13:09:23.294464');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (48, 'django_tasks_database', '0010_alter_dbtaskresult_status', '2026-11-24 13:09:23.307503');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (49, 'django_tasks_database', '0011_rename_complete_status', '2026-11-24 13:09:23.314043');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (50, 'django_tasks_database', '0012_add_separate_exception_fields', '2026-11-24 13:09:23.326454');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (51, 'django_tasks_database', '0013_separate_exception_fields', '2026-11-24 13:09:23.329452');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (52, 'django_tasks_database', '0014_remove_dbtaskresult_exception_data', '2026-11-24 13:09:23.334640');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (53, 'django_tasks_database', '0015_correctly_order_run_after', '2026-11-24 13:09:23.338626');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (54, 'django_tasks_database', '0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more', '2026-11-24 13:09:23.404021');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (55, 'django_tasks_database', '0017_dbtaskresult_metadata', '2026-11-24 13:09:23.420550');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (56, 'django_tasks_database', '0018_rename_succeeded_status', '2026-11-24 13:09:23.449056');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (57, 'django_tasks_database', '0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more', '2026-11-24 13:09:23.462998');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (58, 'django_tasks_database', '0020_update_db_task_result_ordering', '2026-11-24 13:09:23.484587');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (59, 'django_tasks_database', '0021_conditional_partial_index_ordering', '2026-11-24 13:09:23.517154');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (60, 'mfa', '0001_initial', '2026-11-24 13:09:23.608970');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (61, 'mfa', '0002_authenticator_timestamps', '2026-11-24 13:09:23.752759');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (62, 'mfa', '0003_authenticator_type_uniq', '2026-11-24 13:09:24.041188');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (63, 'sessions', '0001_initial', '2026-11-24 13:09:24.057030');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (64, 'usersessions', '0001_initial', '2026-11-24 13:09:24.225047');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (65, 'annotations', '0006_placements_are_reviewed', '2026-11-24 16:10:49.379605');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (66, 'articles', '0004_revisions_follow_one_another', '2026-11-24 16:10:50.059264');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (67, 'annotations', '0007_readers_and_reactions', '2026-11-24 21:14:34.344441');
-- rows
INSERT INTO "account_emailaddress" ("id", "verified", "primary", "user_id", "email") VALUES (1, TRUE, TRUE, 2, 'mara@circle.example');
INSERT INTO "account_emailaddress" ("id", "verified", "primary", "user_id", "email") VALUES (2, TRUE, TRUE, 3, 'otto@circle.example');
INSERT INTO "account_emailaddress" ("id", "verified", "primary", "user_id", "email") VALUES (3, TRUE, TRUE, 4, 'ines@circle.example');
INSERT INTO "account_emailaddress" ("id", "verified", "primary", "user_id", "email") VALUES (4, TRUE, TRUE, 5, 'li@circle.example');
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (1, 'everyone', NULL, NULL);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (2, 'members', NULL, NULL);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (3, 'group', NULL, 1);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (4, 'group', NULL, 2);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (5, 'person', 5, NULL);
INSERT INTO "accounts_audience" ("id", "kind", "person_id", "group_id") VALUES (6, 'person', 2, NULL);
INSERT INTO "accounts_invitation" ("id", "digest", "email", "created_at", "expires_at", "used_at", "withdrawn_at", "by_id", "group_id", "used_by_id") VALUES (1, 'd7a1fbc7a711454f67a8dd36e19b0cf5302cc9a11bff9040962d744c7e6619fe', 'guest@circle.example', '2026-11-24 13:09:33.875265', '2026-12-08 13:09:33.871292', NULL, NULL, 2, 1, NULL);
INSERT INTO "accounts_membership" ("id", "is_leader", "joined_at", "person_id", "group_id") VALUES (1, TRUE, '2026-11-24 13:09:33.334133', 2, 1);
INSERT INTO "accounts_membership" ("id", "is_leader", "joined_at", "person_id", "group_id") VALUES (2, FALSE, '2026-11-24 13:09:33.344278', 5, 1);
INSERT INTO "accounts_membership" ("id", "is_leader", "joined_at", "person_id", "group_id") VALUES (3, TRUE, '2026-11-24 13:09:33.354064', 4, 2);
INSERT INTO "accounts_mutedmail" ("id", "kind", "person_id") VALUES (1, 'reply', 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (1, 'invited', NULL, '{}', '2026-11-24 13:09:33.344419', NULL, NULL, 2, 1, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (2, 'reply', '17d3691f417640a8a86f0924917a23e2', '{}', '2026-11-24 13:09:33.442071', NULL, NULL, 5, NULL, 2);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (3, 'reply', '5d44813dd9e048cdb9aac499baf71f23', '{}', '2026-11-24 13:09:33.454565', NULL, NULL, 2, NULL, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (4, 'moderated', 'e20a3e7899cb470a8577ec3940c764c7', '{"act": "hide", "reason": "Rude.", "rule": "2. No attacks on people"}', '2026-11-24 13:09:33.621327', NULL, NULL, 3, NULL, 4);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (5, 'reported', 'e20a3e7899cb470a8577ec3940c764c7', '{"outcome": "upheld", "reason": "Rude."}', '2026-11-24 13:09:33.622497', NULL, NULL, 3, NULL, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (6, 'moderated', NULL, '{"act": "accept", "topic": "Kaliningrad transit", "reason": ""}', '2026-11-24 13:09:33.727815', NULL, NULL, 3, NULL, 2);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (7, 'reply', '7fd66f48d0954ee3a5f7b06eb73bc336', '{}', '2026-11-24 16:11:09.334890', NULL, NULL, 5, NULL, 3);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (8, 'reply', '91e18569ab6040e0b1e215f39b530820', '{}', '2026-11-24 21:14:38.560790', NULL, NULL, 3, NULL, 2);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (9, 'mention', '91e18569ab6040e0b1e215f39b530820', '{}', '2026-11-24 21:14:38.560790', NULL, NULL, 3, NULL, 5);
INSERT INTO "accounts_readinggroup" ("id", "name", "slug", "created_at", "is_open", "description") VALUES (1, 'Harbour readers', 'harbour-readers-53ba', '2026-11-24 13:09:33.333351', FALSE, 'We read on Tuesdays.');
INSERT INTO "accounts_readinggroup" ("id", "name", "slug", "created_at", "is_open", "description") VALUES (2, 'Open table', 'open-table', '2026-11-24 13:09:33.353709', TRUE, '');
INSERT INTO "accounts_retiredname" ("id", "digest") VALUES (1, '283bb9deef02e6843abfb538efa1eca70801bd8a701c3f98191e123496339247');
INSERT INTO "accounts_retiredname" ("id", "digest") VALUES (2, 'c952ee6bb6222f2d3cd61efe35d6e2a3ac883a29a14cfc578fe8a1d0dd2eafc9');
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key") VALUES (1, 'scrypt$16384$KokGQ7alBSbXDvrnWNaK5K$8$5$HR3R3DBDipmYSIBsqgP5WvMZ0BB8EEKRFcDDtsPwE2bCq9jghLb375NjhLLdZO3IeZOA9xQ/nFvLuMhBkt9IXg==', NULL, TRUE, 'hal', 'hal@circle.example', TRUE, TRUE, '2026-11-24 13:09:30.673250', '', '', FALSE, '', 'hal');
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key") VALUES (2, 'scrypt$16384$xsLHGfzlL5fCVkx2tt2F6u$8$5$dEyplL6YmXQtM1pIhIjfUPzeFaJt+Ld4Se5SOczT+qL3XTx4ZFCq0pe9ofCbrRVEZKYB7XfIz3n2KFfBzxeenA==', NULL, FALSE, 'mara', 'mara@circle.example', FALSE, TRUE, '2026-11-24 13:09:31.189041', 'Mara Keel', '', FALSE, 'marakeel', 'mara');
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key") VALUES (3, 'scrypt$16384$D6eFaoB3hMzthqXZ86ZK7e$8$5$xdUq5RHnUPi9G8qgVQD2Yw7PjM4KJiTv0OkL4JtpCiH8RKMFKJN4V9McbRPhfeuXbXo7+6F7s1SE9bWQFPoiog==', NULL, FALSE, 'otto', 'otto@circle.example', TRUE, TRUE, '2026-11-24 13:09:31.716538', 'Otto Brandt', '', FALSE, 'ottobrandt', 'otto');
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key") VALUES (4, 'scrypt$16384$a4pSrtY7pb2QgZL4PCuRLj$8$5$L8XIduL88iu9DKAn/dLdN0tKdO0jq4dF5Tz+dBWQ93bt7SjQxoiXbD3X00uz+bXgRoHIEjU0xZ+6tNBesx7R1g==', NULL, FALSE, 'ines', 'ines@circle.example', TRUE, TRUE, '2026-11-24 13:09:32.212924', 'Inès', '', FALSE, 'lnes', 'lnes');
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key") VALUES (5, 'scrypt$16384$nOGlQ4q8V3dzVkXAw2rQXa$8$5$UBITTrIi5G3vzXigsnbMiCCXaeiKsRU3Kq8f5MDjmyDU6WmU3FQ2DaI2ED2zBmvikpGQm6mt7T3KefHRSNya5g==', NULL, FALSE, 'li', 'li@circle.example', TRUE, TRUE, '2026-11-24 13:09:32.720182', 'Li 李', '', FALSE, 'll李', 'll');
INSERT INTO "accounts_user_groups" ("id", "user_id", "group_id") VALUES (1, 3, 3);
INSERT INTO "accounts_user_groups" ("id", "user_id", "group_id") VALUES (2, 4, 2);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (1, 0, 'target', FALSE, 'twice a week', ' that carries the waggons sails ', ' when the ice allows it.
Who pay', 41, 53, 1, 1, 1);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (2, 0, 'target', FALSE, 'Nobody asked', 'y the tonne
people, by the head
', ' the fishermen.
The harbour mast', 206, 218, 1, 4, 2);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (3, 0, 'target', FALSE, 'twice a week', ' that carries the waggons sails ', ' when the snow allows it.
Who pa', 41, 53, 2, 5, 3);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (4, 0, 'target', FALSE, 'harbour master', 'Nobody asked the fishermen.
The ', ' keeps a list of what was left b', 238, 252, 1, 6, 4);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (5, 0, 'target', FALSE, 'what was left', ' harbour master keeps a list of ', ' behind on the quay.', 269, 282, 1, 7, 5);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (6, 0, 'target', FALSE, 'the fishermen', 'eople, by the head
Nobody asked ', '.
The harbour master keeps a lis', 219, 232, 1, 9, 7);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (7, 0, 'target', FALSE, 'the fishermen', 'eople, by the head
Nobody asked ', '.
The harbour master keeps a lis', 220, 233, 2, 10, 8);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (8, 0, 'target', FALSE, 'pays for its own', 'w allows it.
Who pays
Each side ', ' half of the crossing, and quarr', 98, 114, 2, 11, 9);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (9, 0, 'target', FALSE, 'twice a week', ' that carries the waggons sails ', ' when the ice allows it.
Who pay', 40, 52, 5, 12, 10);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (10, 0, 'target', FALSE, 'by the tonne', 'uarrels about the middle.
coal, ', '
people, by the head
Nobody aske', 174, 186, 2, 13, 11);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (11, 0, 'target', FALSE, 'the captain waits for nobody', 'utes while the light lasts, and ', '.
The fare has been two pennies ', 76, 104, 6, 14, 12);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (12, 0, 'target', FALSE, 'two pennies', 's for nobody.
The fare has been ', ' since the bridge was taken down', 124, 135, 6, 15, 13);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (13, 0, 'target', FALSE, 'Dogs travel free', 'ince the bridge was taken down.
', ' if they are carried.
The landin', 169, 185, 6, 16, 14);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (14, 0, 'target', FALSE, 'both banks', 'ed each spring by the people of ', '.', 260, 270, 6, 17, 15);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (15, 0, 'target', FALSE, 'each spring', 'arried.
The landing is repaired ', ' by the people of both banks.', 231, 242, 6, 18, 16);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (1, '9b62a0e80f9c4a6f882a81f5ced890a6', 'comment', 'Only in **summer**, see the timetable.', '<p>Only in <strong>summer</strong>, see the timetable.</p>', 1, 1, 'published', '', NULL, '167f5923761946c2bb6af2d81fcce7b8', '2026-11-24 13:09:33.401757', NULL, 2, 1, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (2, '17d3691f417640a8a86f0924917a23e2', 'comment', 'And in May?', '<p>And in May?</p>', 1, 1, 'published', '', NULL, 'b1e8732f81d346649eab2cf2f5288746', '2026-11-24 13:09:33.442071', NULL, 5, 1, 1, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (3, '5d44813dd9e048cdb9aac499baf71f23', 'comment', 'In May as well. 🚢', '<p>In May as well. 🚢</p>', 1, 2, 'published', '', NULL, 'd33534bbd6d0429e8074022fbb39a7d9', '2026-11-24 13:09:33.454565', '2026-11-24 13:09:33.470564', 2, 1, 2, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (4, '7e3afde8ab094067b8cd69f7d0bc7d4e', 'question', 'A source?', '<p>A source?</p>', 1, 1, 'published', '', NULL, 'e07ad2308d114b3486cfcef56a9db349', '2026-11-24 13:09:33.486688', NULL, 5, 2, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (5, '25882dcbdf9d40cf9d6a36a2b6304557', 'comment', 'Same words, other text.', '<p>Same words, other text.</p>', 1, 1, 'published', '', NULL, '191a5e97fa8e449290f3f66fa35680d9', '2026-11-24 13:09:33.495031', NULL, 3, 3, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (6, '70fdf0e400c8439a81a0ed96f8e9c2b9', 'comment', 'For the group alone.', '<p>For the group alone.</p>', 1, 1, 'published', '', NULL, 'be16a0be9fcc428d817378e325f03115', '2026-11-24 13:09:33.532519', NULL, 2, 4, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (7, 'c180d5923306409ea8572bee9e8cdf8d', 'comment', 'For me.', '<p>For me.</p>', 1, 1, 'published', '', NULL, 'b6ff10b7cc5045daafb604a95401ef59', '2026-11-24 13:09:33.564909', NULL, 5, 5, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (8, '28dfa3f2b05645b6972cedb3e44e0cf7', 'comment', 'About all of it.', '<p>About all of it.</p>', 1, 1, 'published', '', NULL, '10d9b23e0f4c431abb03081b95e123fd', '2026-11-24 13:09:33.573784', NULL, 5, 6, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (9, 'e20a3e7899cb470a8577ec3940c764c7', 'comment', 'Rude words here.', '<p>Rude words here.</p>', 1, 1, 'hidden', 'Rude.', NULL, '6155fb78157d4a09879a60e42b3ea6ae', '2026-11-24 13:09:33.582775', NULL, 4, 7, NULL, 2);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (10, 'af6f78f5ec7349aaa033c1965a915a2c', 'comment', 'Not rude.', '<p>Not rude.</p>', 1, 1, 'published', '', NULL, 'a4dc364f51234248af021e8aa90234f3', '2026-11-24 13:09:33.637790', NULL, 4, 8, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (11, 'a55da2677c954afdbaa103ff7a4a39d9', 'comment', 'Taken back.', '<p>Taken back.</p>', 1, 1, 'published', '', '2026-11-24 13:09:33.666411', '155b3d8b67fa456a8dd4ac928acf028f', '2026-11-24 13:09:33.654509', NULL, 5, 9, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (12, '472c1c69f3f1443aac62a480b624f351', 'comment', 'Within the group''s own text.', '<p>Within the group''s own text.</p>', 1, 1, 'published', '', NULL, '9e70db34b365411cbb5f0d029a5a7599', '2026-11-24 13:09:33.711808', NULL, 2, 10, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (13, '3c5115acfbb94ea8b83164d37132fdff', 'comment', 'Words that stay without a name.', '<p>Words that stay without a name.</p>', 1, 1, 'published', '', NULL, 'f5815f8166d848fca15a8c9065040a33', '2026-11-24 13:09:36.583498', NULL, NULL, 11, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (14, 'ba31c97a7e044d70a924e47eb1b44294', 'question', 'Not even for the doctor?', '<p>Not even for the doctor?</p>', 1, 1, 'published', '', NULL, 'bc65558e3d3a4f16ad515db1a49f5441', '2026-11-24 16:11:09.288363', NULL, 2, 12, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (15, '124c67aea98d48f6a903bf22c2cf4223', 'objection', 'Three, last time.', '<p>Three, last time.</p>', 1, 1, 'published', '', NULL, '2ef37777458c4173b278457ce688e0f9', '2026-11-24 16:11:09.306567', NULL, 5, 13, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (16, 'fdd92ece6e3542019350e2cc02d76da1', 'comment', 'And cats?', '<p>And cats?</p>', 1, 1, 'published', '', NULL, '28480493b52846b0a25c7314ee357db0', '2026-11-24 16:11:09.316072', NULL, 3, 14, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (17, 'bdc26c1176784017b759685636360215', 'comment', 'We paid for it.', '<p>We paid for it.</p>', 1, 1, 'published', '', NULL, '6be369a8d3244e7fa2f76ca5b14d0eb7', '2026-11-24 16:11:09.319884', NULL, 5, 15, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (18, '38b86f342d5b4cf29bc6b5bfeee41ca1', 'comment', 'Ask in March.', '<p>Ask in March.</p>', 1, 1, 'published', '', NULL, '9af4a4a7b3944f99916ba0486b73373f', '2026-11-24 16:11:09.329131', NULL, 2, 16, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (19, '7fd66f48d0954ee3a5f7b06eb73bc336', 'comment', 'Cats walk.', '<p>Cats walk.</p>', 1, 1, 'published', '', NULL, 'cb8d6cf82b344715a65e160f1b560dd2', '2026-11-24 16:11:09.334890', NULL, 5, 14, 16, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id") VALUES (20, '91e18569ab6040e0b1e215f39b530820', 'comment', 'Since li was here: @li, look.', '<p>Since li was here: <a href="/people/li/" rel="nofollow ugc noopener">@li</a>, look.</p>', 1, 1, 'published', '', NULL, '6f3073498e994ec4a5780ccbf043e61e', '2026-11-24 21:14:38.560790', NULL, 3, 12, 14, NULL);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (1, 1, 'comment', 'Only in **summer**, see the timetable.', 'd6575907f892f9673f52e01fbc620b39cf68382c077fcafa48f886f9f254d465', '2026-11-24 13:09:33.401757', 1);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (2, 1, 'comment', 'And in May?', 'fdd2a57bd80a055353d9bc433198f1da0f4f72a4adf0a8227dde668faf521c7a', '2026-11-24 13:09:33.442071', 2);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (3, 1, 'comment', 'In May too. 🚢', 'ae993da7a91f2d60494b1e273a9980fe97216b1dc0ebcc69b940f9e648a30091', '2026-11-24 13:09:33.454565', 3);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (4, 2, 'comment', 'In May as well. 🚢', '5963da255bf95968d82f3a1067a7311240bcd55d52944c5bd4fe6e3c93602365', '2026-11-24 13:09:33.470564', 3);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (5, 1, 'question', 'A source?', 'f87d1a55069a7acb613f2e4265dcb512c505fb20a7cfa398f4f29634a3ebbb21', '2026-11-24 13:09:33.486688', 4);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (6, 1, 'comment', 'Same words, other text.', '149a7a34097ea962656d8916000640d821bddadc2ae4588fbd1357ac8c418306', '2026-11-24 13:09:33.495031', 5);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (7, 1, 'comment', 'For the group alone.', '4af727ed02c93030dc006ffe43123febea9731464cb12b9c135697c04fbe8820', '2026-11-24 13:09:33.532519', 6);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (8, 1, 'comment', 'For me.', '44f205e3d5ede395f164e964bf3dd5a2554252ae1d8db310355c5a06f34b4c6b', '2026-11-24 13:09:33.564909', 7);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (9, 1, 'comment', 'About all of it.', '70e40b2986bd5fa4bee5ee2170a9993927b4ce39f0d165dad9e9391e545b9546', '2026-11-24 13:09:33.573784', 8);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (10, 1, 'comment', 'Rude words here.', '9a92e31c540b882d5bfe05f7ce05c5949fa014385ea92e9771d4105defe024b0', '2026-11-24 13:09:33.582775', 9);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (11, 1, 'comment', 'Not rude.', '0a41a78e288e541f78c8065e6091d6b7483f59cc86bd5cd5f52021222264c9b6', '2026-11-24 13:09:33.637790', 10);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (12, 1, 'comment', 'Taken back.', '84383ab6f5919ce82d81bbc12d2260897b8b29eed02a301b5c447d6918367a81', '2026-11-24 13:09:33.654509', 11);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (13, 1, 'comment', 'Within the group''s own text.', 'a716af831aa638a59e7271e10995f953b161a71324ba7c4b539cfd8b6dca3e09', '2026-11-24 13:09:33.711808', 12);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (14, 1, 'comment', 'Words that stay without a name.', 'a7991b376cf12875f41a9745a61073d2a637f87f16e32ec7d57f8e20f2f19a02', '2026-11-24 13:09:36.583498', 13);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (15, 1, 'question', 'Not even for the doctor?', '347074c2897f61102dbf79ba8c1f76cb18f39db2665be07acb0865f7ff7282e4', '2026-11-24 16:11:09.288363', 14);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (16, 1, 'objection', 'Three, last time.', '13e07231d1d8cf07d53e656504433d42429e30d1b817ade494a83fb6dab252ec', '2026-11-24 16:11:09.306567', 15);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (17, 1, 'comment', 'And cats?', '51bf5e21e09ea29209dcd5c0bbc5bb69c76a44222f043a4c2f79d8caae86d018', '2026-11-24 16:11:09.316072', 16);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (18, 1, 'comment', 'We paid for it.', 'bc7cfec4a3982c5f616232f7dd96c46e7fd85dfe16cf52b5334ebbd4954ade74', '2026-11-24 16:11:09.319884', 17);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (19, 1, 'comment', 'Ask in March.', '713a65f6a9ab175a65f075d0292b741da4061ff6173e6c65a9c2536119e11fed', '2026-11-24 16:11:09.329131', 18);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (20, 1, 'comment', 'Cats walk.', '0c78e4d32a43b09ba4e1c2a83bd668bb16813d6d5135a35a8003b6999ef8e4b7', '2026-11-24 16:11:09.334890', 19);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (21, 1, 'comment', 'Since li was here: @li, look.', 'ea96ffad37ddfe7da3b57c65ac7db79195b9308b05b923eef96bc92962197cae', '2026-11-24 21:14:38.560790', 20);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id") VALUES (1, '2026-11-24 13:09:33.401757', 1, 2, 1);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id") VALUES (2, '2026-11-24 13:09:33.401757', 1, 2, 2);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id") VALUES (3, '2026-11-24 13:09:33.495031', 5, 3, 2);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (1, 8, 3, 4, 1, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (2, 7, 4, 3, 2, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (3, 1, 1, 1, 1, 3);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (4, 1, 1, 1, 1, 5);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (5, 1, 1, 1, 2, 2);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (6, 1, 1, 1, 5, 3);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (7, 11, 3, 5, 6, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (8, 1, 1, 1, 6, 2);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (9, 2, 1, 1, 6, 6);
INSERT INTO "annotations_draft" ("id", "place", "page", "fields", "saved_at", "article_id", "person_id") VALUES (1, '/articles/the-ferry-2/annotate/?block=nt6zztgc', '/articles/the-ferry-2/', '{"body": "Not finished yet."}', '2026-11-24 21:14:38.572102', 6, 5);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (1, 1, 'annotated', '2026-11-24 13:09:33.401757', 2, 1, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (2, 2, 'replied', '2026-11-24 13:09:33.442071', 5, 2, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (3, 3, 'replied', '2026-11-24 13:09:33.454565', 2, 3, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (4, 4, 'edited', '2026-11-24 13:09:33.470564', 2, 3, 1, 1, 1);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (5, 5, 'annotated', '2026-11-24 13:09:33.486688', 5, 4, 1, 1, 2);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (6, 1, 'annotated', '2026-11-24 13:09:33.495031', 3, 5, 2, 1, 3);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (7, 1, 'annotated', '2026-11-24 13:09:33.532519', 2, 6, 1, 3, 4);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (8, 1, 'annotated', '2026-11-24 13:09:33.564909', 5, 7, 1, 5, 5);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (9, 1, 'annotated', '2026-11-24 13:09:33.573784', 5, 8, 2, 2, 6);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (10, 6, 'annotated', '2026-11-24 13:09:33.582775', 4, 9, 1, 1, 7);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (11, 7, 'moderated', '2026-11-24 13:09:33.621327', 3, 9, 1, 1, 7);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (12, 2, 'annotated', '2026-11-24 13:09:33.637790', 4, 10, 2, 1, 8);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (13, 3, 'annotated', '2026-11-24 13:09:33.654509', 5, 11, 2, 1, 9);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (14, 4, 'withdrawn', '2026-11-24 13:09:33.666411', 5, 11, 2, 1, 9);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (15, 8, 'resolved', '2026-11-24 13:09:33.673993', 5, NULL, 1, 1, 2);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (16, 5, 'locked', '2026-11-24 13:09:33.691088', 3, NULL, 2, 1, 3);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (17, 1, 'annotated', '2026-11-24 13:09:33.711808', 2, 12, 5, 3, 10);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (18, 6, 'annotated', '2026-11-24 13:09:36.583498', NULL, 13, 2, 1, 11);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (19, 7, 'edited', '2026-11-24 13:09:36.630995', NULL, 13, 2, 1, 11);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (20, 1, 'annotated', '2026-11-24 16:11:09.288363', 2, 14, 6, 1, 12);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (21, 2, 'annotated', '2026-11-24 16:11:09.306567', 5, 15, 6, 1, 13);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (22, 3, 'annotated', '2026-11-24 16:11:09.316072', 3, 16, 6, 1, 14);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (23, 1, 'annotated', '2026-11-24 16:11:09.319884', 5, 17, 6, 2, 15);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (24, 1, 'annotated', '2026-11-24 16:11:09.329131', 2, 18, 6, 6, 16);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (25, 4, 'replied', '2026-11-24 16:11:09.334890', 5, 19, 6, 1, 14);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (26, 5, 'placed', '2026-11-24 16:11:09.395672', 5, 15, 6, 1, 13);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (27, 6, 'placed', '2026-11-24 16:11:09.412531', 3, 16, 6, 1, 14);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (28, 2, 'placed', '2026-11-24 16:11:09.461847', 2, 18, 6, 6, 16);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (29, 7, 'resolved', '2026-11-24 16:11:09.463000', 2, NULL, 6, 1, 12);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (30, 8, 'reacted', '2026-11-24 21:14:37.988696', 3, 14, 6, 1, 12);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (31, 9, 'reacted', '2026-11-24 21:14:37.998504', 5, 14, 6, 1, 12);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (32, 10, 'replied', '2026-11-24 21:14:38.560790', 3, 20, 6, 1, 12);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (33, 11, 'resolved', '2026-11-24 21:14:38.567679', 5, NULL, 6, 1, 13);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (1, NULL, 1, 'publish', '', '', '', NULL, '', '2026-11-24 13:09:33.217211', NULL, 'article 1', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (2, NULL, 1, 'publish', '', '', '', NULL, '', '2026-11-24 13:09:33.247166', NULL, 'article 2', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (3, NULL, 1, 'publish', '', '', '', NULL, '', '2026-11-24 13:09:33.284011', NULL, 'article 4', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (4, NULL, 1, 'withdraw', 'Not ours to print.', '', '', NULL, '', '2026-11-24 13:09:33.313912', NULL, 'article 4', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (5, NULL, 1, 'roles', 'Moderators', '', '', NULL, '', '2026-11-24 13:09:33.319625', NULL, 'person 3', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (6, NULL, 1, 'roles', 'Editors', '', '', NULL, '', '2026-11-24 13:09:33.326842', NULL, 'person 4', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (7, NULL, 1, 'publish', '', '', '', NULL, '', '2026-11-24 13:09:33.389130', NULL, 'article 5', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (8, 'e20a3e7899cb470a8577ec3940c764c7', 3, 'hide', 'Rude.', 'published', 'hidden', 1, '9a92e31c540b882d5bfe05f7ce05c5949fa014385ea92e9771d4105defe024b0', '2026-11-24 13:09:33.608669', 2, '', '2519acaf21454bd4b3d18f4c6a2dbe34');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (9, NULL, 3, 'lock', 'Enough said.', '', '', NULL, '', '2026-11-24 13:09:33.690810', NULL, '', 'f7996a5661c644aa9e9c3307fdb417fc');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (10, NULL, 3, 'accept', '', '', '', NULL, '', '2026-11-24 13:09:33.727815', NULL, 'topic 2', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (11, NULL, 3, 'alias', '', '', '', NULL, '', '2026-11-24 13:09:33.750300', NULL, 'topic 2', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (12, NULL, 3, 'rename', '', '', '', NULL, '', '2026-11-24 13:09:33.787293', NULL, 'topic 1', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (13, NULL, 1, 'grant', 'leader: The ferry', '', '', NULL, '', '2026-11-24 13:09:33.800714', NULL, 'person 5', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (14, NULL, 6, 'close-keep', '', '', '', NULL, '', '2026-11-24 13:09:36.617345', NULL, 'person 6', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (15, NULL, 6, 'erased', '', '', '', NULL, '', '2026-11-24 13:09:36.697357', NULL, 'person 6', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (16, NULL, 1, 'publish', '', '', '', NULL, '', '2026-11-24 16:11:09.275077', NULL, 'article 6', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (17, NULL, 1, 'publish', 'The new fares.', '', '', NULL, '', '2026-11-24 16:11:09.372177', NULL, 'article 6', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (18, NULL, 1, 'publish', 'When it is repaired.', '', '', NULL, '', '2026-11-24 16:11:09.451819', NULL, 'article 6', NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (1, 'unchanged', 'none', '11k0srhh', 41, '11k0srhh', 53, 1, 1, NULL, 1, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (2, 'unchanged', 'none', 'c86j913v', 0, 'c86j913v', 12, 2, 1, NULL, 2, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (3, 'unchanged', 'none', 'h219fv5x', 41, 'h219fv5x', 53, 3, 2, NULL, 3, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (4, 'unchanged', 'none', 'yxptnqrs', 4, 'yxptnqrs', 18, 4, 1, NULL, 4, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (5, 'unchanged', 'none', 'yxptnqrs', 35, 'yxptnqrs', 48, 5, 1, NULL, 5, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (6, 'unchanged', 'none', 'c86j913v', 13, 'c86j913v', 26, 6, 1, NULL, 7, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (7, 'unchanged', 'none', 'gdydvc19', 13, 'gdydvc19', 26, 7, 2, NULL, 8, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (8, 'unchanged', 'none', '3dvq4hxc', 10, '3dvq4hxc', 26, 8, 2, NULL, 9, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (9, 'unchanged', 'none', '2p5wgd9a', 40, '2p5wgd9a', 52, 9, 5, NULL, 10, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (10, 'unchanged', 'none', 'kdp3ghyr', 6, 'kdp3ghyr', 18, 10, 2, NULL, 11, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (11, 'unchanged', 'none', '5dhagvj0', 66, '5dhagvj0', 94, 11, 6, 7, 12, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (12, 'unchanged', 'none', 'gfbakemv', 18, 'gfbakemv', 29, 12, 6, 7, 13, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (13, 'unchanged', 'none', 'ca1af0fs', 0, 'ca1af0fs', 16, 13, 6, 7, 14, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (14, 'unchanged', 'none', '7hca577c', 53, '7hca577c', 63, 14, 6, 8, 15, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (15, 'unchanged', 'none', '7hca577c', 24, '7hca577c', 35, 15, 6, 8, 16, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (16, 'edited', 'none', '5dhagvj0', 66, '5dhagvj0', 87, 11, 7, NULL, 12, 75, 'the captain waits for', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (17, 'edited', 'confirmed', 'gfbakemv', 24, 'gfbakemv', 31, 12, 7, NULL, 13, 50, 'pennies', '2026-11-24 16:11:09.394598', 5);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (18, 'orphaned', 'left', '', 0, '', 0, 13, 7, NULL, 14, 100, '', '2026-11-24 16:11:09.412130', 3);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (19, 'unchanged', 'none', '7hca577c', 77, '7hca577c', 87, 14, 8, NULL, 15, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (20, 'edited', 're-placed', '7hca577c', 37, '7hca577c', 58, 15, 8, NULL, 16, 100, 'when the water is low', '2026-11-24 16:11:09.461419', 2);
INSERT INTO "annotations_reaction" ("id", "kind", "at", "annotation_id", "person_id") VALUES (1, 'agree', '2026-11-24 21:14:37.988696', 14, 3);
INSERT INTO "annotations_reaction" ("id", "kind", "at", "annotation_id", "person_id") VALUES (2, 'thanks', '2026-11-24 21:14:37.998504', 14, 5);
INSERT INTO "annotations_reading" ("id", "seen", "block_key", "visited_at", "article_id", "person_id", "revision_id") VALUES (1, '{"1": [[1, 9]], "2": [[1, 1]], "5": [], "3": []}', '5dhagvj0', '2026-11-24 21:14:38.002945', 6, 5, 8);
INSERT INTO "annotations_reading" ("id", "seen", "block_key", "visited_at", "article_id", "person_id", "revision_id") VALUES (2, '{"1": [[1, 9]], "2": [[1, 1]]}', '', '2026-11-24 21:14:38.035216', 6, 3, 8);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id", "decided_at", "decided_by_id", "outcome") VALUES (1, 'abuse', 'It is rude.', 1, '2026-11-24 13:09:33.586022', 9, 5, '2026-11-24 13:09:33.622497', 3, 'upheld');
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id", "decided_at", "decided_by_id", "outcome") VALUES (2, 'off-topic', '', 1, '2026-11-24 13:09:33.650032', 10, 2, NULL, NULL, '');
INSERT INTO "annotations_scopedrole" ("id", "role", "at", "article_id", "by_id", "person_id", "topic_id") VALUES (1, 'leader', '2026-11-24 13:09:33.798547', 1, 1, 5, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (1, '1a8e3c45b91a4ee8a1d7da55eb6b63b0', 'everyone', 1, 3, '2026-11-24 13:09:33.401757', '2026-11-24 13:09:33.454565', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (2, '329099f99e9f4482b1b232e0c396ac8f', 'everyone', 2, 1, '2026-11-24 13:09:33.486688', '2026-11-24 13:09:33.486688', NULL, '2026-11-24 13:09:33.673993', 'Answered on the quay.', 1, 1, 5);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (3, 'f7996a5661c644aa9e9c3307fdb417fc', 'everyone', 1, 1, '2026-11-24 13:09:33.495031', '2026-11-24 13:09:33.495031', '2026-11-24 13:09:33.690487', NULL, '', 2, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (4, '3bbda41ca50444e7ba1d8cd1a2bda8f8', 'group', 1, 1, '2026-11-24 13:09:33.532519', '2026-11-24 13:09:33.532519', NULL, NULL, '', 1, 3, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (5, '9d4ed7f0caef485e9ba4476e16004979', 'person', 1, 1, '2026-11-24 13:09:33.564909', '2026-11-24 13:09:33.564909', NULL, NULL, '', 1, 5, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (6, '1f185d3fc4c34612abcc1c71e77d2cb8', 'members', 1, 1, '2026-11-24 13:09:33.573784', '2026-11-24 13:09:33.573784', NULL, NULL, '', 2, 2, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (7, '2519acaf21454bd4b3d18f4c6a2dbe34', 'everyone', 3, 0, '2026-11-24 13:09:33.582775', '2026-11-24 13:09:33.582775', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (8, '48bacfbbd77145fe87fa87506a017cc2', 'everyone', 2, 1, '2026-11-24 13:09:33.637790', '2026-11-24 13:09:33.637790', NULL, NULL, '', 2, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (9, 'b69f9c4937f94f219992f56f662555af', 'everyone', 3, 0, '2026-11-24 13:09:33.654509', '2026-11-24 13:09:33.654509', NULL, NULL, '', 2, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (10, 'c44caf30042d414f8e321a245ac6d809', 'group', 1, 1, '2026-11-24 13:09:33.711808', '2026-11-24 13:09:33.711808', NULL, NULL, '', 5, 3, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (11, '3a070e76f8ac41228f7920bc2ce07395', 'everyone', 4, 1, '2026-11-24 13:09:36.583498', '2026-11-24 13:09:36.583498', NULL, NULL, '', 2, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (12, '3f0eff6e802f4566ad59a7269d7335cc', 'everyone', 1, 2, '2026-11-24 16:11:09.288363', '2026-11-24 21:14:38.560790', NULL, '2026-11-24 16:11:09.463000', 'The text says it now.', 6, 1, 2);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (13, 'f77bd13724534644befa57d1bdf0b71e', 'everyone', 2, 1, '2026-11-24 16:11:09.306567', '2026-11-24 16:11:09.306567', NULL, '2026-11-24 21:14:38.567679', 'Answered by the timetable.', 6, 1, 5);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (14, '223a926c9586468cb0cc0e036f0026a8', 'everyone', 3, 2, '2026-11-24 16:11:09.316072', '2026-11-24 16:11:09.334890', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (15, '0ffcd9d093724c85801f809f09fac8e4', 'members', 1, 1, '2026-11-24 16:11:09.319884', '2026-11-24 16:11:09.319884', NULL, NULL, '', 6, 2, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (16, 'e4a14a16171544048baa2170126c8bc9', 'person', 1, 1, '2026-11-24 16:11:09.329131', '2026-11-24 16:11:09.329131', NULL, NULL, '', 6, 6, NULL);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "broader_id", "proposed_by_id", "accepted_by_id") VALUES (1, 'ferries', 'Ferries', '', NULL, '2026-11-24 13:09:33.415135', NULL, 2, NULL);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "broader_id", "proposed_by_id", "accepted_by_id") VALUES (2, 'kaliningrad-transit', 'Kaliningrad transit', '', '2026-11-24 13:09:33.726388', '2026-11-24 13:09:33.427262', NULL, 2, 3);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (1, 'Ferry timetable', 'ferry timetable', TRUE, 1);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (2, 'Kaliningrad transit', 'kaliningrad transit', FALSE, 2);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (3, 'Suwalki road', 'suwalki road', TRUE, 2);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id") VALUES (4, 'Ferries', 'ferries', FALSE, 1);
INSERT INTO "annotations_topicslug" ("id", "slug", "topic_id") VALUES (1, 'ferry-timetable', 1);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (1, 'the-ferry', 'The ferry', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.190036', '2026-11-24 13:09:33.786821', 1, 1, 1);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (2, 'the-railway', 'The railway', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.227088', '2026-11-24 13:09:33.727332', 1, 1, 2);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (3, 'not-yet', 'Not yet', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.258862', '2026-11-24 13:09:33.258885', 1, 1, NULL);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (4, 'taken-back', 'Taken back', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.270928', '2026-11-24 13:09:33.295384', 1, 1, NULL);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (5, 'for-the-group', 'For the group', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.358271', '2026-11-24 13:09:33.374374', 3, 1, 5);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (6, 'the-ferry-2', 'The ferry', '', '', '', '', '', 'en', '', FALSE, '2026-11-24 16:11:09.214356', '2026-11-24 16:11:09.444209', 1, 1, 8);
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (1, '11k0srhh', 0, 1, 'paragraph', 0, 'The ferry that carries the waggons sails twice a week when the ice allows it.', 'The ferry that carries the waggons sails twice a week when the ice allows it.', '{}', 0, 1, 1, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (2, 'kt8tjszm', 1, NULL, 'heading', 2, 'Who pays', 'Who pays', '{}', 78, 1, 1, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (3, '9mffm5k5', 2, 2, 'paragraph', 0, 'Each side pays for its own half of the crossing, and quarrels about the middle.', 'Each side pays for its own half of the crossing, and quarrels about the middle.', '{}', 87, 1, 1, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (4, 'rev7g2kw', 3, 3, 'list_item', 1, 'coal, by the tonne', 'coal, by the tonne', '{"within": ["ul", "li"], "ordered": false, "new": true}', 167, 1, 1, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (5, 'mj8tgd4v', 4, 4, 'list_item', 1, 'people, by the head', 'people, by the head', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 186, 1, 1, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (6, 'c86j913v', 5, 5, 'quotation', 1, 'Nobody asked the fishermen.', 'Nobody asked the fishermen.', '{"within": ["blockquote"]}', 206, 1, 1, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (7, 'yxptnqrs', 6, 6, 'paragraph', 0, 'The harbour master keeps a list of what was left behind on the quay.', 'The harbour master keeps a list of what was left behind on the quay.', '{}', 234, 1, 1, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (8, 'h219fv5x', 0, 1, 'paragraph', 0, 'The train that carries the waggons sails twice a week when the snow allows it.', 'The train that carries the waggons sails twice a week when the snow allows it.', '{}', 0, 2, 2, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (9, '2mm5qzxn', 1, NULL, 'heading', 2, 'Who pays', 'Who pays', '{}', 79, 2, 2, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (10, '3dvq4hxc', 2, 2, 'paragraph', 0, 'Each side pays for its own half of the crossing, and quarrels about the middle.', 'Each side pays for its own half of the crossing, and quarrels about the middle.', '{}', 88, 2, 2, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (11, 'kdp3ghyr', 3, 3, 'list_item', 1, 'coal, by the tonne', 'coal, by the tonne', '{"within": ["ul", "li"], "ordered": false, "new": true}', 168, 2, 2, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (12, 'nx267ch4', 4, 4, 'list_item', 1, 'people, by the head', 'people, by the head', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 187, 2, 2, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (13, 'gdydvc19', 5, 5, 'quotation', 1, 'Nobody asked the fishermen.', 'Nobody asked the fishermen.', '{"within": ["blockquote"]}', 207, 2, 2, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (14, '0ynmgp3h', 6, 6, 'paragraph', 0, 'The harbour master keeps a list of what was left behind on the quay.', 'The harbour master keeps a list of what was left behind on the quay.', '{}', 235, 2, 2, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (15, 'fzwbc59d', 0, 1, 'paragraph', 0, 'The barge that carries the waggons sails twice a week when the ice allows it.', 'The barge that carries the waggons sails twice a week when the ice allows it.', '{}', 0, 3, 3, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (16, 'ch478q1r', 1, NULL, 'heading', 2, 'Who pays', 'Who pays', '{}', 78, 3, 3, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (17, 'se1b5bn7', 2, 2, 'paragraph', 0, 'Each side pays for its own half of the crossing, and quarrels about the middle.', 'Each side pays for its own half of the crossing, and quarrels about the middle.', '{}', 87, 3, 3, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (18, 'vct2wpg1', 3, 3, 'list_item', 1, 'coal, by the tonne', 'coal, by the tonne', '{"within": ["ul", "li"], "ordered": false, "new": true}', 167, 3, 3, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (19, 'fhg01rn3', 4, 4, 'list_item', 1, 'people, by the head', 'people, by the head', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 186, 3, 3, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (20, '1jh11hg6', 5, 5, 'quotation', 1, 'Nobody asked the fishermen.', 'Nobody asked the fishermen.', '{"within": ["blockquote"]}', 206, 3, 3, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (21, '657zg2z8', 6, 6, 'paragraph', 0, 'The harbour master keeps a list of what was left behind on the quay.', 'The harbour master keeps a list of what was left behind on the quay.', '{}', 234, 3, 3, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (22, '79sn4bsg', 0, 1, 'paragraph', 0, 'The balloon that carries the waggons sails twice a week when the ice allows it.', 'The balloon that carries the waggons sails twice a week when the ice allows it.', '{}', 0, 4, 4, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (23, 'padsrpkf', 1, NULL, 'heading', 2, 'Who pays', 'Who pays', '{}', 80, 4, 4, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (24, '7rgkm3kb', 2, 2, 'paragraph', 0, 'Each side pays for its own half of the crossing, and quarrels about the middle.', 'Each side pays for its own half of the crossing, and quarrels about the middle.', '{}', 89, 4, 4, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (25, 'az5gahxh', 3, 3, 'list_item', 1, 'coal, by the tonne', 'coal, by the tonne', '{"within": ["ul", "li"], "ordered": false, "new": true}', 169, 4, 4, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (26, 'qb4htebt', 4, 4, 'list_item', 1, 'people, by the head', 'people, by the head', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 188, 4, 4, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (27, 'cb6st6ja', 5, 5, 'quotation', 1, 'Nobody asked the fishermen.', 'Nobody asked the fishermen.', '{"within": ["blockquote"]}', 208, 4, 4, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (28, 'fsffmemh', 6, 6, 'paragraph', 0, 'The harbour master keeps a list of what was left behind on the quay.', 'The harbour master keeps a list of what was left behind on the quay.', '{}', 236, 4, 4, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (29, '2p5wgd9a', 0, 1, 'paragraph', 0, 'The raft that carries the waggons sails twice a week when the ice allows it.', 'The raft that carries the waggons sails twice a week when the ice allows it.', '{}', 0, 5, 5, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (30, '8devpm8r', 1, NULL, 'heading', 2, 'Who pays', 'Who pays', '{}', 77, 5, 5, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (31, 'bxkgakvv', 2, 2, 'paragraph', 0, 'Each side pays for its own half of the crossing, and quarrels about the middle.', 'Each side pays for its own half of the crossing, and quarrels about the middle.', '{}', 86, 5, 5, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (32, '9ps9088m', 3, 3, 'list_item', 1, 'coal, by the tonne', 'coal, by the tonne', '{"within": ["ul", "li"], "ordered": false, "new": true}', 166, 5, 5, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (33, 'pwwv424j', 4, 4, 'list_item', 1, 'people, by the head', 'people, by the head', '{"within": ["ul", "li"], "joins": 1, "ordered": false}', 185, 5, 5, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (34, 'kc8qtsx2', 5, 5, 'quotation', 1, 'Nobody asked the fishermen.', 'Nobody asked the fishermen.', '{"within": ["blockquote"]}', 205, 5, 5, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (35, '0drsn6dp', 6, 6, 'paragraph', 0, 'The harbour master keeps a list of what was left behind on the quay.', 'The harbour master keeps a list of what was left behind on the quay.', '{}', 233, 5, 5, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (36, 'nt6zztgc', 0, NULL, 'heading', 1, 'The ferry', 'The ferry', '{}', 0, 6, 6, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (37, '5dhagvj0', 1, 1, 'paragraph', 0, 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for nobody.', 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for nobody.', '{}', 10, 6, 6, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (38, 'gfbakemv', 2, 2, 'paragraph', 0, 'The fare has been two pennies since the bridge was taken down.', 'The fare has been two pennies since the bridge was taken down.', '{}', 106, 6, 6, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (39, 'ca1af0fs', 3, 3, 'paragraph', 0, 'Dogs travel free if they are carried.', 'Dogs travel free if they are carried.', '{}', 169, 6, 6, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (40, '7hca577c', 4, 4, 'paragraph', 0, 'The landing is repaired each spring by the people of both banks.', 'The landing is repaired each spring by the people of both banks.', '{}', 207, 6, 6, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (41, 'nt6zztgc', 0, NULL, 'heading', 1, 'The ferry', 'The ferry', '{}', 0, 6, 7, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (42, '5dhagvj0', 1, 1, 'paragraph', 0, 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.', 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.', '{}', 10, 6, 7, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (43, 'gfbakemv', 2, 2, 'paragraph', 0, 'The fare has been three pennies since the bridge was taken down.', 'The fare has been three pennies since the bridge was taken down.', '{}', 116, 6, 7, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (44, '7hca577c', 3, 3, 'paragraph', 0, 'The landing is repaired each spring by the people of both banks.', 'The landing is repaired each spring by the people of both banks.', '{}', 181, 6, 7, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (45, 'nt6zztgc', 0, NULL, 'heading', 1, 'The ferry', 'The ferry', '{}', 0, 6, 8, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (46, '5dhagvj0', 1, 1, 'paragraph', 0, 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.', 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.', '{}', 10, 6, 8, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (47, 'gfbakemv', 2, 2, 'paragraph', 0, 'The fare has been three pennies since the bridge was taken down.', 'The fare has been three pennies since the bridge was taken down.', '{}', 116, 6, 8, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (48, '7hca577c', 3, 3, 'paragraph', 0, 'The landing is repaired each autumn, when the water is low, by the people of both banks.', 'The landing is repaired each autumn, when the water is low, by the people of both banks.', '{}', 181, 6, 8, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (49, 'nt6zztgc', 0, NULL, 'heading', 1, 'The ferry', 'The ferry', '{}', 0, 6, 9, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (50, '5dhagvj0', 1, 1, 'paragraph', 0, 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.', 'The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.', '{}', 10, 6, 9, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (51, 'gfbakemv', 2, 2, 'paragraph', 0, 'The fare has been three pennies since the bridge was taken down.', 'The fare has been three pennies since the bridge was taken down.', '{}', 116, 6, 9, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (52, '7hca577c', 3, 3, 'paragraph', 0, 'The landing is repaired each spring by the people of both banks.', 'The landing is repaired each spring by the people of both banks.', '{}', 181, 6, 9, '[]');
INSERT INTO "articles_block" ("id", "key", "position", "number", "kind", "level", "text", "html", "attrs", "start", "article_id", "revision_id", "absorbed") VALUES (53, 'h3dme5jz', 4, 4, 'paragraph', 0, 'A draft.', 'A draft.', '{}', 246, 6, 9, '[]');
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (1, 1, 'The ferry that carries the waggons sails twice a week when the ice allows it.

## Who pays

Each side pays for its own half of the crossing, and quarrels about the middle.

- coal, by the tonne
- people, by the head

> Nobody asked the fishermen.

The harbour master keeps a list of what was left behind on the quay.
', '', 1, 302, 58, '2026-11-24 13:09:33.197311', '2026-11-24 13:09:33.205038', NULL, 1, 1, NULL, NULL);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (2, 1, 'The train that carries the waggons sails twice a week when the snow allows it.

## Who pays

Each side pays for its own half of the crossing, and quarrels about the middle.

- coal, by the tonne
- people, by the head

> Nobody asked the fishermen.

The harbour master keeps a list of what was left behind on the quay.
', '', 1, 303, 58, '2026-11-24 13:09:33.237728', '2026-11-24 13:09:33.239943', NULL, 2, 1, NULL, NULL);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (3, 1, 'The barge that carries the waggons sails twice a week when the ice allows it.

## Who pays

Each side pays for its own half of the crossing, and quarrels about the middle.

- coal, by the tonne
- people, by the head

> Nobody asked the fishermen.

The harbour master keeps a list of what was left behind on the quay.
', '', 1, 302, 58, '2026-11-24 13:09:33.260577', NULL, NULL, 3, 1, NULL, NULL);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (4, 1, 'The balloon that carries the waggons sails twice a week when the ice allows it.

## Who pays

Each side pays for its own half of the crossing, and quarrels about the middle.

- coal, by the tonne
- people, by the head

> Nobody asked the fishermen.

The harbour master keeps a list of what was left behind on the quay.
', '', 1, 304, 58, '2026-11-24 13:09:33.273861', '2026-11-24 13:09:33.275871', '2026-11-24 13:09:33.294411', 4, 1, NULL, NULL);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (5, 1, 'The raft that carries the waggons sails twice a week when the ice allows it.

## Who pays

Each side pays for its own half of the crossing, and quarrels about the middle.

- coal, by the tonne
- people, by the head

> Nobody asked the fishermen.

The harbour master keeps a list of what was left behind on the quay.
', '', 1, 301, 58, '2026-11-24 13:09:33.359894', '2026-11-24 13:09:33.374090', NULL, 5, 1, NULL, NULL);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (6, 1, '# The ferry

The ferry crosses every twenty minutes while the light lasts, and the captain waits for nobody.

The fare has been two pennies since the bridge was taken down.

Dogs travel free if they are carried.

The landing is repaired each spring by the people of both banks.
', '', 1, 271, 49, '2026-11-24 16:11:09.223734', '2026-11-24 16:11:09.267809', NULL, 6, 1, NULL, 1);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (7, 2, '# The ferry

The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.

The fare has been three pennies since the bridge was taken down.

The landing is repaired each spring by the people of both banks.
', 'The new fares.', 1, 245, 44, '2026-11-24 16:11:09.352993', '2026-11-24 16:11:09.363473', NULL, 6, 1, 6, 1);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (8, 3, '# The ferry

The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.

The fare has been three pennies since the bridge was taken down.

The landing is repaired each autumn, when the water is low, by the people of both banks.
', 'When it is repaired.', 1, 269, 49, '2026-11-24 16:11:09.421453', '2026-11-24 16:11:09.443728', NULL, 6, 1, 7, 1);
INSERT INTO "articles_revision" ("id", "number", "source", "note", "renderer", "length", "words", "created_at", "published_at", "withdrawn_at", "article_id", "created_by_id", "base_id", "published_by_id") VALUES (9, 4, '# The ferry

The ferry crosses every twenty minutes while the light lasts, and the captain waits for the doctor alone.

The fare has been three pennies since the bridge was taken down.

The landing is repaired each spring by the people of both banks.

A draft.
', '', 1, 254, 46, '2026-11-24 16:11:09.478101', NULL, NULL, 6, 1, 8, NULL);
INSERT INTO "articles_siterule" ("id", "number", "title", "text", "retired_at") VALUES (1, 1, 'Speak to the text', 'What you write is about the passage, or about what was said of it.', NULL);
INSERT INTO "articles_siterule" ("id", "number", "title", "text", "retired_at") VALUES (2, 2, 'No attacks on people', 'Dispute what somebody says, not who they are. No threats, no slurs.', NULL);
INSERT INTO "articles_siterule" ("id", "number", "title", "text", "retired_at") VALUES (3, 3, 'No advertising', 'No spam, and no links that are there to sell or to be counted.', NULL);
INSERT INTO "articles_siterule" ("id", "number", "title", "text", "retired_at") VALUES (4, 4, 'Nothing against the law', 'Nothing that must not be published where this site is run.', NULL);
INSERT INTO "articles_siterule" ("id", "number", "title", "text", "retired_at") VALUES (5, 5, 'Other people''s data stay theirs', 'No addresses, numbers or private facts of other people.', NULL);
INSERT INTO "articles_siterule" ("id", "number", "title", "text", "retired_at") VALUES (6, 6, 'Say whose words they are', 'Mark what you quote, and name its source.', NULL);
INSERT INTO "auth_group" ("id", "name") VALUES (1, 'Owners');
INSERT INTO "auth_group" ("id", "name") VALUES (2, 'Editors');
INSERT INTO "auth_group" ("id", "name") VALUES (3, 'Moderators');
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (1, 1, 1);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (2, 1, 2);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (3, 1, 3);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (4, 1, 4);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (5, 1, 5);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (6, 1, 6);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (7, 1, 7);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (8, 1, 8);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (9, 1, 9);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (10, 1, 10);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (11, 1, 11);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (12, 1, 12);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (13, 1, 13);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (14, 1, 14);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (15, 1, 15);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (16, 1, 16);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (17, 1, 17);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (18, 1, 18);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (19, 1, 19);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (20, 1, 20);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (21, 1, 21);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (22, 1, 22);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (23, 1, 23);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (24, 1, 24);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (25, 1, 25);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (26, 1, 26);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (27, 1, 27);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (28, 1, 28);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (29, 1, 29);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (30, 1, 30);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (31, 1, 31);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (32, 1, 32);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (33, 1, 33);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (34, 1, 34);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (35, 1, 35);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (36, 1, 36);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (37, 1, 37);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (38, 1, 38);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (39, 1, 39);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (40, 1, 40);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (41, 1, 41);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (42, 1, 42);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (43, 1, 43);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (44, 1, 44);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (45, 1, 45);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (46, 1, 46);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (47, 1, 47);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (48, 1, 48);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (49, 1, 49);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (50, 1, 50);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (51, 1, 51);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (52, 1, 52);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (53, 1, 53);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (54, 1, 54);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (55, 1, 55);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (56, 1, 56);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (57, 1, 57);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (58, 1, 58);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (59, 1, 59);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (60, 1, 60);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (61, 1, 61);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (62, 1, 62);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (63, 1, 63);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (64, 1, 64);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (65, 1, 65);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (66, 1, 66);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (67, 1, 67);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (68, 1, 68);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (69, 1, 69);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (70, 1, 70);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (71, 1, 71);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (72, 1, 72);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (73, 1, 73);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (74, 1, 74);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (75, 1, 75);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (76, 1, 76);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (77, 1, 77);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (78, 1, 78);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (79, 1, 79);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (80, 1, 80);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (81, 1, 81);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (82, 1, 82);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (83, 1, 83);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (84, 1, 84);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (85, 1, 85);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (86, 1, 86);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (87, 1, 87);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (88, 1, 88);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (89, 1, 89);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (90, 1, 90);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (91, 1, 91);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (92, 1, 92);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (93, 1, 93);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (94, 1, 94);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (95, 1, 95);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (96, 1, 96);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (97, 1, 97);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (98, 1, 98);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (99, 1, 99);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (100, 1, 100);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (101, 1, 101);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (102, 1, 102);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (103, 1, 103);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (104, 1, 104);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (105, 1, 105);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (106, 1, 106);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (107, 1, 107);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (108, 1, 108);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (109, 1, 109);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (110, 1, 110);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (111, 1, 111);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (112, 1, 112);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (113, 1, 113);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (114, 1, 114);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (115, 1, 115);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (116, 1, 116);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (117, 1, 117);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (118, 2, 37);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (119, 2, 38);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (120, 2, 40);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (121, 2, 53);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (122, 2, 54);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (123, 2, 56);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (124, 3, 69);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (125, 1, 160);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (126, 1, 161);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (127, 1, 162);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (128, 1, 163);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (129, 1, 164);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (130, 1, 165);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (131, 1, 166);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (132, 1, 167);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (133, 1, 168);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (134, 1, 169);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (135, 1, 158);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (136, 1, 159);
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (1, 1, 'add_user', 'Can add person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (2, 1, 'change_user', 'Can change person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (3, 1, 'delete_user', 'Can delete person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (4, 1, 'view_user', 'Can view person');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (5, 2, 'add_retiredname', 'Can add retired name');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (6, 2, 'change_retiredname', 'Can change retired name');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (7, 2, 'delete_retiredname', 'Can delete retired name');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (8, 2, 'view_retiredname', 'Can view retired name');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (9, 3, 'add_readinggroup', 'Can add reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (10, 3, 'change_readinggroup', 'Can change reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (11, 3, 'delete_readinggroup', 'Can delete reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (12, 3, 'view_readinggroup', 'Can view reading group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (13, 4, 'add_membership', 'Can add membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (14, 4, 'change_membership', 'Can change membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (15, 4, 'delete_membership', 'Can delete membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (16, 4, 'view_membership', 'Can view membership');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (17, 5, 'add_notice', 'Can add notice');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (18, 5, 'change_notice', 'Can change notice');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (19, 5, 'delete_notice', 'Can delete notice');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (20, 5, 'view_notice', 'Can view notice');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (21, 6, 'add_mutedmail', 'Can add muted kind of mail');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (22, 6, 'change_mutedmail', 'Can change muted kind of mail');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (23, 6, 'delete_mutedmail', 'Can delete muted kind of mail');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (24, 6, 'view_mutedmail', 'Can view muted kind of mail');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (25, 7, 'add_audience', 'Can add audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (26, 7, 'change_audience', 'Can change audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (27, 7, 'delete_audience', 'Can delete audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (28, 7, 'view_audience', 'Can view audience');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (29, 8, 'add_signinlink', 'Can add sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (30, 8, 'change_signinlink', 'Can change sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (31, 8, 'delete_signinlink', 'Can delete sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (32, 8, 'view_signinlink', 'Can view sign-in link');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (33, 9, 'add_invitation', 'Can add invitation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (34, 9, 'change_invitation', 'Can change invitation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (35, 9, 'delete_invitation', 'Can delete invitation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (36, 9, 'view_invitation', 'Can view invitation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (37, 10, 'add_article', 'Can add article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (38, 10, 'change_article', 'Can change article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (39, 10, 'delete_article', 'Can delete article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (40, 10, 'view_article', 'Can view article');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (41, 11, 'add_articleslug', 'Can add former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (42, 11, 'change_articleslug', 'Can change former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (43, 11, 'delete_articleslug', 'Can delete former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (44, 11, 'view_articleslug', 'Can view former address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (45, 12, 'add_sitepage', 'Can add page about the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (46, 12, 'change_sitepage', 'Can change page about the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (47, 12, 'delete_sitepage', 'Can delete page about the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (48, 12, 'view_sitepage', 'Can view page about the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (49, 13, 'add_siterule', 'Can add rule of the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (50, 13, 'change_siterule', 'Can change rule of the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (51, 13, 'delete_siterule', 'Can delete rule of the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (52, 13, 'view_siterule', 'Can view rule of the site');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (53, 14, 'add_revision', 'Can add revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (54, 14, 'change_revision', 'Can change revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (55, 14, 'delete_revision', 'Can delete revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (56, 14, 'view_revision', 'Can view revision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (57, 15, 'add_block', 'Can add block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (58, 15, 'change_block', 'Can change block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (59, 15, 'delete_block', 'Can delete block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (60, 15, 'view_block', 'Can view block');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (61, 16, 'add_thread', 'Can add thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (62, 16, 'change_thread', 'Can change thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (63, 16, 'delete_thread', 'Can delete thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (64, 16, 'view_thread', 'Can view thread');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (65, 17, 'add_annotation', 'Can add annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (66, 17, 'change_annotation', 'Can change annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (67, 17, 'delete_annotation', 'Can delete annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (68, 17, 'view_annotation', 'Can view annotation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (69, 17, 'moderate', 'Can moderate annotations');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (70, 18, 'add_annotationversion', 'Can add version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (71, 18, 'change_annotationversion', 'Can change version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (72, 18, 'delete_annotationversion', 'Can delete version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (73, 18, 'view_annotationversion', 'Can view version');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (74, 19, 'add_anchor', 'Can add anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (75, 19, 'change_anchor', 'Can change anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (76, 19, 'delete_anchor', 'Can delete anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (77, 19, 'view_anchor', 'Can view anchor');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (78, 20, 'add_placement', 'Can add placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (79, 20, 'change_placement', 'Can change placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (80, 20, 'delete_placement', 'Can delete placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (81, 20, 'view_placement', 'Can view placement');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (82, 21, 'add_counter', 'Can add counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (83, 21, 'change_counter', 'Can change counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (84, 21, 'delete_counter', 'Can delete counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (85, 21, 'view_counter', 'Can view counter');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (86, 22, 'add_event', 'Can add event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (87, 22, 'change_event', 'Can change event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (88, 22, 'delete_event', 'Can delete event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (89, 22, 'view_event', 'Can view event');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (90, 23, 'add_report', 'Can add report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (91, 23, 'change_report', 'Can change report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (92, 23, 'delete_report', 'Can delete report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (93, 23, 'view_report', 'Can view report');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (94, 24, 'add_moderationentry', 'Can add entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (95, 24, 'change_moderationentry', 'Can change entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (96, 24, 'delete_moderationentry', 'Can delete entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (97, 24, 'view_moderationentry', 'Can view entry of the moderation log');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (98, 25, 'add_topic', 'Can add topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (99, 25, 'change_topic', 'Can change topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (100, 25, 'delete_topic', 'Can delete topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (101, 25, 'view_topic', 'Can view topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (102, 26, 'add_topicname', 'Can add name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (103, 26, 'change_topicname', 'Can change name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (104, 26, 'delete_topicname', 'Can delete name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (105, 26, 'view_topicname', 'Can view name of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (106, 27, 'add_topicslug', 'Can add former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (107, 27, 'change_topicslug', 'Can change former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (108, 27, 'delete_topicslug', 'Can delete former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (109, 27, 'view_topicslug', 'Can view former address of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (110, 28, 'add_assignment', 'Can add assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (111, 28, 'change_assignment', 'Can change assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (112, 28, 'delete_assignment', 'Can delete assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (113, 28, 'view_assignment', 'Can view assignment');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (114, 29, 'add_scopedrole', 'Can add role for an article or topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (115, 29, 'change_scopedrole', 'Can change role for an article or topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (116, 29, 'delete_scopedrole', 'Can delete role for an article or topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (117, 29, 'view_scopedrole', 'Can view role for an article or topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (118, 35, 'add_logentry', 'Can add log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (119, 35, 'change_logentry', 'Can change log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (120, 35, 'delete_logentry', 'Can delete log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (121, 35, 'view_logentry', 'Can view log entry');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (122, 36, 'add_permission', 'Can add permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (123, 36, 'change_permission', 'Can change permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (124, 36, 'delete_permission', 'Can delete permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (125, 36, 'view_permission', 'Can view permission');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (126, 37, 'add_group', 'Can add group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (127, 37, 'change_group', 'Can change group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (128, 37, 'delete_group', 'Can delete group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (129, 37, 'view_group', 'Can view group');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (130, 38, 'add_contenttype', 'Can add content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (131, 38, 'change_contenttype', 'Can change content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (132, 38, 'delete_contenttype', 'Can delete content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (133, 38, 'view_contenttype', 'Can view content type');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (134, 39, 'add_session', 'Can add session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (135, 39, 'change_session', 'Can change session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (136, 39, 'delete_session', 'Can delete session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (137, 39, 'view_session', 'Can view session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (138, 40, 'add_emailaddress', 'Can add email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (139, 40, 'change_emailaddress', 'Can change email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (140, 40, 'delete_emailaddress', 'Can delete email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (141, 40, 'view_emailaddress', 'Can view email address');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (142, 41, 'add_emailconfirmation', 'Can add email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (143, 41, 'change_emailconfirmation', 'Can change email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (144, 41, 'delete_emailconfirmation', 'Can delete email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (145, 41, 'view_emailconfirmation', 'Can view email confirmation');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (146, 42, 'add_authenticator', 'Can add authenticator');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (147, 42, 'change_authenticator', 'Can change authenticator');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (148, 42, 'delete_authenticator', 'Can delete authenticator');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (149, 42, 'view_authenticator', 'Can view authenticator');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (150, 43, 'add_usersession', 'Can add user session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (151, 43, 'change_usersession', 'Can change user session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (152, 43, 'delete_usersession', 'Can delete user session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (153, 43, 'view_usersession', 'Can view user session');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (154, 44, 'add_dbtaskresult', 'Can add Task Result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (155, 44, 'change_dbtaskresult', 'Can change Task Result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (156, 44, 'delete_dbtaskresult', 'Can delete Task Result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (157, 44, 'view_dbtaskresult', 'Can view Task Result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (158, 45, 'add_reaction', 'Can add reaction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (159, 45, 'change_reaction', 'Can change reaction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (160, 45, 'delete_reaction', 'Can delete reaction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (161, 45, 'view_reaction', 'Can view reaction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (162, 46, 'add_reading', 'Can add reading');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (163, 46, 'change_reading', 'Can change reading');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (164, 46, 'delete_reading', 'Can delete reading');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (165, 46, 'view_reading', 'Can view reading');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (166, 47, 'add_draft', 'Can add draft');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (167, 47, 'change_draft', 'Can change draft');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (168, 47, 'delete_draft', 'Can delete draft');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (169, 47, 'view_draft', 'Can view draft');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (1, 'accounts', 'user');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (2, 'accounts', 'retiredname');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (3, 'accounts', 'readinggroup');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (4, 'accounts', 'membership');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (5, 'accounts', 'notice');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (6, 'accounts', 'mutedmail');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (7, 'accounts', 'audience');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (8, 'accounts', 'signinlink');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (9, 'accounts', 'invitation');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (10, 'articles', 'article');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (11, 'articles', 'articleslug');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (12, 'articles', 'sitepage');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (13, 'articles', 'siterule');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (14, 'articles', 'revision');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (15, 'articles', 'block');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (16, 'annotations', 'thread');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (17, 'annotations', 'annotation');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (18, 'annotations', 'annotationversion');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (19, 'annotations', 'anchor');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (20, 'annotations', 'placement');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (21, 'annotations', 'counter');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (22, 'annotations', 'event');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (23, 'annotations', 'report');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (24, 'annotations', 'moderationentry');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (25, 'annotations', 'topic');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (26, 'annotations', 'topicname');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (27, 'annotations', 'topicslug');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (28, 'annotations', 'assignment');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (29, 'annotations', 'scopedrole');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (30, 'annotations', 'articlewords');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (31, 'annotations', 'blockwords');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (32, 'annotations', 'annotationwords');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (33, 'annotations', 'topicwords');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (34, 'annotations', 'personwords');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (35, 'admin', 'logentry');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (36, 'auth', 'permission');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (37, 'auth', 'group');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (38, 'contenttypes', 'contenttype');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (39, 'sessions', 'session');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (40, 'account', 'emailaddress');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (41, 'account', 'emailconfirmation');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (42, 'mfa', 'authenticator');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (43, 'usersessions', 'usersession');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (44, 'django_tasks_database', 'dbtaskresult');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (45, 'annotations', 'reaction');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (46, 'annotations', 'reading');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (47, 'annotations', 'draft');
