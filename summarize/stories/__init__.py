"""STUB until the real room is merged."""
from __future__ import annotations
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from summarize.text import words, content_terms

@dataclass(frozen=True, slots=True)
class Outline:
    key: str
    published: float | None
    language: str
    publisher: str
    terms: tuple[str, ...]
    def to_bytes(self): return json.dumps([self.key, self.published, self.language, self.publisher, self.terms]).encode()
    @classmethod
    def from_bytes(cls, b):
        k,p,l,pub,t=json.loads(b); return cls(k,p,l,pub,tuple(t))

@dataclass(frozen=True, slots=True)
class Assignment:
    story_of: tuple[int, ...]
    merged: tuple[tuple[int,int], ...] = ()

def outlines(articles, encoder="use"):
    out=[]
    for a in articles:
        p=None
        if a.published:
            try:
                d=datetime.fromisoformat(a.published); p=(d if d.tzinfo else d.replace(tzinfo=UTC)).timestamp()
            except ValueError: pass
        out.append(Outline(a.sha256,p,a.language or "en",a.publisher or "",tuple(sorted(set(content_terms(words(a.text[:1500]),a.language or "en"))))))
    return tuple(out)
def joined(stories, new):
    reps=[set().union(*(set(o.terms) for o in s)) for s in stories]
    of=[]
    for o in new:
        best,score=None,.25
        for i,r in enumerate(reps):
            s=len(r&set(o.terms))/max(1,len(o.terms))
            if s>score: best,score=i,s
        if best is None:
            best=len(reps); reps.append(set())
        reps[best]|=set(o.terms)
        of.append(best)
    return Assignment(tuple(of))
def grouped(o):
    raise NotImplementedError
def same_text(outlines):
    seen={}
    return tuple(seen.setdefault(o.key,len(seen)) for o in outlines)
def independent(outlines): return len({o.publisher for o in outlines})
def medoid(outlines): return 0
def relevance(about, outlines, encoder):
    t=set(content_terms(words(about),"en")); return float(any(t<=set(o.terms) for o in outlines))
