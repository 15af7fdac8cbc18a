using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>What people do to an agenda.</summary>
internal sealed class ItemMaker(SplitMix random, Words words, CampaignWorld world)
{
    private int _facts;

    public MeetingCommand.AddItem Add(MeetingState state) => new(
        random.Chance(3) ? (AgendaHeading)8 : (AgendaHeading)random.Below(4), words.Padded($"有待研究的事项{++_facts}号。"), words.Some("请会议研究。"), words.Some("联席办", 60), Minutes(),
        random.Weighted([55, 35, 7, 3]) switch
        {
            0 => [],
            1 => [random.Pick(state.Arrangement?.Units is { Count: > 0 } units ? units : [world.Units[0].Id])],
            2 => [world.Units[2].Id, world.Units[0].Id, world.Units[0].Id],
            _ => [new UnitId("shuiwu")],
        });

    public MeetingCommand.SuggestItem Suggest() => new(random.Chance(95) ? random.Pick(world.Units).Id : new("shuiwu"), words.Padded($"单位提出的事项{++_facts}号。"), random.Chance(50) ? "" : words.Some("请支持。"));

    public MeetingCommand.ChangeItem Change(MeetingState state)
    {
        var id = Id(state);
        return random.Chance(10) && state.Agenda.Find(i => i.Id == id) is { } same ? new(Revision(state), id, same.Proposal, same.Owner, same.Minutes)
            : new(Revision(state), id, words.Padded($"建议{random.Below(5)}"), words.Some("召集人", 60), Minutes());
    }

    public MeetingCommand.RemoveItem Remove(MeetingState state) => new(Revision(state), Id(state), words.Some("本次不研究"));

    public MeetingCommand.RestoreItem Restore(MeetingState state) => new(Revision(state), state.Agenda.FindLast(i => i.Removed is not null)?.Id is { } removed && random.Chance(70) ? removed : Id(state));

    /// <summary>Two items change places, all are mixed, all stay; or the list is not complete.</summary>
    public MeetingCommand.OrderItems Order(MeetingState state)
    {
        var ids = state.Agenda.Select(i => i.Id).ToList();
        for (var left = random.Weighted([10, 50, 40]) switch { 0 => 0, 1 => 1, _ => ids.Count }; left > 0 && ids.Count > 1; left--)
        {
            var (one, other) = (random.Below(ids.Count), random.Below(ids.Count));
            (ids[one], ids[other]) = (ids[other], ids[one]);
        }

        return new(Revision(state), random.Weighted([92, 3, 3, 2]) switch { 0 => ids, 1 => [.. ids.Skip(1)], 2 => [.. ids.Skip(1), .. ids.TakeLast(1)], _ => [.. ids, "own.99"] });
    }

    private string Id(MeetingState state) => state.Agenda.Count > 0 && random.Chance(95) ? random.Pick(state.Agenda).Id : "own.99";

    private int Revision(MeetingState state) => random.Chance(94) ? state.AgendaRevision : state.AgendaRevision - 1;

    private int Minutes() => random.Weighted([95, 3, 2]) switch { 0 => random.Between(1, 20), 1 => 0, _ => 121 };
}
