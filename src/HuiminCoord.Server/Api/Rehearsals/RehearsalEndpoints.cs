using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Rehearsals;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Rehearsals;

/// <summary>推演: how the rehearsal stands, and steering it. On a live server there is none.</summary>
/// <remarks>Nothing of it is kept or audited, so it takes no keys: it says when things happen, never what.</remarks>
internal static class RehearsalEndpoints
{
    private const string None = "rehearsal.none";

    internal static void Map(RouteGroupBuilder api)
    {
        var rehearsal = api.MapGroup("/rehearsal").WithTags("Rehearsal");
        rehearsal.MapGet("", Stands).AsQuestion<RehearsalView>("getRehearsal").Refuses(None);
        rehearsal.MapPost("/pause", Pause).AsAct<RehearsalView>("pauseRehearsal", null).Refuses(None);
        rehearsal.MapPost("/resume", Resume).AsAct<RehearsalView>("resumeRehearsal", null).Refuses(None);
        rehearsal.MapPost("/pace", SetPace).AsAct<RehearsalView>("setRehearsalPace", new SetPaceBody(60)).Refuses(None, "rehearsal.pace-out-of-range");
        rehearsal.MapPost("/step", Step).AsAct<RehearsalView>("stepRehearsal", null).Refuses(None);
        rehearsal.MapPost("/run", Run).AsAct<RehearsalView>("runRehearsal", new RunRehearsalBody(new(2020, 12, 1))).Refuses(None, "rehearsal.day-passed");
    }

    /// <summary>How the rehearsal stands, and what comes next.</summary>
    /// <remarks>The next event is foreseen by the rules that will decide it; what people do before may change it.</remarks>
    internal static Task<RehearsalView> Stands(HttpContext http, [FromServices] RehearsalControl? control, CancellationToken cancellation) =>
        Show(Require(control), http, cancellation);

    /// <summary>Lets virtual time stand still.</summary>
    /// <remarks>People can go on acting, and what they do is told; a run to a day ends.</remarks>
    internal static Task<RehearsalView> Pause(HttpContext http, [FromServices] RehearsalControl? control, CancellationToken cancellation)
    {
        Require(control).Pause();
        return Show(control!, http, cancellation);
    }

    /// <summary>Lets virtual time flow on from where it stands.</summary>
    /// <remarks>At the pace that was set last; a run to a day ends.</remarks>
    internal static Task<RehearsalView> Resume(HttpContext http, [FromServices] RehearsalControl? control, CancellationToken cancellation)
    {
        Require(control).Resume();
        return Show(control!, http, cancellation);
    }

    /// <summary>Sets how fast virtual time flows.</summary>
    /// <remarks>From the present instant on: time does not jump. A paused rehearsal stays paused.</remarks>
    internal static Task<RehearsalView> SetPace(SetPaceBody body, HttpContext http, [FromServices] RehearsalControl? control, CancellationToken cancellation)
    {
        Carry(Require(control).SetPace(body.SecondsPerDay));
        return Show(control!, http, cancellation);
    }

    /// <summary>Lets the next event happen now.</summary>
    /// <remarks>
    /// Paused, it stays paused at that instant; flowing, it flows on from there. The answer comes once the event is told. Asked
    /// again it goes one event further.
    /// </remarks>
    internal static async Task<RehearsalView> Step(HttpContext http, [FromServices] RehearsalControl? control, CancellationToken cancellation) =>
        RehearsalView.Of(await Require(control).StepToNext(cancellation), Speaking.To(http));

    /// <summary>Runs to a day as fast as it goes, then pauses.</summary>
    /// <remarks>Up to 24:00 before the day, or to the end if that comes first. The answer comes at once: runsUntil says that it is under way.</remarks>
    internal static Task<RehearsalView> Run(RunRehearsalBody body, HttpContext http, [FromServices] RehearsalControl? control, CancellationToken cancellation)
    {
        Carry(Require(control).RunUntil(body.Until));
        return Show(control!, http, cancellation);
    }

    private static async Task<RehearsalView> Show(RehearsalControl control, HttpContext http, CancellationToken cancellation) =>
        RehearsalView.Of(await control.Look(cancellation), Speaking.To(http));

    /// <exception cref="RefusedException"><c>rehearsal.none</c>.</exception>
    private static RehearsalControl Require(RehearsalControl? control) => control ?? throw new RefusedException(new Refusal("rehearsal.none"));

    private static void Carry(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
