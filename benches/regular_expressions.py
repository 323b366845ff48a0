"""The words of the vocabulary as regular expressions, as such checks are made today: regular_expressions.py FOLDER."""

import json
import re
import sys
import time


def timed(expressions, texts):
    start = time.perf_counter()
    hits = sum(len(expression.findall(text)) for text in texts for expression in expressions)
    return (time.perf_counter() - start) * 1000, hits


def main(folder):
    with open(f"{folder}/words.json", encoding="utf-8") as file:
        words = json.load(file)
    with open(f"{folder}/texts.json", encoding="utf-8") as file:
        texts = json.load(file)
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    ways = {"each": [re.compile(re.escape(word)) for word in words], "all": [re.compile("|".join(longest_first))]}
    for way, expressions in ways.items():
        milliseconds, hits = timed(expressions, texts)
        line = {"where": "python", "way": way, "words": len(words), "texts": len(texts)}
        print(json.dumps({**line, "milliseconds": milliseconds, "hits": hits}))


main(sys.argv[1])
