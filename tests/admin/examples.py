"""Looks whether every example in a description of an API is valid by the schema beside it. Says how many there are."""

import json
import sys

import jsonschema_rs


def main(path):
    with open(path) as file:
        document = json.load(file)
    number, wrong = 0, []
    for where, schema, example in examples(document, "#"):
        number += 1
        # Links lead into the whole document.
        whole = {"allOf": [schema], "components": document["components"]}
        for error in jsonschema_rs.Draft202012Validator(whole).iter_errors(example):
            wrong.append(f"{where}: {error.message}")
    print(json.dumps({"examples": number, "wrong": wrong}))


def examples(node, where):
    if isinstance(node, list):
        for place, item in enumerate(node):
            yield from examples(item, f"{where}/{place}")
    if not isinstance(node, dict):
        return
    if "schema" in node and "example" in node:
        yield where, node["schema"], node["example"]
    several = node.get("examples")
    if isinstance(several, list):
        # A schema's own.
        for example in several:
            yield where, node, example
    elif isinstance(several, dict) and "schema" in node:
        for name, example in several.items():
            yield f"{where}/{name}", node["schema"], example["value"]
    for name, member in node.items():
        # What stands in an example is no description.
        if name not in ("example", "examples"):
            yield from examples(member, f"{where}/{name}")


main(sys.argv[1])
