#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""First that each word to avoid is found where SQL stands in C++, and nowhere else; then that our own SQL has none."""

import os
import sys
import unittest

import sql

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def found(code, path="src/store/x.cpp"):
    return sql.faults_of(path, code, sql.macros_of(code))


class Sql(unittest.TestCase):
    def test_each_word_to_avoid_is_found(self):
        for text in (
            "LISTEN changes", "NOTIFY changes", "SET search_path = x", "SELECT pg_advisory_lock(tenant) FROM head",
            "SELECT pg_try_advisory_xact_lock(1)", "CREATE TEMP TABLE x (tenant INTEGER)", "SELECT xmin FROM item WHERE tenant = ?",
            "DECLARE c CURSOR WITH HOLD FOR SELECT 1", "SELECT txid_current()", "SELECT pg_snapshot_xmin(pg_current_snapshot())",
            "CREATE SEQUENCE ids", "SELECT nextval('ids')", "LOCK TABLE item", "CREATE TRIGGER t BEFORE INSERT ON item",
            "CREATE VIEW v AS SELECT 1", "WITH RECURSIVE r AS (SELECT 1) SELECT 1", "COPY item FROM STDIN",
            "ALTER TABLE item ADD COLUMN twice INTEGER GENERATED ALWAYS AS (amount * 2) STORED",
            "ALTER TABLE item ADD CONSTRAINT c CHECK (amount > 0) DEFERRABLE", "SELECT xmlparse(x) FROM item WHERE tenant = ?",
            "ALTER TABLE item ADD FOREIGN KEY (client_id) REFERENCES client (id)", "SELECT lo_import('x')",
            "INSERT OR REPLACE INTO item (tenant) VALUES (?)", "SELECT ifnull(a, b) FROM item WHERE tenant = ?",
            "SELECT a::bigint FROM item WHERE tenant = ?", "SELECT id FROM item WHERE tenant = ? FOR UPDATE",
        ):
            with self.subTest(text):
                self.assertTrue(found(f'execute("{text}");'), text)
                self.assertTrue(found(f'execute(R"sql(\n   {text})sql");'), text)
                middle = len(text) // 2
                self.assertTrue(found(f'execute("{text[:middle]}"\n    "{text[middle:]}");'), text)

    def test_tables_and_keys_belong_to_a_tenant(self):
        good = 'const char* s = "CREATE TABLE x (tenant INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tenant, id));";'
        self.assertEqual(found(good), [])
        self.assertEqual(len(found(good.replace("tenant INTEGER NOT NULL, id", "id INTEGER, tenant"))), 1)
        self.assertEqual(len(found(good.replace("(tenant, id)", "(id, tenant)"))), 1)
        self.assertEqual(found('"CREATE UNIQUE INDEX i ON x (tenant, name)"'), [])
        self.assertEqual(len(found('"CREATE UNIQUE INDEX i ON x (name)"')), 1)

    def test_a_statement_names_its_tenant(self):
        self.assertEqual(len(found('prepare("SELECT id FROM item")')), 1)
        self.assertEqual(len(found('prepare("DELETE FROM item")')), 1)
        self.assertEqual(found('prepare("SELECT id FROM item WHERE tenant = ?")'), [])
        macro = '#define OF_CLIENT " WHERE tenant = ?"\nprepare("SELECT id FROM item" OF_CLIENT " ORDER BY id")'
        self.assertEqual(found(macro), [])
        self.assertEqual(found(macro.replace(' " ORDER BY id"', "")), [])
        self.assertEqual(len(found(macro.replace("tenant = ?", "id = ?"))), 1)

    def test_comments_and_other_texts_are_not_sql(self):
        self.assertEqual(found('// "LISTEN changes"\n/* "LOCK TABLE item" */ say("There is nothing to LISTEN to")'), [])
        self.assertEqual(found('"Set the PIN"; "Select a client FROM the list"'), [])

    def test_one_engine_may_be_spoken_to_where_it_stands(self):
        code = 'run("SELECT 1 FROM company WHERE tenant = $1 FOR UPDATE")'
        self.assertEqual(found(code, "src/store/postgres/x.cpp"), [])
        self.assertEqual(len(found(code)), 1)

    def test_ours(self):
        faults, statements = sql.faults(TOP)
        self.assertEqual(faults, [])
        self.assertGreater(statements, 200)


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
