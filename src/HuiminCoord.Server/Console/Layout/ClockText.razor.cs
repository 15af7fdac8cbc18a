using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Campaign time; on a live page it goes on.</summary>
public sealed partial class ClockText : PagePart, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private ITimer? _timer;
    private DateTimeOffset _shown;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _shown = Visitor.Now;
        if (Visitor.IsLive)
        {
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Tick), null, Every, Every);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Tick()
    {
        if (Visitor.Now.Minute != _shown.Minute || Visitor.Now - _shown > TimeSpan.FromMinutes(1))
        {
            _shown = Visitor.Now;
            StateHasChanged();
        }
    }
}
