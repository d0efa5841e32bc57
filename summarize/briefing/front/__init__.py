import json
def to_json(b): return json.dumps(b.to_dict(),ensure_ascii=False,indent=2)+"\n"
def to_terminal(b,o): return "".join(f"{s.headline} {s.independent_sources}\n" for s in b.stories)
def stories_to_text(s,o): return "".join(f"{x.id} {x.headline}\n" for x in s)
def timeline_to_text(days,h,o): return repr(days)
def to_folder(b): return {"briefing.json":to_json(b)}
