using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Words;

/// <summary>Whoever looks at a page: in which language, from which seat, at which campaign. One for each request, and one for each live page.</summary>
internal sealed class Visitor(IHttpContextAccessor accessor, CircuitSeat seat, SessionBook sessions, CampaignPlans plans, CampaignClock clock, AccessMatrix matrix)
{
    private Task<Plan?>? _plan;

    /// <summary>The request that a page is made in. A live page has none.</summary>
    internal HttpContext Http => !IsLive && accessor.HttpContext is { } http ? http : throw new InvalidOperationException("There is no request behind a live page.");

    /// <summary>True for a page that stays connected.</summary>
    internal bool IsLive => seat.Pass is not null;

    /// <summary>The visitor's language.</summary>
    internal PageWords Words => PageWords.In(seat.Pass?.Language ?? Speaking.To(Http));

    /// <summary>Who is signed in, on pages that stand behind the gate.</summary>
    internal Asker Asker => seat.Asker ?? Passages.Of(Http).Asker;

    /// <summary>What the browser calls itself.</summary>
    internal string Client => seat.Pass?.Client ?? Http.Request.Headers.UserAgent.ToString();

    /// <summary>Scheme and host under which the visitor reached the server; links on slips begin with it.</summary>
    internal string Host => seat.Pass?.Host ?? $"{Http.Request.Scheme}://{Http.Request.Host}";

    /// <summary>Gives up when the visitor has gone.</summary>
    internal CancellationToken Gone => IsLive ? seat.Gone : Http.RequestAborted;

    /// <summary>True when nothing here is real.</summary>
    internal bool InRehearsal => clock.IsVirtual;

    /// <summary>Campaign time.</summary>
    internal DateTimeOffset Now => clock.Now;

    /// <summary>True when the seat may do this: what a page does stands under the operation's own row, not under the page's.</summary>
    internal bool May(string operation) => ReachOf(operation) != Reach.None;

    /// <summary>The row of an operation for a unit's seat: some seats have one of their own, such as <c>nameSeat/leader</c>.</summary>
    internal string RowOf(string operation, string seat) => matrix.Knows($"{operation}/{seat}") ? $"{operation}/{seat}" : operation;

    /// <summary>How far the seat reaches with an operation.</summary>
    internal Reach ReachOf(string operation) => Asker.Standing.ReachOf(matrix, operation);

    /// <exception cref="RefusedException"><c>access.denied</c>.</exception>
    internal void Require(string operation)
    {
        if (!May(operation))
        {
            throw new RefusedException(new Refusal("access.denied"));
        }
    }

    /// <summary>Who is signed in; null for everybody else.</summary>
    internal async Task<Asker?> Find() => IsLive ? Asker : Http.Features.Get<Passage>()?.Asker ?? await AccessGate.Who(Http, sessions);

    /// <summary>The plan of the visitor's campaign, or of the only campaign of this server; null when neither says which.</summary>
    /// <remarks>A live page outlives amendments, so it asks each time.</remarks>
    internal Task<Plan?> Plan() => IsLive ? PlanOf(Asker.Campaign) : _plan ??= PlanOf(Http.Features.Get<Passage>()?.Asker.Campaign);

    private async Task<Plan?> PlanOf(string? campaign) => campaign is { Length: > 0 } ? await plans.Of(campaign, Gone) : await plans.Only(Gone);
}
