using HuiminCoord.Grains.Relaying;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Operations;

/// <summary>运行状况, for system administrators: what is well, what fails and is tried again, and what to do about it.</summary>
public sealed partial class OperationsPage : LivePage
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private ITimer? _timer;

    [Inject]
    private OperationsReader Reader { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private OperationsView View { get; set; } = new([], [], [], new OutboxSample(0, 0, null), TimeSpan.Zero, [], [], [], new ServerFacts("", "", "", default, 0));

    private string Sentence => View.IsWell
        ? Words["operations.well", View.Checks.Count]
        : Words["operations.sentence", View.Failing, View.Wakes.Count, View.Relays.Count, View.Channels.Count];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (Visitor.IsLive)
        {
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Reload), null, Every, Every);
        }
    }

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        Visitor.Require("listWakeFailures");
        Visitor.Require("listRelayFailures");
        View = await Reader.Read(Visitor.Gone);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _timer?.Dispose();
        base.Dispose(disposing);
    }
}
