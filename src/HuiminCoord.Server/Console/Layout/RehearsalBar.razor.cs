using System.Globalization;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Rehearsals;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Rehearsals;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Nothing here is real: black and yellow, with the virtual clock, how fast it goes, what comes next, and the way out.</summary>
/// <remarks>What comes next is looked at when something has happened, not more often than one can read. A server whose rehearsal nobody can steer shows the clock alone.</remarks>
public sealed partial class RehearsalBar : PagePart, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _closed = new();
    private ITimer? _timer;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<RehearsalBar> Log { get; set; } = null!;

    private RehearsalControl? Control { get; set; }

    private RehearsalStanding Standing => Control!.Standing;

    /// <summary>What was foreseen last; null before the first look.</summary>
    private RehearsalOutlook? Outlook { get; set; }

    private bool IsStepping { get; set; }

    /// <summary>True when an actor could not be woken: the rehearsal does not go on over it.</summary>
    private bool IsStuck { get; set; }

    /// <summary>Those that are offered, and the present one.</summary>
    private IEnumerable<double> Paces => Domain.Rehearsing.Pace.Choices.Append(Standing.Pace.SecondsPerDay).Distinct().Order();

    private string Pace => Write(Standing.Pace.SecondsPerDay);

    private string Next =>
        IsStuck ? Words["rehearsal.stuck"]
        : Standing.RunsUntil is { } day ? Words["rehearsal.running", DateTexts.Short(day)]
        : Outlook is null ? ""
        : Outlook.Next is not { } next ? Words["rehearsal.ended"]
        : Words["rehearsal.next", UpcomingText.In(Words.Language).Say(next, Outlook.Plan, ChinaTime.DateOf(Visitor.Now))];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Control = Visitor.InRehearsal ? Services.GetService<RehearsalControl>() : null;
        if (Visitor is { InRehearsal: true, IsLive: true })
        {
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, Every, Every);
            _ = Follow(_closed.Token);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    private static string Write(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    private async Task Follow(CancellationToken closed)
    {
        try
        {
            await foreach (var _ in Control?.Watch(closed) ?? AsyncEnumerable.Empty<RehearsalStanding>())
            {
                await InvokeAsync(() => Look(closed));
                await Task.Delay(Every, Time, closed);
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // The page is closed.
        }
        catch (Exception failure)
        {
            Log.LogWarning("The rehearsal bar follows no more: {Error}", failure.Message);
        }
    }

    private async Task Look(CancellationToken closed)
    {
        Outlook = await Control!.Look(closed);
        StateHasChanged();
    }

    private void PauseOrGo()
    {
        Visitor.Require(Standing.Paused ? "resumeRehearsal" : "pauseRehearsal");
        if (Standing.Paused)
        {
            Control!.Resume();
        }
        else
        {
            Control!.Pause();
        }
    }

    private void SetPace(string? chosen)
    {
        Visitor.Require("setRehearsalPace");
        if (double.TryParse(chosen, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            // Only what is offered arrives here; anything else changes nothing.
            Control!.SetPace(seconds);
        }
    }

    private async Task Step()
    {
        Visitor.Require("stepRehearsal");
        IsStepping = true;
        try
        {
            Outlook = await Control!.StepToNext(_closed.Token);
        }
        catch (InvalidOperationException failure)
        {
            Log.LogError(failure, "The rehearsal cannot go on: {Error}", failure.Message);
            IsStuck = true;
        }
        finally
        {
            IsStepping = false;
        }
    }
}
