using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>办理记录: what happened to an obligation, the latest first.</summary>
public sealed partial class FillHistory : PagePart
{
    /// <summary>What happened.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<DutyEvent> Events { get; set; }

    /// <summary>The campaign.</summary>
    [Parameter]
    [EditorRequired]
    public required CampaignScene Scene { get; set; }

    private string Say(DutyEvent happened) => happened.What switch
    {
        UnitEvent.Submitted e => Words[e.OnBehalf ? "history.onBehalf" : e.Nil ? "history.nil" : "history.submitted", Parts(e.Parts)],
        UnitEvent.Returned e => Words["history.returned", Words.Part(e.Part), e.Remarks.Count],
        UnitEvent.Accepted e => Words["history.accepted", Parts(e.Parts)],
        UnitEvent.Waived e => Words["history.waived", Parts(e.Parts), e.Reason],
        UnitEvent.Urged => Words["history.urged"],
        UnitEvent.ExtensionAsked e => Words["history.extensionAsked", Words.ShortDay(e.Until, Scene.Today), e.Reason],
        UnitEvent.ExtensionGranted e => Words["history.extensionGranted", Words.ShortDay(e.Until, Scene.Today)],
        UnitEvent.ExtensionRefused e => Words["history.extensionRefused", e.Reason],
        UnitEvent.DueMoved e => Words["history.dueMoved", Words.ShortDay(e.Due, Scene.Today), e.Reason],
        UnitEvent.ReviewBegun e => Words["history.reviewBegun", Parts(e.Parts)],
        UnitEvent.Withdrawn e => Words["history.withdrawn", Parts(e.Parts.Keys)],
        _ => "",
    } + By(happened.Actor);

    private string Parts(IEnumerable<string> parts) => string.Join(Words["page.comma"], parts.Select(Words.Part));

    /// <summary>The seat; the account behind it is the audit's matter.</summary>
    private string By(string? actor) => actor is null ? "" : Words["history.by", Signature.Of(actor).Seat is { } seat ? Words.Title(seat, Scene.Plan) : actor];
}
