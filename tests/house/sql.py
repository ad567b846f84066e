# SPDX-License-Identifier: Apache-2.0
"""The SQL of the program, as it stands in C++ strings, held against what every engine we may grow into can do.

    tests/house/sql.py [TOP]      one line per fault; exit code 1 if there is any

Tables belong to companies: each starts with its tenant, in its keys too, and every statement names it. What keeps
state in a session, or a distributed engine or a pooler cannot do, is not written.
"""

import os
import re
import sys

LITERAL = re.compile(r'R"(?P<mark>[^(\s"]*)\((?P<raw>.*?)\)(?P=mark)"|"(?P<plain>(?:\\.|[^"\\\n])*)"', re.S)
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/|' + "(" + LITERAL.pattern + ")", re.S)
MACRO = re.compile(r"[\s\\]*([A-Z][A-Z_]+)\b")
SPEAKS_SQL = re.compile(
    r"^\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE \w+\s+SET|DELETE\s+FROM|CREATE|ALTER|DROP|BEGIN|WITH|SAVEPOINT|DECLARE|LOCK|SET|"
    r"LISTEN|NOTIFY|COPY|REPLACE INTO|PRAGMA)\b")

# (pattern, why). Words of SQL are in capitals here, so that names of columns never look like them.
AVOIDED = [
    (r"\b(LISTEN|NOTIFY|UNLISTEN)\b", "distributed engines and poolers do not pass notifications on"),
    (r"(\A|;)\s*SET\b(?! TRANSACTION)|\bSET SESSION\b", "a setting of the session is lost behind a pooler: set_config(…, true)"),
    (r"\b(?i:pg_(try_)?advisory_\w*)", "advisory locks are the session's, or unknown to the engine"),
    (r"\b(?i:CREATE (LOCAL |GLOBAL )?TEMP(ORARY)?)\b", "temporary tables belong to a session"),
    (r"\bWITH HOLD\b", "a cursor that outlives its transaction belongs to a session"),
    (r"\b(?i:xmin|xmax|txid_current\w*|pg_current_xact_id\w*|pg_snapshot\w*|pg_current_snapshot)\b",
     "the order of commits is the head row's"),
    (r"\b(?i:SEQUENCE|(BIG|SMALL)?SERIAL|NEXTVAL|AUTOINCREMENT|IDENTITY)\b", "ids come from takeIds(), the order from the head row"),
    (r"\b(DEFERRABLE|INITIALLY DEFERRED|EXCLUDE|INHERITS|USING GIST)\b", "not every engine has it"),
    (r"\bLOCK TABLE\b", "not every engine has it; a row is claimed by its UPDATE"),
    (r"\b(TRIGGER|FUNCTION|PROCEDURE|LANGUAGE|PLPGSQL)\b", "rules live in C++, the same on both ends"),
    (r"\b(CREATE|REPLACE) (MATERIALIZED )?VIEW\b", "a view runs with its owner's rights, through row level security"),
    (r"\bWITH RECURSIVE\b", "large recursion cannot be shared out"),
    (r"\bGENERATED ALWAYS\b", "not every engine has it"),
    (r"\b(?i:xml\w*|lo_\w+)\b|(\A|;)\s*COPY\b", "not every engine has it"),
    (r"\b(REFERENCES|FOREIGN KEY)\b(?!\s*\(tenant)", "a reference names the tenant first"),
    (r"\b(?i:rowid|ifnull|glob|zeroblob|total|group_concat|strftime|julianday)\b\s*\(|\bINSERT OR\b|\bREPLACE INTO\b",
     "only SQLite knows it"),
    (r"::|\bILIKE\b|\bDISTINCT ON\b|\bANY\s*\(|\bFOR (UPDATE|SHARE)\b|\bSERIALIZABLE\b", "only PostgreSQL knows it"),
]
# What is said to one engine only.
ONE_ENGINE = {
    "src/store/postgres/": {"only PostgreSQL knows it"},
    "src/store/sqlcipher": {"only SQLite knows it"},
}
TABLE = re.compile(r"CREATE TABLE (?:IF NOT EXISTS )?(\w+) \((.*?)\)(?: WITHOUT ROWID)?\s*(?:;|$)", re.S)
UNIQUE = re.compile(r"CREATE UNIQUE INDEX \w+ ON \w+ \((\w+)")
WITHOUT_TENANT = {"schema_version"}  # what is the same for all companies


def texts(code, macros):
    """(line, SQL) for each: neighbouring literals are one, as for the compiler, and a macro after one what it holds."""
    found, end = [], -1
    for match in LITERAL.finditer(COMMENT.sub(lambda part: part[0] if part[1] else re.sub(r"[^\n]", " ", part[0]), code)):
        text = unquoted(match)
        between = re.fullmatch(r"[\s\\]*([A-Z][A-Z_]+)?[\s\\]*", code[end:match.start()]) if end >= 0 else None
        if between:
            found[-1][1] += text
        else:
            found.append([code.count("\n", 0, match.start()) + 1, text])
        end = match.end()
        after = MACRO.match(code, end)
        found[-1][1] += macros.get(after[1], "") if after else ""
    return [(line, sql) for line, sql in found if SPEAKS_SQL.match(sql)]


def unquoted(match):
    return match["raw"] if match["raw"] is not None else match["plain"].replace("\\\\", "\\").replace('\\"', '"')


def macros_of(code):
    """The macros that hold parts of statements."""
    found = {}
    for name, body in re.findall(r"^#define ([A-Z][A-Z_]+)((?:[^\n]*\\\n)*[^\n]*)$", code, re.M):
        found[name] = "".join(unquoted(match) for match in LITERAL.finditer(body))
    return found


def faults_of(path, code, macros):
    allowed = {why for start, whys in ONE_ENGINE.items() if path.startswith(start) for why in whys}
    found = []
    for line, sql in texts(code, macros):
        says = lambda why: found.append(f"{path}:{line}: {why}: {' '.join(sql.split())[:100]}")
        for pattern, why in AVOIDED:
            if why not in allowed and re.search(pattern, sql):
                says(why)
        for name, columns in TABLE.findall(sql):
            if name in WITHOUT_TENANT:
                continue
            if not columns.startswith("tenant INTEGER NOT NULL"):
                says(f"the first column of {name} is its tenant")
            if not re.search(r"PRIMARY KEY \(tenant\b", columns) and "tenant INTEGER NOT NULL PRIMARY KEY" not in columns:
                says(f"the key of {name} starts with its tenant")
        for first in UNIQUE.findall(sql):
            if first != "tenant":
                says("a unique index starts with the tenant")
        about = re.match(r"\s*(SELECT|INSERT INTO|UPDATE|DELETE)\b", sql)
        if about and not allowed and re.search(r"\b(FROM|INTO|UPDATE)\s+\w", sql) and "tenant" not in sql:
            if not any(name in sql for name in WITHOUT_TENANT):
                says("a statement names its tenant")
    return found


def faults(top):
    """The faults, and how many statements were read."""
    files = {}
    for room in ("src", "sync", "platforms"):
        for folder, _, names in os.walk(os.path.join(top, room)):
            for name in names:
                if name.endswith((".h", ".cpp")):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as file:
                        files[os.path.relpath(path, top)] = file.read()
    macros = {name: text for code in files.values() for name, text in macros_of(code).items()}
    found = [fault for path, code in sorted(files.items()) for fault in faults_of(path, code, macros)]
    return found, sum(len(texts(code, macros)) for code in files.values())


if __name__ == "__main__":
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    all_faults, _ = faults(sys.argv[1] if len(sys.argv) > 1 else here)
    print("\n".join(all_faults))
    sys.exit(1 if all_faults else 0)
