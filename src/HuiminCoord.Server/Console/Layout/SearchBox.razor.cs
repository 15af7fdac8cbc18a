using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>The field of the top bar in which units, duties and the paper's number are looked for; what was found hangs below it.</summary>
/// <remarks>It looks a moment after the last key, so that nobody's typing becomes a wave of queries. A mouse on the list does not take the focus away.</remarks>
public sealed partial class SearchBox : PagePart, IDisposable
{
    private const int Longest = 60;

    /// <summary>After the last key.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource? _looking;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<SearchBox> Log { get; set; } = null!;

    private Finding? Find { get; set; }

    private string Text { get; set; } = "";

    private IReadOnlyList<FoundGroup> Groups { get; set; } = [];

    private bool IsOpen { get; set; }

    private bool IsLooking { get; set; }

    private bool Failed { get; set; }

    /// <summary>The hit that the arrows have reached; -1 = none.</summary>
    private int Chosen { get; set; } = -1;

    private List<FoundHit> Hits => [.. Groups.SelectMany(g => g.Hits)];

    /// <summary>The groups, each with the number of its first hit.</summary>
    private IEnumerable<(FoundGroup Group, int First)> Numbered => Groups.Select((g, i) => (g, Groups.Take(i).Sum(b => b.Hits.Count)));

    /// <inheritdoc/>
    protected override void OnInitialized() => Find = Visitor.Asker.Campaign.Length > 0 ? Services.GetService<Finding>() : null;

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private static string HitId(int number) => string.Create(CultureInfo.InvariantCulture, $"search-hit-{number}");

    private async Task Type(string? typed)
    {
        Text = typed ?? "";
        Forget();
        (IsOpen, Chosen, IsLooking, Failed) = (Text.Trim().Length > 0, -1, true, false);
        if (!IsOpen)
        {
            Groups = [];
            return;
        }

        var looking = _looking = CancellationTokenSource.CreateLinkedTokenSource(Visitor.Gone);
        try
        {
            await Task.Delay(Pause, Time, looking.Token);
            var found = await Find!(Visitor.Asker, Text.Trim(), looking.Token);
            (Groups, IsLooking) = (found, false);
        }
        catch (OperationCanceledException) when (looking.IsCancellationRequested)
        {
            // Something else is looked for by now.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.LogWarning("A search failed: {Error}", failure.Message);
            (Groups, IsLooking, Failed) = ([], false, true);
        }
    }

    private void Press(KeyboardEventArgs key)
    {
        var count = Hits.Count;
        switch (key.Key)
        {
            case "ArrowDown" when count > 0:
                (IsOpen, Chosen) = (true, (Chosen + 1) % count);
                break;
            case "ArrowUp" when count > 0:
                (IsOpen, Chosen) = (true, Chosen <= 0 ? count - 1 : Chosen - 1);
                break;
            case "Enter" when count > 0 && IsOpen && !IsLooking:
                var link = Hits[Math.Max(0, Chosen)].Link;
                Leave();
                Navigation.NavigateTo(link);
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private void Open() => IsOpen = Text.Trim().Length > 0;

    private void Close() => (IsOpen, Chosen) = (false, -1);

    /// <summary>Somebody goes to what was found: the next search begins anew.</summary>
    private void Leave()
    {
        Close();
        (Text, Groups) = ("", []);
    }

    /// <summary>What is being looked for is not wanted any more.</summary>
    private void Forget()
    {
        _looking?.Cancel();
        _looking?.Dispose();
        _looking = null;
    }
}
