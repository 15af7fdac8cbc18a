using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Administration;

/// <summary>Who is signed in, for security administrators; a session can be ended at once.</summary>
public sealed partial class SessionsPage : FormPage
{
    private const int Size = 50;

    [Inject]
    private SessionList List { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "login")]
    private string? Login { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    [SupplyParameterFromForm(FormName = "act")]
    private string? End { get; set; }

    private SessionPage Sessions { get; set; } = new([], null);

    private Plan? Plan { get; set; }

    private string? Ended { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Plan = await Visitor.Plan();
        await Load();
    }

    private async Task Load() =>
        Sessions = await List.List(new SessionFilter(Login?.Trim().ToLowerInvariant() is { Length: > 0 and <= 32 } login ? login : null, Size, After), Visitor.Gone);

    private Task Do() => Try("revokeSession", async () =>
    {
        await List.End(End ?? "", Visitor.Asker, Visitor.Gone);
        Ended = End;
        await Load();
    });

    private Plan? PlanOf(SessionEntry session) => session.Campaign == Plan?.Campaign.Value ? Plan : null;
}
