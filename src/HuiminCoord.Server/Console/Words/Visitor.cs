using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Words;

/// <summary>Whoever looks at a page: in which language, from which seat, at which campaign. One for each request.</summary>
internal sealed class Visitor(IHttpContextAccessor accessor, SessionBook sessions, CampaignPlans plans, CampaignClock clock, AccessMatrix matrix)
{
    private Task<Plan?>? _plan;

    internal HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Pages are made within a request.");

    /// <summary>The visitor's language.</summary>
    internal PageWords Words => PageWords.In(Speaking.To(Http));

    /// <summary>Who is signed in, on pages that stand behind the gate.</summary>
    internal Asker Asker => Passages.Of(Http).Asker;

    /// <summary>What the browser calls itself.</summary>
    internal string Client => Http.Request.Headers.UserAgent.ToString();

    /// <summary>Scheme and host under which the visitor reached the server; links on slips begin with it.</summary>
    internal string Host => $"{Http.Request.Scheme}://{Http.Request.Host}";

    /// <summary>Gives up when the visitor has gone.</summary>
    internal CancellationToken Gone => Http.RequestAborted;

    /// <summary>True when nothing here is real.</summary>
    internal bool InRehearsal => clock.IsVirtual;

    /// <summary>Campaign time.</summary>
    internal DateTimeOffset Now => clock.Now;

    /// <summary>True when the seat may do this: what a page does stands under the operation's own row, not under the page's.</summary>
    internal bool May(string operation) => Asker.Standing.ReachOf(matrix, operation) != Reach.None;

    /// <exception cref="RefusedException"><c>access.denied</c>.</exception>
    internal void Require(string operation)
    {
        if (!May(operation))
        {
            throw new RefusedException(new Refusal("access.denied"));
        }
    }

    /// <summary>Who is signed in; null for everybody else.</summary>
    internal async Task<Asker?> Find() => Http.Features.Get<Passage>()?.Asker ?? await AccessGate.Who(Http, sessions);

    /// <summary>The plan of the visitor's campaign, or of the only campaign of this server; null when neither says which.</summary>
    internal Task<Plan?> Plan() => _plan ??= FindPlan();

    private async Task<Plan?> FindPlan() =>
        Http.Features.Get<Passage>()?.Asker.Campaign is { Length: > 0 } campaign ? await plans.Of(campaign, Gone) : await plans.Only(Gone);
}
