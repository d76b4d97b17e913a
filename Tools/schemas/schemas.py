"""Validates every scenario's JSON files against the schemas that lie beside the scenarios."""

import json
import sys
from pathlib import Path

import jsonschema


def complaints(scenarios: Path) -> list[str]:
    found = []
    for kind in ("scenario", "claims"):
        schema = json.loads((scenarios / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        files = sorted(scenarios.glob(f"*/{kind}.json"))
        if not files:
            found.append(f"no {kind}.json anywhere below {scenarios.name}")
        for file in files:
            for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
                found.append(f"{file.parent.name}/{file.name}: {error.json_path}: {error.message}")
    return found


if __name__ == "__main__":
    wrong = complaints(Path(sys.argv[1]))
    for complaint in wrong:
        print(complaint, file=sys.stderr)
    print("every scenario is as its schema says" if not wrong else f"{len(wrong)} complaints")
    sys.exit(1 if wrong else 0)
