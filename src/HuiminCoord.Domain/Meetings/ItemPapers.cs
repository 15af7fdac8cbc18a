using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Papers that are attached to an item of the agenda (议题材料): whoever reads the item may open them.</summary>
internal static class ItemPapers
{
    /// <summary>Also after the notice: a paper that comes late is there at once for everybody whom its item is shown to.</summary>
    internal static Decision<MeetingEvent> Add(MeetingState state, MeetingCommand.AddPapers c)
    {
        if (AgendaRules.Find(state, c.Id) is not { } item)
        {
            return new Refusal("agenda.item-unknown", c.Id);
        }

        var papers = item.Papers ?? [];
        List<FileRef> fresh = [.. c.Papers.Where(p => papers.All(known => known.Hash != p.Hash)).DistinctBy(p => p.Hash)];
        return FileRules.Refuse(c.Papers) is { } refusal ? refusal
            : FileRules.RefuseCount(papers.Count + fresh.Count) is { } many ? many
            : fresh.Count == 0 ? Decision<MeetingEvent>.Nothing
            : Decision<MeetingEvent>.Keep(new MeetingEvent.PapersAdded(c.Id, fresh));
    }

    /// <summary>While the agenda is prepared: what members were shown is not taken out of their hands.</summary>
    internal static Decision<MeetingEvent> Drop(MeetingState state, MeetingCommand.DropPaper c) =>
        AgendaRules.Find(state, c.Id) is not { } item ? new Refusal("agenda.item-unknown", c.Id)
        : item.Papers?.Any(p => p.Hash == c.Hash) != true ? Decision<MeetingEvent>.Nothing
        : Decision<MeetingEvent>.Keep(new MeetingEvent.PaperDropped(c.Id, c.Hash));
}
