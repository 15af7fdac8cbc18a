using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Me;

/// <summary>我的账号: who one is, where one sits, until when; and what one's own seat may announce about itself.</summary>
public sealed partial class MePage : LivePage
{
    [Inject]
    private MeReader Reader { get; set; } = null!;

    private OwnAccount Own { get; set; } = new(false, null, null, []);

    private Plan? Plan { get; set; }

    /// <summary>The inbox of a seat that belongs to no unit; a unit's people set their channels on their unit's page.</summary>
    private string? Inbox => Visitor.Asker.Standing.Seat is { Unit: null, Inbox: { } inbox } ? inbox : null;

    private SeatAddress Seat => Visitor.Asker.Standing.Seat;

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        Plan = await Visitor.Plan();
        Own = await Reader.Read(Visitor.Asker, Words, Visitor.Gone);
    }
}
