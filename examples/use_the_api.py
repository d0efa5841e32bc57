"""What several outlets agree on: the facts of a collection with two or more independent sources.

Run it in this folder: python use_the_api.py
"""

from summarize import Settings, read, summarize

articles = read(["harbour-bridge"])
digest = summarize(articles, Settings(overview_words=0, length="long"))
outlet = {source.id: source.publisher for source in digest.sources}

for topic in digest.topics:
    for sentence in topic.summary:
        if sentence.independent_sources > 1:
            others = ", ".join(str(outlet[citation.source_id]) for citation in sentence.also_reported_by)
            print(f"{topic.label}: {sentence.independent_sources} independent sources")
            print(f"  “{sentence.text}” {outlet[sentence.source_id]}; also {others}")
