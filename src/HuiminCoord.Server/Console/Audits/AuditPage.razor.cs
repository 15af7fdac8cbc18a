using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Audits;

/// <summary>审计, for audit administrators: what ever happened in a campaign, and to the server itself; how far it is sealed.</summary>
public sealed partial class AuditPage : LivePage
{
    private const int Size = 50;

    [Inject]
    private CampaignPlans Plans { get; set; } = null!;

    [Inject]
    private CoordinationDatabase Database { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "chain")]
    private string? Chain { get; set; }

    [SupplyParameterFromQuery(Name = "actor")]
    private string? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "event")]
    private string? Event { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "grain")]
    private string? Grain { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")]
    private string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "next")]
    private string? Next { get; set; }

    [SupplyParameterFromQuery(Name = "row")]
    private long? Opened { get; set; }

    /// <summary>What is looked for, as the address says.</summary>
    private AuditSearch Asked { get; set; } = new();

    /// <summary>What is being typed.</summary>
    private AuditSearch Typed { get; set; } = new();

    private IReadOnlyList<Plan> Campaigns { get; set; } = [];

    /// <summary>The chain that is shown; empty while it is unknown.</summary>
    private string Shown { get; set; } = "";

    private Plan? Plan => Campaigns.FirstOrDefault(c => c.Campaign.Value == Shown);

    private AuditStateView State { get; set; } = new(0, 0, null);

    private Page<AuditView> Rows { get; set; } = new(true, [], null);

    private SealedAuditView? Row { get; set; }

    private string Context => State.Checkpoint is { } last
        ? Words["audit.context", last.Number, DateTexts.Short(last.At), last.Position]
        : Words["audit.context.none"];

    private protected override string Followed => Shown;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var asked = new AuditSearch { Chain = Chain, Actor = Actor, Event = Event, Unit = Unit, Grain = Grain, From = From, Until = Until };
        // Drawing anew for another reason must not take away what is being typed.
        Typed = asked == Asked ? Typed : asked with { };
        Asked = asked;
        Campaigns = await Plans.All(Visitor.Gone);
        Shown = asked.FindChain(Campaigns) ?? "";
        await base.OnParametersSetAsync();
    }

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        Shown = Asked.ChainAmong(Campaigns);
        foreach (var operation in AuditTexts.IsServer(Shown) ? ["listServerAudit", "getServerAuditVerification"] : (string[])["listAudit", "getAuditVerification"])
        {
            Visitor.Require(operation);
        }

        await using var db = Database.OpenToRead();
        State = await AuditPages.State(db, Shown, Visitor.Gone);
        Rows = await AuditPages.Read(db, Shown, Asked.Read(), Size, Next, upToDate: true, Visitor.Gone);
        Row = Opened is { } position ? await AuditPages.One(db, Shown, position, Visitor.Gone) : null;
    }

    private void Find() => Navigation.NavigateTo(Typed.At());

    private void Close() => Navigation.NavigateTo(Asked.At(next: Next));
}
