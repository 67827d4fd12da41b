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
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
CREATE TABLE "articles_article" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(120) NOT NULL UNIQUE, "title" varchar(300) NOT NULL, "standfirst" text NOT NULL, "byline" varchar(300) NOT NULL, "byline_note" text NOT NULL, "published" varchar(16) NOT NULL, "updated" varchar(16) NOT NULL, "language" varchar(35) NOT NULL, "source_url" varchar(1000) NOT NULL, "is_sample" bool NOT NULL, "created_at" datetime NOT NULL, "changed_at" datetime NOT NULL, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "created_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "current_revision_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_articleslug" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(120) NOT NULL UNIQUE, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "articles_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "source" text NOT NULL, "note" varchar(300) NOT NULL, "renderer" smallint unsigned NOT NULL CHECK ("renderer" >= 0), "length" integer unsigned NOT NULL CHECK ("length" >= 0), "words" integer unsigned NOT NULL CHECK ("words" >= 0), "created_at" datetime NOT NULL, "published_at" datetime NULL, "withdrawn_at" datetime NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "created_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "base_id" bigint NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "published_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "revision_number_once" UNIQUE ("article_id", "number"), CONSTRAINT "revision_withdrawn_after_published" CHECK (("withdrawn_at" IS NULL OR "published_at" IS NOT NULL)));
CREATE TABLE "articles_siterule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" smallint unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "title" varchar(120) NOT NULL, "text" text NOT NULL, "retired_at" datetime NULL);
CREATE TABLE "articles_sitepage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(10) NOT NULL UNIQUE, "source" text NOT NULL, "changed_at" datetime NOT NULL, "changed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicslug" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(100) NOT NULL UNIQUE, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_annotationversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "kind" varchar(12) NOT NULL, "body" text NOT NULL, "digest" varchar(64) NOT NULL, "created_at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "version_number_once" UNIQUE ("annotation_id", "number"));
CREATE TABLE "annotations_counter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "events" bigint unsigned NOT NULL CHECK ("events" >= 0), "threads" integer unsigned NOT NULL CHECK ("threads" >= 0), "readable" integer unsigned NOT NULL CHECK ("readable" >= 0), "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "counter_once" UNIQUE ("article_id", "audience_id"));
CREATE TABLE "annotations_thread" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "audience_kind" varchar(10) NOT NULL, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "readable_count" integer unsigned NOT NULL CHECK ("readable_count" >= 0), "opened_at" datetime NOT NULL, "active_at" datetime NOT NULL, "locked_at" datetime NULL, "resolved_at" datetime NULL, "resolved_reason" varchar(300) NOT NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "thread_number_once" UNIQUE ("article_id", "audience_id", "number"));
CREATE TABLE "annotations_event" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" bigint unsigned NOT NULL CHECK ("seq" >= 0), "kind" varchar(10) NOT NULL, "at" datetime NOT NULL, "actor_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "annotation_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "event_seq_once" UNIQUE ("article_id", "audience_id", "seq"));
CREATE TABLE "annotations_annotation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "kind" varchar(12) NOT NULL, "body" text NOT NULL, "body_html" text NOT NULL, "renderer" smallint unsigned NOT NULL CHECK ("renderer" >= 0), "version" integer unsigned NOT NULL CHECK ("version" >= 0), "moderation" varchar(10) NOT NULL, "moderation_reason" varchar(300) NOT NULL, "withdrawn_at" datetime NULL, "submission" char(32) NOT NULL, "created_at" datetime NOT NULL, "edited_at" datetime NULL, "author_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "moderation_rule_id" bigint NULL REFERENCES "articles_siterule" ("id") DEFERRABLE INITIALLY DEFERRED, "removed_at" datetime NULL, CONSTRAINT "annotation_submission_once" UNIQUE ("author_id", "submission"));
CREATE TABLE "annotations_anchor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ordinal" smallint unsigned NOT NULL CHECK ("ordinal" >= 0), "role" varchar(6) NOT NULL, "is_whole_block" bool NOT NULL, "quote" text NOT NULL, "prefix" varchar(32) NOT NULL, "suffix" varchar(32) NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "thread_id" bigint NOT NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "anchor_ordinal_once" UNIQUE ("annotation_id", "ordinal"), CONSTRAINT "anchor_not_reversed" CHECK ("start" < ("end")));
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
CREATE TABLE "accounts_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "display_name" varchar(80) NOT NULL, "about" varchar(500) NOT NULL, "is_sample" bool NOT NULL, "display_key" varchar(400) NOT NULL, "name_key" varchar(400) NOT NULL UNIQUE, "trust" varchar(8) NOT NULL, "trust_is_fixed" bool NOT NULL);
CREATE TABLE "accounts_sanction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "kind" varchar(8) NOT NULL, "reason" varchar(300) NOT NULL, "rule" smallint unsigned NULL CHECK ("rule" >= 0), "at" datetime NOT NULL, "until" datetime NULL, "acknowledged_at" datetime NULL, "lifted_at" datetime NULL, "lifted_reason" varchar(300) NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "lifted_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_decision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "act" varchar(12) NOT NULL, "version" integer unsigned NULL CHECK ("version" >= 0), "is_automated" bool NOT NULL, "reason" varchar(300) NOT NULL, "at" datetime NOT NULL, "reversed_at" datetime NULL, "annotation_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "rule_id" bigint NULL REFERENCES "articles_siterule" ("id") DEFERRABLE INITIALLY DEFERRED, "sanction_id" bigint NULL REFERENCES "accounts_sanction" ("id") DEFERRABLE INITIALLY DEFERRED, "profile" text NULL CHECK ((JSON_VALID("profile") OR "profile" IS NULL)));
CREATE TABLE "annotations_appeal" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "at" datetime NOT NULL, "outcome" varchar(10) NOT NULL, "answer" text NOT NULL, "answered_at" datetime NULL, "is_by_the_first" bool NOT NULL, "answered_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "decision_id" bigint NOT NULL UNIQUE REFERENCES "annotations_decision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_holdrule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "kind" varchar(10) NOT NULL, "is_on" bool NOT NULL, "number" integer unsigned NULL CHECK ("number" >= 0), "minutes" integer unsigned NULL CHECK ("minutes" >= 0), "words" text NOT NULL, "url" varchar(200) NOT NULL, "secret" varchar(100) NOT NULL, "seconds" real NOT NULL, "note" varchar(200) NOT NULL, "article_id" bigint NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_firing" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "found" varchar(200) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "rule_id" bigint NULL REFERENCES "annotations_holdrule" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_reviewitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "cause" varchar(14) NOT NULL, "weight" real NOT NULL, "rank" real NOT NULL, "version" integer unsigned NULL CHECK ("version" >= 0), "turn" integer unsigned NOT NULL CHECK ("turn" >= 0), "opened_at" datetime NOT NULL, "claimed_at" datetime NULL, "closed_at" datetime NULL, "outcome" varchar(10) NOT NULL, "annotation_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "article_id" bigint NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "assignment_id" bigint NULL REFERENCES "annotations_assignment" ("id") DEFERRABLE INITIALLY DEFERRED, "author_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "claimed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_qualitymark" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "quality_mark_once_a_person" UNIQUE ("annotation_id", "by_id", "kind"));
CREATE TABLE "annotations_report" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reason" varchar(14) NOT NULL, "text" varchar(1000) NOT NULL, "version" integer unsigned NULL CHECK ("version" >= 0), "created_at" datetime NOT NULL, "annotation_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_at" datetime NULL, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outcome" varchar(10) NOT NULL, "origin" varchar(64) NOT NULL, "person_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "shown" text NOT NULL, "topic_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "report_once_a_person" UNIQUE ("annotation_id", "by_id"), CONSTRAINT "report_of_one_thing" CHECK ((("annotation_id" IS NOT NULL AND "person_id" IS NULL AND "topic_id" IS NULL) OR ("annotation_id" IS NULL AND "person_id" IS NOT NULL AND "topic_id" IS NULL) OR ("annotation_id" IS NULL AND "person_id" IS NULL AND "topic_id" IS NOT NULL))));
CREATE TABLE "annotations_verdict" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(8) NOT NULL, "reason" varchar(300) NOT NULL, "at" datetime NOT NULL, "dismissed_at" datetime NULL, "assignment_id" bigint NOT NULL REFERENCES "annotations_assignment" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "verdict_once" UNIQUE ("assignment_id", "by_id"));
CREATE TABLE "annotations_topicmerge" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "source" bigint NOT NULL, "name" varchar(80) NOT NULL, "at" datetime NOT NULL, "state" text NOT NULL CHECK ((JSON_VALID("state") OR "state" IS NULL)), "undone_at" datetime NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "into_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_assignment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "annotation_id" bigint NOT NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, "active_at" datetime NULL, "article_id" bigint NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "dated" varchar(10) NOT NULL, "is_readable" bool NOT NULL, "place" integer unsigned NOT NULL CHECK ("place" >= 0), "thread_id" bigint NULL REFERENCES "annotations_thread" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "assignment_once" UNIQUE ("annotation_id", "topic_id"));
CREATE TABLE "annotations_topic_related" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "from_topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, "to_topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(100) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "description" text NOT NULL, "accepted_at" datetime NULL, "created_at" datetime NOT NULL, "proposed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "accepted_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "uri" varchar(500) NOT NULL, "broader_id" bigint NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicname" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "key" varchar(160) NOT NULL UNIQUE, "is_alias" bool NOT NULL, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, "is_label" bool NOT NULL, "language" varchar(35) NOT NULL);
CREATE TABLE "annotations_passagelink" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "relation" varchar(12) NOT NULL, "anchor_id" bigint NOT NULL UNIQUE REFERENCES "annotations_anchor" ("id") DEFERRABLE INITIALLY DEFERRED, "annotation_id" bigint NOT NULL UNIQUE REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicfigures" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "made_at" datetime NOT NULL, "months" text NOT NULL CHECK ((JSON_VALID("months") OR "months" IS NULL)), "together" text NOT NULL CHECK ((JSON_VALID("together") OR "together" IS NULL)), "topic_id" bigint NOT NULL UNIQUE REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_mergedassignment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "assignment_id" bigint NOT NULL REFERENCES "annotations_assignment" ("id") DEFERRABLE INITIALLY DEFERRED, "merge_id" bigint NOT NULL REFERENCES "annotations_topicmerge" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_topicscan" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "article_id" bigint NOT NULL UNIQUE REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "annotations_suggestion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "block_key" varchar(12) NOT NULL, "start" integer unsigned NOT NULL CHECK ("start" >= 0), "end" integer unsigned NOT NULL CHECK ("end" >= 0), "quote" text NOT NULL, "is_weak" bool NOT NULL, "state" varchar(9) NOT NULL, "decided_at" datetime NULL, "found_at" datetime NOT NULL, "annotation_id" bigint NULL REFERENCES "annotations_annotation" ("id") DEFERRABLE INITIALLY DEFERRED, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" bigint NOT NULL REFERENCES "articles_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "suggestion_once" UNIQUE ("article_id", "topic_id", "block_key", "start", "end"));
CREATE TABLE "annotations_topiccount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "readable" integer NOT NULL, "article_id" bigint NOT NULL REFERENCES "articles_article" ("id") DEFERRABLE INITIALLY DEFERRED, "audience_id" bigint NOT NULL REFERENCES "accounts_audience" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "topic_count_once" UNIQUE ("topic_id", "article_id", "audience_id"));
CREATE TABLE "annotations_topiccue" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "words" varchar(160) NOT NULL, "key" varchar(320) NOT NULL, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "topic_cue_once" UNIQUE ("topic_id", "key"));
CREATE TABLE "annotations_topicreading" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "visited_at" datetime NULL, "follows_since" datetime NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "topic_id" bigint NOT NULL REFERENCES "annotations_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "topic_reading_once" UNIQUE ("person_id", "topic_id"));
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
CREATE INDEX "annotations_annotation_moderation_rule_id_4127d5e8" ON "annotations_annotation" ("moderation_rule_id");
CREATE INDEX "annotation_kept_back" ON "annotations_annotation" ("moderation", "id" DESC) WHERE NOT ("moderation" = 'published');
CREATE INDEX "annotation_by_date" ON "annotations_annotation" ("created_at" DESC, "id" DESC);
CREATE INDEX "log_by_annotation" ON "annotations_moderationentry" ("annotation");
CREATE INDEX "log_by_thread" ON "annotations_moderationentry" ("thread");
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
CREATE INDEX "accounts_user_display_key_ebcc6885" ON "accounts_user" ("display_key");
CREATE INDEX "accounts_sanction_by_id_7f82f283" ON "accounts_sanction" ("by_id");
CREATE INDEX "accounts_sanction_lifted_by_id_f8adb112" ON "accounts_sanction" ("lifted_by_id");
CREATE INDEX "accounts_sanction_person_id_57e0aa4a" ON "accounts_sanction" ("person_id");
CREATE INDEX "sanction_by_person" ON "accounts_sanction" ("person_id", "id" DESC);
CREATE INDEX "decision_by_person" ON "annotations_decision" ("person_id", "id" DESC);
CREATE INDEX "decision_by_annotation" ON "annotations_decision" ("annotation_id", "id" DESC);
CREATE INDEX "annotations_decision_annotation_id_47a4530d" ON "annotations_decision" ("annotation_id");
CREATE INDEX "annotations_decision_by_id_ab27faac" ON "annotations_decision" ("by_id");
CREATE INDEX "annotations_decision_person_id_d537c04a" ON "annotations_decision" ("person_id");
CREATE INDEX "annotations_decision_rule_id_efda4456" ON "annotations_decision" ("rule_id");
CREATE INDEX "annotations_decision_sanction_id_886434cc" ON "annotations_decision" ("sanction_id");
CREATE INDEX "annotations_appeal_answered_by_id_ac07b51d" ON "annotations_appeal" ("answered_by_id");
CREATE INDEX "annotations_holdrule_article_id_7bac16f3" ON "annotations_holdrule" ("article_id");
CREATE INDEX "annotations_holdrule_person_id_310da2f5" ON "annotations_holdrule" ("person_id");
CREATE INDEX "annotations_holdrule_topic_id_c1b4c6e2" ON "annotations_holdrule" ("topic_id");
CREATE INDEX "annotations_firing_annotation_id_c36e5e33" ON "annotations_firing" ("annotation_id");
CREATE INDEX "annotations_firing_rule_id_65e85302" ON "annotations_firing" ("rule_id");
CREATE INDEX "annotations_reviewitem_annotation_id_57c7c743" ON "annotations_reviewitem" ("annotation_id");
CREATE INDEX "annotations_reviewitem_article_id_e2a09315" ON "annotations_reviewitem" ("article_id");
CREATE INDEX "annotations_reviewitem_assignment_id_97c04d48" ON "annotations_reviewitem" ("assignment_id");
CREATE INDEX "annotations_reviewitem_author_id_3c566ff7" ON "annotations_reviewitem" ("author_id");
CREATE INDEX "annotations_reviewitem_claimed_by_id_0c217f57" ON "annotations_reviewitem" ("claimed_by_id");
CREATE INDEX "annotations_reviewitem_decided_by_id_50bb82e4" ON "annotations_reviewitem" ("decided_by_id");
CREATE INDEX "annotations_reviewitem_person_id_b4a0cdb3" ON "annotations_reviewitem" ("person_id");
CREATE INDEX "annotations_reviewitem_topic_id_cfb85af6" ON "annotations_reviewitem" ("topic_id");
CREATE INDEX "annotations_qualitymark_annotation_id_1a8f41c6" ON "annotations_qualitymark" ("annotation_id");
CREATE INDEX "annotations_qualitymark_by_id_1f7a10ea" ON "annotations_qualitymark" ("by_id");
CREATE INDEX "review_by_rank" ON "annotations_reviewitem" ("rank" DESC, "id" DESC) WHERE "closed_at" IS NULL;
CREATE INDEX "review_by_cause" ON "annotations_reviewitem" ("cause", "rank" DESC) WHERE "closed_at" IS NULL;
CREATE INDEX "review_by_article" ON "annotations_reviewitem" ("article_id", "rank" DESC) WHERE "closed_at" IS NULL;
CREATE INDEX "review_by_author" ON "annotations_reviewitem" ("author_id", "rank" DESC) WHERE "closed_at" IS NULL;
CREATE INDEX "review_by_age" ON "annotations_reviewitem" ("opened_at") WHERE "closed_at" IS NULL;
CREATE INDEX "review_claimed" ON "annotations_reviewitem" ("claimed_by_id") WHERE ("closed_at" IS NULL AND "claimed_by_id" IS NOT NULL);
CREATE INDEX "review_decided" ON "annotations_reviewitem" ("closed_at" DESC) WHERE NOT ("closed_at" IS NULL);
CREATE UNIQUE INDEX "review_one_open_annotation" ON "annotations_reviewitem" ("annotation_id") WHERE ("closed_at" IS NULL AND "kind" = 'annotation');
CREATE UNIQUE INDEX "review_one_open_person" ON "annotations_reviewitem" ("person_id") WHERE ("closed_at" IS NULL AND "kind" = 'person');
CREATE UNIQUE INDEX "review_one_open_topic" ON "annotations_reviewitem" ("topic_id") WHERE ("closed_at" IS NULL AND "kind" = 'topic');
CREATE UNIQUE INDEX "review_one_open_assignment" ON "annotations_reviewitem" ("assignment_id") WHERE ("closed_at" IS NULL AND "kind" = 'assignment');
CREATE UNIQUE INDEX "review_one_open_article" ON "annotations_reviewitem" ("article_id") WHERE ("closed_at" IS NULL AND "kind" = 'article');
CREATE INDEX "log_by_subject" ON "annotations_moderationentry" ("subject");
CREATE UNIQUE INDEX "report_once_an_address" ON "annotations_report" ("annotation_id", "origin") WHERE (NOT ("origin" = '') AND "decided_at" IS NULL);
CREATE UNIQUE INDEX "report_person_waits_once" ON "annotations_report" ("person_id", "by_id") WHERE "decided_at" IS NULL;
CREATE UNIQUE INDEX "report_topic_waits_once" ON "annotations_report" ("topic_id", "by_id") WHERE "decided_at" IS NULL;
CREATE INDEX "annotations_report_annotation_id_1b1f29af" ON "annotations_report" ("annotation_id");
CREATE INDEX "annotations_report_by_id_b7fa370a" ON "annotations_report" ("by_id");
CREATE INDEX "annotations_report_decided_by_id_85d12063" ON "annotations_report" ("decided_by_id");
CREATE INDEX "annotations_report_person_id_759165d1" ON "annotations_report" ("person_id");
CREATE INDEX "annotations_report_topic_id_352b71a3" ON "annotations_report" ("topic_id");
CREATE INDEX "report_waiting" ON "annotations_report" ("id") WHERE "decided_at" IS NULL;
CREATE INDEX "annotations_verdict_assignment_id_8aa58822" ON "annotations_verdict" ("assignment_id");
CREATE INDEX "annotations_verdict_by_id_e96fc8b3" ON "annotations_verdict" ("by_id");
CREATE INDEX "annotations_assignment_annotation_id_c6e1dc6c" ON "annotations_assignment" ("annotation_id");
CREATE INDEX "annotations_assignment_by_id_0c92eb56" ON "annotations_assignment" ("by_id");
CREATE INDEX "annotations_assignment_topic_id_e4c116cf" ON "annotations_assignment" ("topic_id");
CREATE INDEX "annotations_assignment_thread_id_d75a1927" ON "annotations_assignment" ("thread_id");
CREATE UNIQUE INDEX "annotations_topic_related_from_topic_id_to_topic_id_4e4e12b0_uniq" ON "annotations_topic_related" ("from_topic_id", "to_topic_id");
CREATE INDEX "annotations_topic_related_from_topic_id_318f1e17" ON "annotations_topic_related" ("from_topic_id");
CREATE INDEX "annotations_topic_related_to_topic_id_2c680048" ON "annotations_topic_related" ("to_topic_id");
CREATE INDEX "annotations_topic_proposed_by_id_687293df" ON "annotations_topic" ("proposed_by_id");
CREATE INDEX "annotations_topic_accepted_by_id_9df012a8" ON "annotations_topic" ("accepted_by_id");
CREATE INDEX "annotations_topic_broader_id_c938ef26" ON "annotations_topic" ("broader_id");
CREATE INDEX "annotations_topicname_topic_id_328a918b" ON "annotations_topicname" ("topic_id");
CREATE INDEX "assignment_newest" ON "annotations_assignment" ("topic_id", "dated" DESC, "article_id" DESC, "place", "annotation_id");
CREATE INDEX "assignment_oldest" ON "annotations_assignment" ("topic_id", "dated", "article_id", "place", "annotation_id");
CREATE INDEX "assignment_active" ON "annotations_assignment" ("topic_id", "active_at" DESC, "annotation_id" DESC);
CREATE INDEX "assignment_in_article" ON "annotations_assignment" ("article_id", "topic_id");
CREATE UNIQUE INDEX "topic_label_once_a_language" ON "annotations_topicname" ("topic_id", "language") WHERE "is_label";
CREATE INDEX "annotations_passagelink_article_id_1e4116c4" ON "annotations_passagelink" ("article_id");
CREATE INDEX "annotations_topicmerge_by_id_b2d1edb5" ON "annotations_topicmerge" ("by_id");
CREATE INDEX "annotations_topicmerge_into_id_ba348c96" ON "annotations_topicmerge" ("into_id");
CREATE INDEX "annotations_mergedassignment_assignment_id_21c75061" ON "annotations_mergedassignment" ("assignment_id");
CREATE INDEX "annotations_mergedassignment_merge_id_ffb543c9" ON "annotations_mergedassignment" ("merge_id");
CREATE INDEX "annotations_topicscan_revision_id_f9f9886d" ON "annotations_topicscan" ("revision_id");
CREATE INDEX "annotations_suggestion_annotation_id_a8064dff" ON "annotations_suggestion" ("annotation_id");
CREATE INDEX "annotations_suggestion_article_id_365cb007" ON "annotations_suggestion" ("article_id");
CREATE INDEX "annotations_suggestion_decided_by_id_ffbedcf7" ON "annotations_suggestion" ("decided_by_id");
CREATE INDEX "annotations_suggestion_revision_id_1fb00ea5" ON "annotations_suggestion" ("revision_id");
CREATE INDEX "annotations_suggestion_topic_id_b1088806" ON "annotations_suggestion" ("topic_id");
CREATE INDEX "suggestion_waiting" ON "annotations_suggestion" ("topic_id", "article_id") WHERE "state" = 'waiting';
CREATE INDEX "annotations_topiccount_topic_id_78f35faf" ON "annotations_topiccount" ("topic_id");
CREATE INDEX "topic_count_in_article" ON "annotations_topiccount" ("article_id", "audience_id");
CREATE INDEX "annotations_topiccue_topic_id_afd6b0bd" ON "annotations_topiccue" ("topic_id");
CREATE INDEX "annotations_topicreading_person_id_216b7389" ON "annotations_topicreading" ("person_id");
CREATE INDEX "annotations_topicreading_topic_id_93a6ebf6" ON "annotations_topicreading" ("topic_id");
CREATE INDEX "topic_followed" ON "annotations_topicreading" ("topic_id") WHERE "follows_since" IS NOT NULL;
CREATE TRIGGER moderation_log_no_update BEFORE update ON annotations_moderationentry
    BEGIN SELECT RAISE(ABORT, 'the moderation log is append-only'); END;
CREATE TRIGGER moderation_log_no_delete BEFORE delete ON annotations_moderationentry
    BEGIN SELECT RAISE(ABORT, 'the moderation log is append-only'); END;
CREATE TRIGGER assignment_begins AFTER INSERT ON annotations_assignment WHEN NEW.article_id IS NULL BEGIN UPDATE annotations_assignment SET (article_id, audience_id, thread_id, dated, place, active_at, is_readable) = (
    SELECT thread.article_id, thread.audience_id, thread.id, substr(article.published, 1, 10),
        COALESCE((SELECT anchor.start FROM annotations_anchor AS anchor
            WHERE anchor.thread_id = thread.id AND anchor.ordinal = 0 AND anchor.role = 'target'
            LIMIT 1), 2147483647),
        thread.active_at, note.moderation = 'published' AND note.withdrawn_at IS NULL
    FROM annotations_annotation AS note
    JOIN annotations_thread AS thread ON thread.id = note.thread_id
    JOIN articles_article AS article ON article.id = thread.article_id
    WHERE note.id = NEW.annotation_id
) WHERE id = NEW.id; END;
CREATE TRIGGER assignment_counts AFTER UPDATE ON annotations_assignment WHEN (OLD.topic_id, OLD.article_id, OLD.audience_id, OLD.is_readable) IS NOT (NEW.topic_id, NEW.article_id, NEW.audience_id, NEW.is_readable) BEGIN 
    UPDATE annotations_topiccount SET readable = readable - 1
    WHERE topic_id = OLD.topic_id AND article_id = OLD.article_id
        AND audience_id = OLD.audience_id AND OLD.is_readable
;

    INSERT INTO annotations_topiccount (topic_id, article_id, audience_id, readable)
    SELECT NEW.topic_id, NEW.article_id, NEW.audience_id, 1 WHERE NEW.is_readable AND NEW.article_id IS NOT NULL AND NEW.audience_id IS NOT NULL
    ON CONFLICT (topic_id, article_id, audience_id)
    DO UPDATE SET readable = annotations_topiccount.readable + 1
; END;
CREATE TRIGGER assignment_ends AFTER DELETE ON annotations_assignment WHEN OLD.is_readable BEGIN 
    UPDATE annotations_topiccount SET readable = readable - 1
    WHERE topic_id = OLD.topic_id AND article_id = OLD.article_id
        AND audience_id = OLD.audience_id AND OLD.is_readable
; END;
CREATE TRIGGER assignment_follows_note AFTER UPDATE OF moderation, withdrawn_at, thread_id ON annotations_annotation WHEN (OLD.moderation, OLD.withdrawn_at, OLD.thread_id) IS NOT (NEW.moderation, NEW.withdrawn_at, NEW.thread_id) BEGIN UPDATE annotations_assignment SET (article_id, audience_id, thread_id, dated, place, active_at, is_readable) = (
    SELECT thread.article_id, thread.audience_id, thread.id, substr(article.published, 1, 10),
        COALESCE((SELECT anchor.start FROM annotations_anchor AS anchor
            WHERE anchor.thread_id = thread.id AND anchor.ordinal = 0 AND anchor.role = 'target'
            LIMIT 1), 2147483647),
        thread.active_at, note.moderation = 'published' AND note.withdrawn_at IS NULL
    FROM annotations_annotation AS note
    JOIN annotations_thread AS thread ON thread.id = note.thread_id
    JOIN articles_article AS article ON article.id = thread.article_id
    WHERE note.id = NEW.id
) WHERE annotation_id = NEW.id; END;
CREATE TRIGGER assignment_follows_thread AFTER UPDATE OF active_at ON annotations_thread WHEN OLD.active_at IS NOT NEW.active_at BEGIN UPDATE annotations_assignment SET active_at = NEW.active_at WHERE thread_id = NEW.id; END;
CREATE TRIGGER assignment_follows_article AFTER UPDATE OF published ON articles_article WHEN OLD.published IS NOT NEW.published BEGIN UPDATE annotations_assignment SET dated = substr(NEW.published, 1, 10) WHERE article_id = NEW.id; END;
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
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (68, 'accounts', '0005_trust_and_sanctions', '2026-11-29 22:25:54.856517');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (69, 'annotations', '0008_review', '2026-11-29 22:25:55.467143');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (70, 'annotations', '0009_reports_wait', '2026-11-29 22:25:55.491380');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (71, 'annotations', '0010_reports_of_people_and_topics', '2026-11-29 22:25:55.896396');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (72, 'annotations', '0011_topics_across_articles', '2026-11-30 04:26:01.279162');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES (73, 'annotations', '0012_topics_stand_in_order', '2026-11-30 04:26:01.314633');
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
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (10, 'moderated', NULL, '{"act": "accept", "topic": "Ferries", "reason": "In use."}', '2026-11-29 22:25:59.698148', NULL, NULL, 3, NULL, 2);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (11, 'moderated', NULL, '{"act": "merge", "topic": "Steam boats", "reason": "Steam is steam."}', '2026-11-29 22:25:59.709523', NULL, NULL, 3, NULL, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (12, 'moderated', '2275ab83adae48578f496eda44f83920', '{"act": "keep-filed", "topic": "Kaliningrad transit", "reason": "It is near enough."}', '2026-11-29 22:25:59.736989', NULL, NULL, 3, NULL, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (13, 'moderated', NULL, '{"act": "profile", "what": "name", "reason": "An advertisement.", "rule": "", "decision": "c98d8765-5739-47f4-83d7-32ce3aa6e956"}', '2026-11-29 22:25:59.751637', NULL, NULL, 3, NULL, 6);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (14, 'reported', NULL, '{"outcome": "upheld", "reason": "An advertisement."}', '2026-11-29 22:25:59.751637', NULL, NULL, 3, NULL, 2);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (15, 'moderated', '226387bbad7b4e9eac8a2de4677ee32c', '{"act": "move", "reason": "It answers this.", "rule": ""}', '2026-11-29 22:25:59.773890', NULL, NULL, 3, NULL, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (16, 'moderated', 'ee93aa8c8966466c89cb36a342488b49', '{"act": "hide", "reason": "Rude.", "rule": "1. Speak to the text", "decision": "cff2e98d-e1a9-4519-a243-40c72823a630"}', '2026-11-29 22:25:59.778939', NULL, NULL, 3, NULL, 4);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (17, 'moderated', 'ee93aa8c8966466c89cb36a342488b49', '{"act": "restore", "reason": "Overturned on appeal.", "rule": ""}', '2026-11-29 22:25:59.788761', NULL, NULL, 1, NULL, 4);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (18, 'moderated', 'ee93aa8c8966466c89cb36a342488b49', '{"act": "appeal", "outcome": "overturned", "decision": "cff2e98d-e1a9-4519-a243-40c72823a630", "reason": "So it is."}', '2026-11-29 22:25:59.786817', NULL, NULL, 1, NULL, 4);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (19, 'moderated', '1cd1847cdfa74cb99575cf894296d61c', '{"act": "remove", "reason": "Advertising.", "rule": "", "decision": "c92a3277-8c8e-473e-a347-ca70cee018c1"}', '2026-11-29 22:25:59.796773', NULL, NULL, 3, NULL, 6);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (20, 'moderated', NULL, '{"act": "hold", "sanction": "d934f264-5c19-40da-993d-d1d395a1ff10", "what": "hold", "until": "2026-12-08T22:25:59.800440+00:00", "reason": "Look first.", "rule": "", "decision": "2a96962e-135d-4bdf-b2dd-5fa660ad5e82"}', '2026-11-29 22:25:59.800493', NULL, NULL, 3, NULL, 6);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (21, 'moderated', NULL, '{"act": "warn", "sanction": "72ba7936-d208-46e2-87fb-88a0a0e96ce7", "what": "warning", "until": "", "reason": "Gently.", "rule": "", "decision": "a9b28817-120f-42ad-bdf6-421ff6792e0f"}', '2026-11-29 22:25:59.809389', NULL, NULL, 3, NULL, 4);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (22, 'marked', '3d71af389e1a4d289a0f41f0aa51bf93', '{"mark": "unclear"}', '2026-11-29 22:25:59.812539', NULL, NULL, NULL, NULL, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (23, 'moderated', NULL, '{"act": "accept", "topic": "Quays & piers", "reason": ""}', '2026-11-30 04:26:49.352286', NULL, NULL, 1, NULL, 2);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (24, 'reported', NULL, '{"outcome": "dismissed", "reason": "", "topic": "Quays & piers"}', '2026-11-30 04:26:49.353575', NULL, NULL, 1, NULL, 5);
INSERT INTO "accounts_notice" ("id", "kind", "about", "facts", "created_at", "read_at", "mailed_at", "by_id", "group_id", "person_id") VALUES (25, 'moderated', NULL, '{"act": "merge", "topic": "Ferry boats", "reason": "One and the same."}', '2026-11-30 04:26:49.468187', NULL, NULL, 1, NULL, 2);
INSERT INTO "accounts_readinggroup" ("id", "name", "slug", "created_at", "is_open", "description") VALUES (1, 'Harbour readers', 'harbour-readers-53ba', '2026-11-24 13:09:33.333351', FALSE, 'We read on Tuesdays.');
INSERT INTO "accounts_readinggroup" ("id", "name", "slug", "created_at", "is_open", "description") VALUES (2, 'Open table', 'open-table', '2026-11-24 13:09:33.353709', TRUE, '');
INSERT INTO "accounts_retiredname" ("id", "digest") VALUES (1, '283bb9deef02e6843abfb538efa1eca70801bd8a701c3f98191e123496339247');
INSERT INTO "accounts_retiredname" ("id", "digest") VALUES (2, 'c952ee6bb6222f2d3cd61efe35d6e2a3ac883a29a14cfc578fe8a1d0dd2eafc9');
INSERT INTO "accounts_sanction" ("id", "uuid", "kind", "reason", "rule", "at", "until", "acknowledged_at", "lifted_at", "lifted_reason", "by_id", "lifted_by_id", "person_id") VALUES (1, 'd934f2645c1940da993dd1d395a1ff10', 'hold', 'Look first.', NULL, '2026-11-29 22:25:59.800493', '2026-12-08 22:25:59.800440', NULL, NULL, '', 3, NULL, 6);
INSERT INTO "accounts_sanction" ("id", "uuid", "kind", "reason", "rule", "at", "until", "acknowledged_at", "lifted_at", "lifted_reason", "by_id", "lifted_by_id", "person_id") VALUES (2, '72ba7936d20846e287fb88a0a0e96ce7', 'warning', 'Gently.', NULL, '2026-11-29 22:25:59.809389', NULL, '2026-11-29 22:25:59.811740', NULL, '', 3, NULL, 4);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key", "trust", "trust_is_fixed") VALUES (1, 'scrypt$16384$KokGQ7alBSbXDvrnWNaK5K$8$5$HR3R3DBDipmYSIBsqgP5WvMZ0BB8EEKRFcDDtsPwE2bCq9jghLb375NjhLLdZO3IeZOA9xQ/nFvLuMhBkt9IXg==', NULL, TRUE, 'hal', 'hal@circle.example', TRUE, TRUE, '2026-11-24 13:09:30.673250', '', '', FALSE, '', 'hal', 'member', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key", "trust", "trust_is_fixed") VALUES (2, 'scrypt$16384$xsLHGfzlL5fCVkx2tt2F6u$8$5$dEyplL6YmXQtM1pIhIjfUPzeFaJt+Ld4Se5SOczT+qL3XTx4ZFCq0pe9ofCbrRVEZKYB7XfIz3n2KFfBzxeenA==', NULL, FALSE, 'mara', 'mara@circle.example', FALSE, TRUE, '2026-11-24 13:09:31.189041', 'Mara Keel', '', FALSE, 'marakeel', 'mara', 'member', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key", "trust", "trust_is_fixed") VALUES (3, 'scrypt$16384$D6eFaoB3hMzthqXZ86ZK7e$8$5$xdUq5RHnUPi9G8qgVQD2Yw7PjM4KJiTv0OkL4JtpCiH8RKMFKJN4V9McbRPhfeuXbXo7+6F7s1SE9bWQFPoiog==', NULL, FALSE, 'otto', 'otto@circle.example', TRUE, TRUE, '2026-11-24 13:09:31.716538', 'Otto Brandt', '', FALSE, 'ottobrandt', 'otto', 'member', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key", "trust", "trust_is_fixed") VALUES (4, 'scrypt$16384$a4pSrtY7pb2QgZL4PCuRLj$8$5$L8XIduL88iu9DKAn/dLdN0tKdO0jq4dF5Tz+dBWQ93bt7SjQxoiXbD3X00uz+bXgRoHIEjU0xZ+6tNBesx7R1g==', NULL, FALSE, 'ines', 'ines@circle.example', TRUE, TRUE, '2026-11-24 13:09:32.212924', 'Inès', '', FALSE, 'lnes', 'lnes', 'member', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key", "trust", "trust_is_fixed") VALUES (5, 'scrypt$16384$nOGlQ4q8V3dzVkXAw2rQXa$8$5$UBITTrIi5G3vzXigsnbMiCCXaeiKsRU3Kq8f5MDjmyDU6WmU3FQ2DaI2ED2zBmvikpGQm6mt7T3KefHRSNya5g==', NULL, FALSE, 'li', 'li@circle.example', TRUE, TRUE, '2026-11-24 13:09:32.720182', 'Li 李', '', FALSE, 'll李', 'll', 'member', FALSE);
INSERT INTO "accounts_user" ("id", "password", "last_login", "is_superuser", "username", "email", "is_staff", "is_active", "date_joined", "display_name", "about", "is_sample", "display_key", "name_key", "trust", "trust_is_fixed") VALUES (6, '!pX5PHFx0YxP6cDsrDPz0N6NL6kQMhHpDNpAarcXy', NULL, FALSE, 'zoë', 'zoe@example.org', FALSE, TRUE, '2026-11-29 22:25:59.654470', '', 'Soap at zoe.example!', FALSE, '', 'zoe', 'member', FALSE);
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
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (16, 0, 'target', FALSE, 'The train th', '', 'at carries the waggons sails twi', 0, 12, 2, 21, 17);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (17, 0, 'target', FALSE, 'crosses every twenty minutes', 'The ferry
The ferry ', ' while the light lasts, and the ', 20, 48, 8, 30, 25);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (18, 0, 'target', FALSE, 'Nobody asked the fishermen', 'y the tonne
people, by the head
', '.
The harbour master keeps a lis', 207, 233, 2, 31, 26);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (19, 0, 'target', FALSE, 'quarrels about the middle', 's own half of the crossing, and ', '.
coal, by the tonne
people, by ', 140, 165, 1, 32, 27);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (20, 1, 'link', FALSE, 'when the snow allows', ' the waggons sails twice a week ', ' it.
Who pays
Each side pays for', 54, 74, 2, 32, 27);
INSERT INTO "annotations_anchor" ("id", "ordinal", "role", "is_whole_block", "quote", "prefix", "suffix", "start", "end", "revision_id", "annotation_id", "thread_id") VALUES (21, 0, 'target', FALSE, 'ferry', 'The ', '
The ferry crosses every twenty ', 4, 9, 8, 33, 28);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (1, '9b62a0e80f9c4a6f882a81f5ced890a6', 'comment', 'Only in **summer**, see the timetable.', '<p>Only in <strong>summer</strong>, see the timetable.</p>', 1, 1, 'published', '', NULL, '167f5923761946c2bb6af2d81fcce7b8', '2026-11-24 13:09:33.401757', NULL, 2, 1, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (2, '17d3691f417640a8a86f0924917a23e2', 'comment', 'And in May?', '<p>And in May?</p>', 1, 1, 'published', '', NULL, 'b1e8732f81d346649eab2cf2f5288746', '2026-11-24 13:09:33.442071', NULL, 5, 1, 1, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (3, '5d44813dd9e048cdb9aac499baf71f23', 'comment', 'In May as well. 🚢', '<p>In May as well. 🚢</p>', 1, 2, 'published', '', NULL, 'd33534bbd6d0429e8074022fbb39a7d9', '2026-11-24 13:09:33.454565', '2026-11-24 13:09:33.470564', 2, 1, 2, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (4, '7e3afde8ab094067b8cd69f7d0bc7d4e', 'question', 'A source?', '<p>A source?</p>', 1, 1, 'published', '', NULL, 'e07ad2308d114b3486cfcef56a9db349', '2026-11-24 13:09:33.486688', NULL, 5, 2, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (5, '25882dcbdf9d40cf9d6a36a2b6304557', 'comment', 'Same words, other text.', '<p>Same words, other text.</p>', 1, 1, 'published', '', NULL, '191a5e97fa8e449290f3f66fa35680d9', '2026-11-24 13:09:33.495031', NULL, 3, 3, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (6, '70fdf0e400c8439a81a0ed96f8e9c2b9', 'comment', 'For the group alone.', '<p>For the group alone.</p>', 1, 1, 'published', '', NULL, 'be16a0be9fcc428d817378e325f03115', '2026-11-24 13:09:33.532519', NULL, 2, 4, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (7, 'c180d5923306409ea8572bee9e8cdf8d', 'comment', 'For me.', '<p>For me.</p>', 1, 1, 'published', '', NULL, 'b6ff10b7cc5045daafb604a95401ef59', '2026-11-24 13:09:33.564909', NULL, 5, 5, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (8, '28dfa3f2b05645b6972cedb3e44e0cf7', 'comment', 'About all of it.', '<p>About all of it.</p>', 1, 1, 'published', '', NULL, '10d9b23e0f4c431abb03081b95e123fd', '2026-11-24 13:09:33.573784', NULL, 5, 6, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (9, 'e20a3e7899cb470a8577ec3940c764c7', 'comment', 'Rude words here.', '<p>Rude words here.</p>', 1, 1, 'hidden', 'Rude.', NULL, '6155fb78157d4a09879a60e42b3ea6ae', '2026-11-24 13:09:33.582775', NULL, 4, 7, NULL, 2, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (10, 'af6f78f5ec7349aaa033c1965a915a2c', 'comment', 'Not rude.', '<p>Not rude.</p>', 1, 1, 'published', '', NULL, 'a4dc364f51234248af021e8aa90234f3', '2026-11-24 13:09:33.637790', NULL, 4, 8, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (11, 'a55da2677c954afdbaa103ff7a4a39d9', 'comment', 'Taken back.', '<p>Taken back.</p>', 1, 1, 'published', '', '2026-11-24 13:09:33.666411', '155b3d8b67fa456a8dd4ac928acf028f', '2026-11-24 13:09:33.654509', NULL, 5, 9, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (12, '472c1c69f3f1443aac62a480b624f351', 'comment', 'Within the group''s own text.', '<p>Within the group''s own text.</p>', 1, 1, 'published', '', NULL, '9e70db34b365411cbb5f0d029a5a7599', '2026-11-24 13:09:33.711808', NULL, 2, 10, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (13, '3c5115acfbb94ea8b83164d37132fdff', 'comment', 'Words that stay without a name.', '<p>Words that stay without a name.</p>', 1, 1, 'published', '', NULL, 'f5815f8166d848fca15a8c9065040a33', '2026-11-24 13:09:36.583498', NULL, NULL, 11, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (14, 'ba31c97a7e044d70a924e47eb1b44294', 'question', 'Not even for the doctor?', '<p>Not even for the doctor?</p>', 1, 1, 'published', '', NULL, 'bc65558e3d3a4f16ad515db1a49f5441', '2026-11-24 16:11:09.288363', NULL, 2, 12, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (15, '124c67aea98d48f6a903bf22c2cf4223', 'objection', 'Three, last time.', '<p>Three, last time.</p>', 1, 1, 'published', '', NULL, '2ef37777458c4173b278457ce688e0f9', '2026-11-24 16:11:09.306567', NULL, 5, 13, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (16, 'fdd92ece6e3542019350e2cc02d76da1', 'comment', 'And cats?', '<p>And cats?</p>', 1, 1, 'published', '', NULL, '28480493b52846b0a25c7314ee357db0', '2026-11-24 16:11:09.316072', NULL, 3, 14, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (17, 'bdc26c1176784017b759685636360215', 'comment', 'We paid for it.', '<p>We paid for it.</p>', 1, 1, 'published', '', NULL, '6be369a8d3244e7fa2f76ca5b14d0eb7', '2026-11-24 16:11:09.319884', NULL, 5, 15, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (18, '38b86f342d5b4cf29bc6b5bfeee41ca1', 'comment', 'Ask in March.', '<p>Ask in March.</p>', 1, 1, 'published', '', NULL, '9af4a4a7b3944f99916ba0486b73373f', '2026-11-24 16:11:09.329131', NULL, 2, 16, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (19, '7fd66f48d0954ee3a5f7b06eb73bc336', 'comment', 'Cats walk.', '<p>Cats walk.</p>', 1, 1, 'published', '', NULL, 'cb8d6cf82b344715a65e160f1b560dd2', '2026-11-24 16:11:09.334890', NULL, 5, 14, 16, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (20, '91e18569ab6040e0b1e215f39b530820', 'comment', 'Since li was here: @li, look.', '<p>Since li was here: <a href="/people/li/" rel="nofollow ugc noopener">@li</a>, look.</p>', 1, 1, 'published', '', NULL, '6f3073498e994ec4a5780ccbf043e61e', '2026-11-24 21:14:38.560790', NULL, 3, 12, 14, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (21, '2275ab83adae48578f496eda44f83920', 'comment', 'Filed thrice: Fähre.', '<p>Filed thrice: Fähre.</p>', 1, 1, 'published', '', NULL, '5d2e498fedf04858a7c66ce3739689e3', '2026-11-29 22:25:59.667788', NULL, 2, 17, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (22, '3d71af389e1a4d289a0f41f0aa51bf93', 'comment', 'Under *two*.', '<p>Under <em>two</em>.</p>', 1, 1, 'published', '', NULL, '2659a549040c4b0fbcdd102513dc2d03', '2026-11-29 22:25:59.678909', NULL, 5, 18, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (23, 'dd54856232f543e99a0a639a75869e4e', 'comment', 'Mine alone.', '<p>Mine alone.</p>', 1, 1, 'published', '', NULL, 'a758a498fff04b98aa4639d6b1f73bb5', '2026-11-29 22:25:59.687316', NULL, 5, 19, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (24, 'f8b8dd8eb4c74511a08b03930f7f876f', 'comment', 'For members.', '<p>For members.</p>', 1, 1, 'published', '', NULL, 'c6ff5e5d99a847f1bc9b23deccc3dedc', '2026-11-29 22:25:59.692573', NULL, 5, 20, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (25, '226387bbad7b4e9eac8a2de4677ee32c', 'comment', 'Moved away: “quoted”.', '<p>Moved away: “quoted”.</p>', 1, 1, 'published', '', NULL, 'a85549c53ccd4106a2ecbd04396309b7', '2026-11-29 22:25:59.761454', NULL, 5, 21, 26, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (26, '978908bc0aa44c10a56131f6bb583f40', 'comment', 'Where it belongs.', '<p>Where it belongs.</p>', 1, 1, 'published', '', NULL, '46c474f8ef314e429d463aa4760e448e', '2026-11-29 22:25:59.764296', NULL, 2, 21, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (27, 'ee93aa8c8966466c89cb36a342488b49', 'comment', 'Rude; very.', '<p>Rude; very.</p>', 1, 1, 'published', 'Overturned on appeal.', NULL, '0fe281484199420d938cb9a467fcb8f8', '2026-11-29 22:25:59.776851', NULL, 4, 22, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (28, '1cd1847cdfa74cb99575cf894296d61c', 'comment', 'Soap, soap.', '<p>Soap, soap.</p>', 1, 1, 'removed', 'Advertising.', NULL, '483340ac91f442418e332fb192752ec5', '2026-11-29 22:25:59.794941', NULL, 6, 23, NULL, NULL, '2026-11-29 22:25:59.796773');
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (29, '7dd52cf0c0814374bf123d9a5f29108e', 'comment', 'I wait.', '<p>I wait.</p>', 1, 1, 'pending', '', NULL, '455e9392b19643639bca7c5c12c18cd2', '2026-11-29 22:25:59.805176', NULL, 6, 24, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (30, 'c7399388c16849049a2bfb368af3ef99', 'comment', 'Said of boats.', '<p>Said of boats.</p>', 1, 1, 'published', '', NULL, '57c2bfa6a97845d6a9f70b1d1934262a', '2026-11-30 04:26:49.397513', NULL, 2, 25, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (31, 'e172a00d5ee043b89d72aedd207db459', 'comment', 'Another boat.', '<p>Another boat.</p>', 1, 1, 'published', '', NULL, '32c3bf486fad454e81885743cfc5e4d7', '2026-11-30 04:26:49.430595', NULL, 3, 26, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (32, 'b27baa66e1d4422797bd0365d161e93e', 'comment', 'They say it differently.', '<p>They say it differently.</p>', 1, 1, 'published', '', NULL, '68d7071d764148b8b7588b0bf6b0e87a', '2026-11-30 04:26:49.629161', NULL, 2, 27, NULL, NULL, NULL);
INSERT INTO "annotations_annotation" ("id", "uuid", "kind", "body", "body_html", "renderer", "version", "moderation", "moderation_reason", "withdrawn_at", "submission", "created_at", "edited_at", "author_id", "thread_id", "parent_id", "moderation_rule_id", "removed_at") VALUES (33, 'd990e2725ce44f9ba5a7718a7b966fea', 'topic', '', '', 1, 1, 'published', '', NULL, '9dada4fdcc23433798e3b35783fee464', '2026-11-30 04:26:49.745777', NULL, 1, 28, NULL, NULL, NULL);
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
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (22, 1, 'comment', 'Filed thrice: Fähre.', 'ece982b5e1335d4adacdd78c5403d0381e78a5cc7c6eb471ff1419530f123e9b', '2026-11-29 22:25:59.667788', 21);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (23, 1, 'comment', 'Under *two*.', '24621689176dcd6b2fd31e76f740b42983c785aa650d5e34e5c11706f95af40a', '2026-11-29 22:25:59.678909', 22);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (24, 1, 'comment', 'Mine alone.', '5ed134d0c38d35d95bd57da81396b4b8769195ad64bb328753520f56c2285e18', '2026-11-29 22:25:59.687316', 23);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (25, 1, 'comment', 'For members.', 'ef356edf19dade74383c419984ae690e70c11b3f0ee1404ec7a8b07dff2fe0f6', '2026-11-29 22:25:59.692573', 24);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (26, 1, 'comment', 'Moved away: “quoted”.', '642376a0d00be59394e5cf454b1e804e22817dcd62fb2426d4d7d785045cbeac', '2026-11-29 22:25:59.761454', 25);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (27, 1, 'comment', 'Where it belongs.', 'bd8ce763812118c7ac84621f11c34bf424a7eb9ac248940144355fde648b4858', '2026-11-29 22:25:59.764296', 26);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (28, 1, 'comment', 'Rude; very.', '643a4759bf98062fa32440785d88962aedcc4e89da8dfac5f0ef7298b1e1fddb', '2026-11-29 22:25:59.776851', 27);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (29, 1, 'comment', 'Soap, soap.', 'bcbb3d982470839675c154eea3f7e2e84af8ee4a7c695b2327ebc2f378de4ca4', '2026-11-29 22:25:59.794941', 28);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (30, 1, 'comment', 'I wait.', 'f7544dd0fb6ac8f0025d4008fb58db0f0df380dc62ac79fede94f547ee5a2798', '2026-11-29 22:25:59.805176', 29);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (31, 1, 'comment', 'Said of boats.', '83a8150d219edb384b3477039f76f9f92bf1c70775798ad4595844fb41efee85', '2026-11-30 04:26:49.397513', 30);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (32, 1, 'comment', 'Another boat.', '8b8625153b2308c1b6413476fa2a471cb68d961bb9ddcae4c1a7b708799b6a01', '2026-11-30 04:26:49.430595', 31);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (33, 1, 'comment', 'They say it differently.', 'e530a3f027e7e27ef7a2f8388f6a713d881ad4e2da58a0e1ac89886438d9d6a5', '2026-11-30 04:26:49.629161', 32);
INSERT INTO "annotations_annotationversion" ("id", "number", "kind", "body", "digest", "created_at", "annotation_id") VALUES (34, 1, 'topic', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2026-11-30 04:26:49.745777', 33);
INSERT INTO "annotations_appeal" ("id", "text", "at", "outcome", "answer", "answered_at", "is_by_the_first", "answered_by_id", "decision_id") VALUES (1, 'It is my name.', '2026-11-29 22:25:59.757271', '', '', NULL, FALSE, NULL, 1);
INSERT INTO "annotations_appeal" ("id", "text", "at", "outcome", "answer", "answered_at", "is_by_the_first", "answered_by_id", "decision_id") VALUES (2, 'A quotation.', '2026-11-29 22:25:59.783365', 'overturned', 'So it is.', '2026-11-29 22:25:59.786817', FALSE, 1, 2);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (1, '2026-11-24 13:09:33.401757', 1, 2, 1, '2026-11-24 13:09:33.454565', 1, 1, '2026-02-03', TRUE, 41, 1);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (2, '2026-11-24 13:09:33.401757', 1, 2, 2, '2026-11-24 13:09:33.454565', 1, 1, '2026-02-03', TRUE, 41, 1);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (3, '2026-11-24 13:09:33.495031', 5, 3, 2, '2026-11-24 13:09:33.495031', 2, 1, '2026-02-03', TRUE, 41, 3);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (4, '2026-11-29 22:25:59.667788', 21, 2, 1, '2026-11-29 22:25:59.667788', 2, 1, '2026-02-03', TRUE, 0, 17);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (5, '2026-11-29 22:25:59.667788', 21, 2, 2, '2026-11-29 22:25:59.667788', 2, 1, '2026-02-03', TRUE, 0, 17);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (6, '2026-11-29 22:25:59.667788', 21, 2, 3, '2026-11-29 22:25:59.667788', 2, 1, '2026-02-03', TRUE, 0, 17);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (7, '2026-11-29 22:25:59.678909', 22, 5, 1, '2026-11-29 22:25:59.678909', 6, 1, '', TRUE, 2147483647, 18);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (9, '2026-11-29 22:25:59.687316', 23, 5, 1, '2026-11-29 22:25:59.687316', 2, 5, '2026-02-03', TRUE, 2147483647, 19);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (10, '2026-11-29 22:25:59.692573', 24, 5, 1, '2026-11-29 22:25:59.692573', 2, 2, '2026-02-03', TRUE, 2147483647, 20);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (11, '2026-11-30 04:26:49.397513', 30, 2, 1, '2026-11-30 04:26:49.397513', 6, 1, '', TRUE, 20, 25);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (12, '2026-11-30 04:26:49.430595', 31, 3, 1, '2026-11-30 04:26:49.430595', 2, 1, '2026-02-03', TRUE, 207, 26);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (14, '2026-11-30 04:26:49.629161', 32, 2, 1, '2026-11-30 04:26:49.629161', 1, 1, '2026-02-03', TRUE, 140, 27);
INSERT INTO "annotations_assignment" ("id", "at", "annotation_id", "by_id", "topic_id", "active_at", "article_id", "audience_id", "dated", "is_readable", "place", "thread_id") VALUES (15, '2026-11-30 04:26:49.745777', 33, 1, 1, '2026-11-30 04:26:49.745777', 6, 1, '', TRUE, 4, 28);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (1, 9, 4, 5, 1, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (2, 9, 6, 5, 2, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (3, 1, 1, 1, 1, 3);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (4, 1, 1, 1, 1, 5);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (5, 2, 2, 2, 2, 2);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (6, 1, 1, 1, 5, 3);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (7, 24, 10, 11, 6, 1);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (8, 1, 1, 1, 6, 2);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (9, 2, 1, 1, 6, 6);
INSERT INTO "annotations_counter" ("id", "events", "threads", "readable", "article_id", "audience_id") VALUES (10, 1, 1, 1, 2, 5);
INSERT INTO "annotations_decision" ("id", "uuid", "act", "version", "is_automated", "reason", "at", "reversed_at", "annotation_id", "by_id", "person_id", "rule_id", "sanction_id", "profile") VALUES (1, 'c98d8765573947f483d732ce3aa6e956', 'profile', NULL, FALSE, 'An advertisement.', '2026-11-29 22:25:59.751637', NULL, NULL, 3, 6, NULL, NULL, '{"display_name": "BUY \u017dO\u00cb\u2019s soap"}');
INSERT INTO "annotations_decision" ("id", "uuid", "act", "version", "is_automated", "reason", "at", "reversed_at", "annotation_id", "by_id", "person_id", "rule_id", "sanction_id", "profile") VALUES (2, 'cff2e98de1a94519a24340c72823a630', 'hide', 1, FALSE, 'Rude.', '2026-11-29 22:25:59.778939', '2026-11-29 22:25:59.786817', 27, 3, 4, 1, NULL, NULL);
INSERT INTO "annotations_decision" ("id", "uuid", "act", "version", "is_automated", "reason", "at", "reversed_at", "annotation_id", "by_id", "person_id", "rule_id", "sanction_id", "profile") VALUES (3, 'c92a32778c8e473ea347ca70cee018c1', 'remove', 1, FALSE, 'Advertising.', '2026-11-29 22:25:59.796773', NULL, 28, 3, 6, NULL, NULL, NULL);
INSERT INTO "annotations_decision" ("id", "uuid", "act", "version", "is_automated", "reason", "at", "reversed_at", "annotation_id", "by_id", "person_id", "rule_id", "sanction_id", "profile") VALUES (4, '2a96962e135d4bdfb2dd5fa660ad5e82', 'hold', NULL, FALSE, 'Look first.', '2026-11-29 22:25:59.800493', NULL, NULL, 3, 6, NULL, 1, NULL);
INSERT INTO "annotations_decision" ("id", "uuid", "act", "version", "is_automated", "reason", "at", "reversed_at", "annotation_id", "by_id", "person_id", "rule_id", "sanction_id", "profile") VALUES (5, 'a9b28817120f42adbdf6421ff6792e0f', 'warn', NULL, FALSE, 'Gently.', '2026-11-29 22:25:59.809389', NULL, NULL, 3, 4, NULL, 2, NULL);
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
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (34, 8, 'annotated', '2026-11-29 22:25:59.667788', 2, 21, 2, 1, 17);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (35, 12, 'annotated', '2026-11-29 22:25:59.678909', 5, 22, 6, 1, 18);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (36, 1, 'annotated', '2026-11-29 22:25:59.687316', 5, 23, 2, 5, 19);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (37, 2, 'annotated', '2026-11-29 22:25:59.692573', 5, 24, 2, 2, 20);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (38, 13, 'replied', '2026-11-29 22:25:59.761454', 5, 25, 6, 1, 21);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (39, 14, 'annotated', '2026-11-29 22:25:59.764296', 2, 26, 6, 1, 21);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (40, 15, 'moved', '2026-11-29 22:25:59.773890', 3, NULL, 6, 1, 18);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (41, 16, 'moved', '2026-11-29 22:25:59.773890', 3, 25, 6, 1, 21);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (42, 17, 'annotated', '2026-11-29 22:25:59.776851', 4, 27, 6, 1, 22);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (43, 18, 'moderated', '2026-11-29 22:25:59.778939', 3, 27, 6, 1, 22);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (44, 19, 'moderated', '2026-11-29 22:25:59.788761', 1, 27, 6, 1, 22);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (45, 20, 'annotated', '2026-11-29 22:25:59.794941', 6, 28, 6, 1, 23);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (46, 21, 'moderated', '2026-11-29 22:25:59.796773', 3, 28, 6, 1, 23);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (47, 22, 'annotated', '2026-11-29 22:25:59.805176', 6, 29, 6, 1, 24);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (48, 23, 'annotated', '2026-11-30 04:26:49.397513', 2, 30, 6, 1, 25);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (49, 9, 'annotated', '2026-11-30 04:26:49.430595', 3, 31, 2, 1, 26);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (50, 9, 'annotated', '2026-11-30 04:26:49.629161', 2, 32, 1, 1, 27);
INSERT INTO "annotations_event" ("id", "seq", "kind", "at", "actor_id", "annotation_id", "article_id", "audience_id", "thread_id") VALUES (51, 24, 'annotated', '2026-11-30 04:26:49.745777', 1, 33, 6, 1, 28);
INSERT INTO "annotations_firing" ("id", "kind", "found", "version", "at", "annotation_id", "rule_id") VALUES (1, 'sanction', '', 1, '2026-11-29 22:25:59.805176', 29, NULL);
INSERT INTO "annotations_mergedassignment" ("id", "assignment_id", "merge_id") VALUES (1, 11, 1);
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
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (19, NULL, 3, 'accept', 'In use.', '', '', NULL, '', '2026-11-29 22:25:59.698148', NULL, 'topic 1', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (20, NULL, 3, 'alias', '', '', '', NULL, '', '2026-11-29 22:25:59.705281', NULL, 'topic 1', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (21, NULL, 3, 'broader', '', '', '1', NULL, '', '2026-11-29 22:25:59.707448', NULL, 'topic 3', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (22, NULL, 3, 'merge', 'Steam is steam.', '4', '1', NULL, '', '2026-11-29 22:25:59.709523', NULL, 'topic 4', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (23, '2275ab83adae48578f496eda44f83920', 3, 'keep-filed', 'It is near enough.', '2', '', 1, 'ece982b5e1335d4adacdd78c5403d0381e78a5cc7c6eb471ff1419530f123e9b', '2026-11-29 22:25:59.736814', NULL, '', '61ea2ce27f434a2cac8461d932f69da0');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (24, NULL, 3, 'profile', 'An advertisement.', 'name', '', NULL, '', '2026-11-29 22:25:59.752202', NULL, 'person 6', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (25, '226387bbad7b4e9eac8a2de4677ee32c', 3, 'move', 'It answers this.', '4', '5', 1, '642376a0d00be59394e5cf454b1e804e22817dcd62fb2426d4d7d785045cbeac', '2026-11-29 22:25:59.773890', NULL, '', '2a3ff84767d54818ad53e97e505613db');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (26, 'ee93aa8c8966466c89cb36a342488b49', 3, 'hide', 'Rude.', 'published', 'hidden', 1, '643a4759bf98062fa32440785d88962aedcc4e89da8dfac5f0ef7298b1e1fddb', '2026-11-29 22:25:59.778939', 1, '', '3bb66e7d4b71472da5f4cfa27547b1fa');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (27, 'ee93aa8c8966466c89cb36a342488b49', 1, 'overturn', 'So it is.', '', '', 1, '643a4759bf98062fa32440785d88962aedcc4e89da8dfac5f0ef7298b1e1fddb', '2026-11-29 22:25:59.787849', 1, '', '3bb66e7d4b71472da5f4cfa27547b1fa');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (28, 'ee93aa8c8966466c89cb36a342488b49', 1, 'restore', 'Overturned on appeal.', 'hidden', 'published', 1, '643a4759bf98062fa32440785d88962aedcc4e89da8dfac5f0ef7298b1e1fddb', '2026-11-29 22:25:59.788761', NULL, '', '3bb66e7d4b71472da5f4cfa27547b1fa');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (29, '1cd1847cdfa74cb99575cf894296d61c', 3, 'remove', 'Advertising.', 'published', 'removed', 1, 'bcbb3d982470839675c154eea3f7e2e84af8ee4a7c695b2327ebc2f378de4ca4', '2026-11-29 22:25:59.796773', NULL, '', '8db77df850044871aa5c6e57c63d04cd');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (30, NULL, 3, 'hold', 'Look first.', '', '2026-12-08', NULL, '', '2026-11-29 22:25:59.802771', NULL, 'person 6', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (31, '7dd52cf0c0814374bf123d9a5f29108e', NULL, 'held', '', '', 'pending', 1, 'f7544dd0fb6ac8f0025d4008fb58db0f0df380dc62ac79fede94f547ee5a2798', '2026-11-29 22:25:59.805176', NULL, '', '19c6f89a3d1b437bbc77cd766b681b0d');
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (32, NULL, 3, 'warn', 'Gently.', '', '', NULL, '', '2026-11-29 22:25:59.810439', NULL, 'person 4', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (33, NULL, 1, 'accept', '', '', '', NULL, '', '2026-11-30 04:26:49.352286', NULL, 'topic 3', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (34, NULL, 1, 'merge', 'One and the same.', '4', '1', NULL, '', '2026-11-30 04:26:49.468187', NULL, 'topic 4', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (35, NULL, 1, 'alias', '', '', '', NULL, '', '2026-11-30 04:26:49.548244', NULL, 'topic 1', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (36, NULL, 1, 'cues', '', '', '', NULL, '', '2026-11-30 04:26:49.558484', NULL, 'topic 1', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (37, NULL, 1, 'related', '', '', '', NULL, '', '2026-11-30 04:26:49.575138', NULL, 'topic 1', NULL);
INSERT INTO "annotations_moderationentry" ("id", "annotation", "by", "act", "reason", "before", "after", "version", "digest", "at", "rule", "subject", "thread") VALUES (38, NULL, 1, 'uri', '', '', '', NULL, '', '2026-11-30 04:26:49.619084', NULL, 'topic 1', NULL);
INSERT INTO "annotations_passagelink" ("id", "relation", "anchor_id", "annotation_id", "article_id") VALUES (1, 'contradicts', 20, 32, 2);
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
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (21, 'unchanged', 'none', 'h219fv5x', 0, 'h219fv5x', 12, 16, 2, NULL, 17, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (22, 'unchanged', 'none', '5dhagvj0', 10, '5dhagvj0', 38, 17, 8, NULL, 25, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (23, 'unchanged', 'none', 'gdydvc19', 0, 'gdydvc19', 26, 18, 2, NULL, 26, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (24, 'unchanged', 'none', '9mffm5k5', 53, '9mffm5k5', 78, 19, 1, NULL, 27, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (25, 'unchanged', 'none', 'h219fv5x', 54, 'h219fv5x', 74, 20, 2, NULL, 27, 100, '', NULL, NULL);
INSERT INTO "annotations_placement" ("id", "outcome", "review", "start_key", "start_offset", "end_key", "end_offset", "anchor_id", "from_revision_id", "until_revision_id", "thread_id", "certainty", "quote", "reviewed_at", "reviewed_by_id") VALUES (26, 'unchanged', 'none', 'nt6zztgc', 4, 'nt6zztgc', 9, 21, 8, NULL, 28, 100, '', NULL, NULL);
INSERT INTO "annotations_qualitymark" ("id", "kind", "at", "annotation_id", "by_id") VALUES (1, 'unclear', '2026-11-29 22:25:59.812539', 22, 2);
INSERT INTO "annotations_reaction" ("id", "kind", "at", "annotation_id", "person_id") VALUES (1, 'agree', '2026-11-24 21:14:37.988696', 14, 3);
INSERT INTO "annotations_reaction" ("id", "kind", "at", "annotation_id", "person_id") VALUES (2, 'thanks', '2026-11-24 21:14:37.998504', 14, 5);
INSERT INTO "annotations_reading" ("id", "seen", "block_key", "visited_at", "article_id", "person_id", "revision_id") VALUES (1, '{"1": [[1, 9]], "2": [[1, 1]], "5": [], "3": []}', '5dhagvj0', '2026-11-24 21:14:38.002945', 6, 5, 8);
INSERT INTO "annotations_reading" ("id", "seen", "block_key", "visited_at", "article_id", "person_id", "revision_id") VALUES (2, '{"1": [[1, 9]], "2": [[1, 1]]}', '', '2026-11-24 21:14:38.035216', 6, 3, 8);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id", "decided_at", "decided_by_id", "outcome", "origin", "person_id", "shown", "topic_id") VALUES (1, 'abuse', 'It is rude.', 1, '2026-11-24 13:09:33.586022', 9, 5, '2026-11-24 13:09:33.622497', 3, 'upheld', '', NULL, '', NULL);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id", "decided_at", "decided_by_id", "outcome", "origin", "person_id", "shown", "topic_id") VALUES (2, 'off-topic', '', 1, '2026-11-24 13:09:33.650032', 10, 2, NULL, NULL, '', '', NULL, '', NULL);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id", "decided_at", "decided_by_id", "outcome", "origin", "person_id", "shown", "topic_id") VALUES (3, 'spam', 'Sells soap.', NULL, '2026-11-29 22:25:59.738923', NULL, 2, '2026-11-29 22:25:59.751637', 3, 'upheld', '', 6, 'BUY ŽOË’s soap
Soap at zoe.example!', NULL);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id", "decided_at", "decided_by_id", "outcome", "origin", "person_id", "shown", "topic_id") VALUES (4, 'off-topic', '', NULL, '2026-11-29 22:25:59.743964', NULL, 5, '2026-11-30 04:26:49.353575', 1, 'dismissed', '', NULL, 'Quays & piers', 3);
INSERT INTO "annotations_report" ("id", "reason", "text", "version", "created_at", "annotation_id", "by_id", "decided_at", "decided_by_id", "outcome", "origin", "person_id", "shown", "topic_id") VALUES (5, 'spam', '', 1, '2026-11-29 22:25:59.747588', 22, NULL, NULL, NULL, '', 'afe4e9318e7347e41519a59334ca8affad1dacb06373f4e38a4bde4c51fd7598', NULL, '', NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (1, 'annotation', 'off-topic', 2.5, -325.0483061346296, 1, 1, '2026-11-24 13:09:33.650032', NULL, NULL, '', 10, 2, NULL, 4, NULL, NULL, NULL, NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (2, 'assignment', 'disputed', 3.5, -329.4347190342014, NULL, 1, '2026-11-29 22:25:59.724555', NULL, NULL, '', NULL, 2, 4, 2, NULL, NULL, NULL, NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (3, 'assignment', 'disputed', 3.5, -329.4347190957292, NULL, 2, '2026-11-29 22:25:59.729871', NULL, '2026-11-29 22:25:59.735457', 'dismissed', NULL, 2, 5, 2, NULL, 3, NULL, NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (4, 'person', 'spam', 4.5, -328.4347192004977, NULL, 2, '2026-11-29 22:25:59.738923', NULL, '2026-11-29 22:25:59.751637', 'handled', NULL, NULL, NULL, 6, NULL, 3, 6, NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (5, 'topic', 'off-topic', 2.67, -330.2647192588426, NULL, 2, '2026-11-29 22:25:59.743964', NULL, '2026-11-30 04:26:49.353575', 'handled', NULL, NULL, NULL, 2, NULL, 1, NULL, 3);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (6, 'annotation', 'spam', 4.5, -328.43471930078704, 1, 1, '2026-11-29 22:25:59.747588', NULL, NULL, '', 22, 6, NULL, 5, NULL, NULL, NULL, NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (7, 'person', 'appeal', 5.0, -327.9347194128588, NULL, 3, '2026-11-29 22:25:59.757271', NULL, NULL, '', NULL, NULL, NULL, 6, NULL, NULL, 6, NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (8, 'annotation', 'appeal', 5.0, -327.9347197148727, 1, 2, '2026-11-29 22:25:59.783365', NULL, '2026-11-29 22:25:59.788761', 'approved', 27, 6, NULL, 4, NULL, 1, NULL, NULL);
INSERT INTO "annotations_reviewitem" ("id", "kind", "cause", "weight", "rank", "version", "turn", "opened_at", "claimed_at", "closed_at", "outcome", "annotation_id", "article_id", "assignment_id", "author_id", "claimed_by_id", "decided_by_id", "person_id", "topic_id") VALUES (9, 'annotation', 'rule', 2.0, -330.93471996731483, 1, 1, '2026-11-29 22:25:59.805176', NULL, NULL, '', 29, 6, NULL, 6, NULL, NULL, NULL, NULL);
INSERT INTO "annotations_scopedrole" ("id", "role", "at", "article_id", "by_id", "person_id", "topic_id") VALUES (1, 'leader', '2026-11-24 13:09:33.798547', 1, 1, 5, NULL);
INSERT INTO "annotations_suggestion" ("id", "block_key", "start", "end", "quote", "is_weak", "state", "decided_at", "found_at", "annotation_id", "article_id", "decided_by_id", "revision_id", "topic_id") VALUES (1, '11k0srhh', 4, 9, 'ferry', FALSE, 'dismissed', '2026-11-30 04:26:49.720677', '2026-11-30 04:26:49.664457', NULL, 1, 1, 1, 1);
INSERT INTO "annotations_suggestion" ("id", "block_key", "start", "end", "quote", "is_weak", "state", "decided_at", "found_at", "annotation_id", "article_id", "decided_by_id", "revision_id", "topic_id") VALUES (2, 'nt6zztgc', 4, 9, 'ferry', FALSE, 'confirmed', '2026-11-30 04:26:49.761592', '2026-11-30 04:26:49.699420', 33, 6, 1, 8, 1);
INSERT INTO "annotations_suggestion" ("id", "block_key", "start", "end", "quote", "is_weak", "state", "decided_at", "found_at", "annotation_id", "article_id", "decided_by_id", "revision_id", "topic_id") VALUES (3, '5dhagvj0', 4, 9, 'ferry', FALSE, 'waiting', NULL, '2026-11-30 04:26:49.699420', NULL, 6, NULL, 8, 1);
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
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (17, '61ea2ce27f434a2cac8461d932f69da0', 'everyone', 5, 1, '2026-11-29 22:25:59.667788', '2026-11-29 22:25:59.667788', NULL, NULL, '', 2, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (18, 'e2ab6d9c69b24ed9a10e619affc8059f', 'everyone', 4, 1, '2026-11-29 22:25:59.678909', '2026-11-29 22:25:59.678909', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (19, 'f7cfca1c89934be28bdf35b6d9c0a2f1', 'person', 1, 1, '2026-11-29 22:25:59.687316', '2026-11-29 22:25:59.687316', NULL, NULL, '', 2, 5, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (20, '4296ed0b8da648fcbd56f45879b22f61', 'members', 2, 1, '2026-11-29 22:25:59.692573', '2026-11-29 22:25:59.692573', NULL, NULL, '', 2, 2, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (21, '2a3ff84767d54818ad53e97e505613db', 'everyone', 5, 2, '2026-11-29 22:25:59.764296', '2026-11-29 22:25:59.764296', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (22, '3bb66e7d4b71472da5f4cfa27547b1fa', 'everyone', 6, 1, '2026-11-29 22:25:59.776851', '2026-11-29 22:25:59.776851', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (23, '8db77df850044871aa5c6e57c63d04cd', 'everyone', 7, 0, '2026-11-29 22:25:59.794941', '2026-11-29 22:25:59.794941', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (24, '19c6f89a3d1b437bbc77cd766b681b0d', 'everyone', 8, 0, '2026-11-29 22:25:59.805176', '2026-11-29 22:25:59.805176', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (25, '12655a41df34433ea3a702b288ae33f1', 'everyone', 9, 1, '2026-11-30 04:26:49.397513', '2026-11-30 04:26:49.397513', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (26, 'b3511fb1e2a54984b3900941ea6d76cf', 'everyone', 6, 1, '2026-11-30 04:26:49.430595', '2026-11-30 04:26:49.430595', NULL, NULL, '', 2, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (27, 'f539d732bf3c46aabd04ce0e12059dd7', 'everyone', 4, 1, '2026-11-30 04:26:49.629161', '2026-11-30 04:26:49.629161', NULL, NULL, '', 1, 1, NULL);
INSERT INTO "annotations_thread" ("id", "uuid", "audience_kind", "number", "readable_count", "opened_at", "active_at", "locked_at", "resolved_at", "resolved_reason", "article_id", "audience_id", "resolved_by_id") VALUES (28, 'd141c68830f947f7af926ccb21392e3a', 'everyone', 10, 1, '2026-11-30 04:26:49.745777', '2026-11-30 04:26:49.745777', NULL, NULL, '', 6, 1, NULL);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "proposed_by_id", "accepted_by_id", "uri", "broader_id") VALUES (1, 'ferries', 'Ferries', '', '2026-11-29 22:25:59.697217', '2026-11-24 13:09:33.415135', 2, 3, 'https://vocabulary.example/ferries', NULL);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "proposed_by_id", "accepted_by_id", "uri", "broader_id") VALUES (2, 'kaliningrad-transit', 'Kaliningrad transit', '', '2026-11-24 13:09:33.726388', '2026-11-24 13:09:33.427262', 2, 3, '', NULL);
INSERT INTO "annotations_topic" ("id", "slug", "name", "description", "accepted_at", "created_at", "proposed_by_id", "accepted_by_id", "uri", "broader_id") VALUES (3, 'quays-piers', 'Quays & piers', '', '2026-11-30 04:26:49.350083', '2026-11-29 22:25:59.660611', 2, 1, '', 1);
INSERT INTO "annotations_topic_related" ("id", "from_topic_id", "to_topic_id") VALUES (1, 1, 2);
INSERT INTO "annotations_topic_related" ("id", "from_topic_id", "to_topic_id") VALUES (2, 2, 1);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (1, 2, 1, 1, 1);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (2, 2, 2, 1, 1);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (3, 1, 2, 2, 1);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (4, 1, 2, 5, 1);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (5, 3, 6, 1, 1);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (6, 1, 1, 1, 2);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (7, 2, 2, 1, 2);
INSERT INTO "annotations_topiccount" ("id", "readable", "article_id", "audience_id", "topic_id") VALUES (8, 1, 2, 1, 3);
INSERT INTO "annotations_topiccue" ("id", "words", "key", "topic_id") VALUES (1, 'waits for the', 'for the waits', 1);
INSERT INTO "annotations_topicfigures" ("id", "made_at", "months", "together", "topic_id") VALUES (1, '2026-11-30 04:26:49.785421', '[["2026-11", 9]]', '[[2, 2]]', 1);
INSERT INTO "annotations_topicfigures" ("id", "made_at", "months", "together", "topic_id") VALUES (2, '2026-11-30 04:26:49.785421', '[["2026-11", 5]]', '[[1, 2], [3, 1]]', 2);
INSERT INTO "annotations_topicfigures" ("id", "made_at", "months", "together", "topic_id") VALUES (3, '2026-11-30 04:26:49.785421', '[["2026-11", 1]]', '[[1, 1], [2, 1]]', 3);
INSERT INTO "annotations_topicmerge" ("id", "source", "name", "at", "state", "undone_at", "by_id", "into_id") VALUES (1, 4, 'Ferry boats', '2026-11-30 04:26:49.468187', '{"topic": {"slug": "ferry-boats", "name": "Ferry boats", "description": "", "uri": "", "broader": null, "accepted_at": null, "accepted_by": null, "proposed_by": 2, "created_at": "2026-11-30T04:26:49.406120+00:00", "related": [], "cues": []}, "names": [["Ferry boats", "ferry boats", false, "", false]], "slugs": [], "narrower": [], "roles": [], "merges": [], "followed": [], "readings": [], "dropped": [[31, 3, "2026-11-30T04:26:49.430595+00:00"]], "dropped_merges": [], "replaced": [], "replaced_merges": [], "before": {"slug": "ferries", "name": "Ferries", "description": "", "uri": "", "broader": null, "accepted_at": "2026-11-29T22:25:59.697217+00:00", "accepted_by": 3, "proposed_by": 2, "created_at": "2026-11-24T13:09:33.415135+00:00", "related": [], "cues": []}, "suggestions": [], "after": {"slug": "ferries", "name": "Ferries", "description": "", "uri": "", "broader": null, "accepted_at": "2026-11-29T22:25:59.697217+00:00", "accepted_by": 3, "proposed_by": 2, "created_at": "2026-11-24T13:09:33.415135+00:00", "related": [], "cues": []}}', NULL, 1, 1);
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (1, 'Ferry timetable', 'ferry timetable', TRUE, 1, FALSE, '');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (2, 'Kaliningrad transit', 'kaliningrad transit', FALSE, 2, FALSE, '');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (3, 'Suwalki road', 'suwalki road', TRUE, 2, FALSE, '');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (4, 'Ferries', 'ferries', FALSE, 1, FALSE, '');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (5, 'Quays & piers', 'quays & piers', FALSE, 3, FALSE, '');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (6, 'Steam boats', 'steam boats', TRUE, 1, FALSE, '');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (7, 'Fähren', 'fahren', TRUE, 1, TRUE, 'de');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (8, 'Ferry boats', 'ferry boats', TRUE, 1, FALSE, '');
INSERT INTO "annotations_topicname" ("id", "name", "key", "is_alias", "topic_id", "is_label", "language") VALUES (9, 'Πορθμεία', 'πορθμεια', TRUE, 1, TRUE, 'el');
INSERT INTO "annotations_topicreading" ("id", "visited_at", "follows_since", "person_id", "topic_id") VALUES (1, NULL, '2026-11-30 04:26:49.773394', 2, 1);
INSERT INTO "annotations_topicscan" ("id", "at", "article_id", "revision_id") VALUES (1, '2026-11-30 04:26:49.665045', 1, 1);
INSERT INTO "annotations_topicscan" ("id", "at", "article_id", "revision_id") VALUES (2, '2026-11-30 04:26:49.679781', 2, 2);
INSERT INTO "annotations_topicscan" ("id", "at", "article_id", "revision_id") VALUES (3, '2026-11-30 04:26:49.700109', 6, 8);
INSERT INTO "annotations_topicslug" ("id", "slug", "topic_id") VALUES (1, 'ferry-timetable', 1);
INSERT INTO "annotations_topicslug" ("id", "slug", "topic_id") VALUES (2, 'steam-boats', 1);
INSERT INTO "annotations_topicslug" ("id", "slug", "topic_id") VALUES (3, 'ferry-boats', 1);
INSERT INTO "annotations_verdict" ("id", "kind", "reason", "at", "dismissed_at", "assignment_id", "by_id") VALUES (1, 'endorsed', '', '2026-11-29 22:25:59.719176', NULL, 4, 5);
INSERT INTO "annotations_verdict" ("id", "kind", "reason", "at", "dismissed_at", "assignment_id", "by_id") VALUES (2, 'disputed', 'It is about rails.', '2026-11-29 22:25:59.724555', NULL, 4, 4);
INSERT INTO "annotations_verdict" ("id", "kind", "reason", "at", "dismissed_at", "assignment_id", "by_id") VALUES (3, 'disputed', 'Nowhere near it.', '2026-11-29 22:25:59.729871', '2026-11-29 22:25:59.735457', 5, 5);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (1, 'the-ferry', 'The ferry', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.190036', '2026-11-29 22:25:59.697832', 1, 1, 1);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (2, 'the-railway', 'The railway', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.227088', '2026-11-30 04:26:49.467913', 1, 1, 2);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (3, 'not-yet', 'Not yet', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.258862', '2026-11-24 13:09:33.258885', 1, 1, NULL);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (4, 'taken-back', 'Taken back', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.270928', '2026-11-24 13:09:33.295384', 1, 1, NULL);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (5, 'for-the-group', 'For the group', 'A short text for trying.', 'Nobody', '', '2026-02-03', '', 'en', '', FALSE, '2026-11-24 13:09:33.358271', '2026-11-24 13:09:33.374374', 3, 1, 5);
INSERT INTO "articles_article" ("id", "slug", "title", "standfirst", "byline", "byline_note", "published", "updated", "language", "source_url", "is_sample", "created_at", "changed_at", "audience_id", "created_by_id", "current_revision_id") VALUES (6, 'the-ferry-2', 'The ferry', '', '', '', '', '', 'en', '', FALSE, '2026-11-24 16:11:09.214356', '2026-11-30 04:26:49.467913', 1, 1, 8);
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
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (137, 1, 170);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (138, 1, 171);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (139, 1, 172);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (140, 1, 173);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (141, 1, 174);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (142, 1, 175);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (143, 1, 176);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (144, 1, 177);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (145, 1, 178);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (146, 1, 179);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (147, 1, 180);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (148, 1, 181);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (149, 1, 182);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (150, 1, 183);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (151, 1, 184);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (152, 1, 185);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (153, 1, 186);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (154, 1, 187);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (155, 1, 188);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (156, 1, 189);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (157, 1, 190);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (158, 1, 191);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (159, 1, 192);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (160, 1, 193);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (161, 1, 194);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (162, 1, 195);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (163, 1, 196);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (164, 1, 197);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (165, 1, 198);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (166, 1, 199);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (167, 1, 200);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (168, 1, 201);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (169, 1, 202);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (170, 1, 203);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (171, 1, 204);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (172, 1, 205);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (173, 1, 206);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (174, 1, 207);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (175, 1, 208);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (176, 1, 209);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (177, 1, 210);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (178, 1, 211);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (179, 1, 212);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (180, 1, 213);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (181, 1, 214);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (182, 1, 215);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (183, 1, 216);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (184, 1, 217);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (185, 1, 218);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (186, 1, 219);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (187, 1, 220);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (188, 1, 221);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (189, 1, 222);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (190, 1, 223);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (191, 1, 224);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (192, 1, 225);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (193, 1, 226);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (194, 1, 227);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (195, 1, 228);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (196, 1, 229);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (197, 1, 230);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (198, 1, 231);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (199, 1, 232);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (200, 1, 233);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (201, 1, 234);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (202, 1, 235);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (203, 1, 236);
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (204, 1, 237);
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
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (170, 48, 'add_sanction', 'Can add sanction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (171, 48, 'change_sanction', 'Can change sanction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (172, 48, 'delete_sanction', 'Can delete sanction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (173, 48, 'view_sanction', 'Can view sanction');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (174, 49, 'add_decision', 'Can add decision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (175, 49, 'change_decision', 'Can change decision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (176, 49, 'delete_decision', 'Can delete decision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (177, 49, 'view_decision', 'Can view decision');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (178, 50, 'add_appeal', 'Can add appeal');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (179, 50, 'change_appeal', 'Can change appeal');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (180, 50, 'delete_appeal', 'Can delete appeal');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (181, 50, 'view_appeal', 'Can view appeal');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (182, 51, 'add_verdict', 'Can add verdict on a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (183, 51, 'change_verdict', 'Can change verdict on a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (184, 51, 'delete_verdict', 'Can delete verdict on a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (185, 51, 'view_verdict', 'Can view verdict on a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (186, 52, 'add_holdrule', 'Can add rule before publication');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (187, 52, 'change_holdrule', 'Can change rule before publication');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (188, 52, 'delete_holdrule', 'Can delete rule before publication');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (189, 52, 'view_holdrule', 'Can view rule before publication');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (190, 53, 'add_firing', 'Can add firing of a rule');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (191, 53, 'change_firing', 'Can change firing of a rule');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (192, 53, 'delete_firing', 'Can delete firing of a rule');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (193, 53, 'view_firing', 'Can view firing of a rule');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (194, 54, 'add_reviewitem', 'Can add item of the review queue');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (195, 54, 'change_reviewitem', 'Can change item of the review queue');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (196, 54, 'delete_reviewitem', 'Can delete item of the review queue');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (197, 54, 'view_reviewitem', 'Can view item of the review queue');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (198, 55, 'add_qualitymark', 'Can add quality mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (199, 55, 'change_qualitymark', 'Can change quality mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (200, 55, 'delete_qualitymark', 'Can delete quality mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (201, 55, 'view_qualitymark', 'Can view quality mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (202, 56, 'add_topiccue', 'Can add words that tell of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (203, 56, 'change_topiccue', 'Can change words that tell of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (204, 56, 'delete_topiccue', 'Can delete words that tell of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (205, 56, 'view_topiccue', 'Can view words that tell of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (206, 57, 'add_topiccount', 'Can add count of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (207, 57, 'change_topiccount', 'Can change count of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (208, 57, 'delete_topiccount', 'Can delete count of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (209, 57, 'view_topiccount', 'Can view count of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (210, 58, 'add_topicmerge', 'Can add merge of topics');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (211, 58, 'change_topicmerge', 'Can change merge of topics');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (212, 58, 'delete_topicmerge', 'Can delete merge of topics');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (213, 58, 'view_topicmerge', 'Can view merge of topics');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (214, 59, 'add_mergedassignment', 'Can add assignment that was merged');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (215, 59, 'change_mergedassignment', 'Can change assignment that was merged');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (216, 59, 'delete_mergedassignment', 'Can delete assignment that was merged');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (217, 59, 'view_mergedassignment', 'Can view assignment that was merged');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (218, 60, 'add_suggestion', 'Can add suggested mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (219, 60, 'change_suggestion', 'Can change suggested mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (220, 60, 'delete_suggestion', 'Can delete suggested mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (221, 60, 'view_suggestion', 'Can view suggested mark');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (222, 61, 'add_topicscan', 'Can add search for topics in a text');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (223, 61, 'change_topicscan', 'Can change search for topics in a text');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (224, 61, 'delete_topicscan', 'Can delete search for topics in a text');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (225, 61, 'view_topicscan', 'Can view search for topics in a text');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (226, 62, 'add_topicfigures', 'Can add figures of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (227, 62, 'change_topicfigures', 'Can change figures of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (228, 62, 'delete_topicfigures', 'Can delete figures of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (229, 62, 'view_topicfigures', 'Can view figures of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (230, 63, 'add_topicreading', 'Can add reading of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (231, 63, 'change_topicreading', 'Can change reading of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (232, 63, 'delete_topicreading', 'Can delete reading of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (233, 63, 'view_topicreading', 'Can view reading of a topic');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (234, 64, 'add_passagelink', 'Can add link between passages');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (235, 64, 'change_passagelink', 'Can change link between passages');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (236, 64, 'delete_passagelink', 'Can delete link between passages');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (237, 64, 'view_passagelink', 'Can view link between passages');
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
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (48, 'accounts', 'sanction');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (49, 'annotations', 'decision');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (50, 'annotations', 'appeal');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (51, 'annotations', 'verdict');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (52, 'annotations', 'holdrule');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (53, 'annotations', 'firing');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (54, 'annotations', 'reviewitem');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (55, 'annotations', 'qualitymark');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (56, 'annotations', 'topiccue');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (57, 'annotations', 'topiccount');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (58, 'annotations', 'topicmerge');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (59, 'annotations', 'mergedassignment');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (60, 'annotations', 'suggestion');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (61, 'annotations', 'topicscan');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (62, 'annotations', 'topicfigures');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (63, 'annotations', 'topicreading');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (64, 'annotations', 'passagelink');
